using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Periop.Faults;

/// <summary>
/// What stands before several servers: a new connection goes to the next one that takes it, and an open one stays where it is. It is told when a
/// server is about to go, as a proxy is that asks for readiness.
/// </summary>
sealed class Balancer : IDisposable
{
    readonly SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false };
    readonly ConcurrentDictionary<Uri, int> connections = new();
    volatile IReadOnlyList<Uri> servers;
    int next;

    public Balancer(params IEnumerable<Uri> servers)
    {
        this.servers = [.. servers];
        handler.ConnectCallback = async (_, cancellation) => await ConnectAsync(cancellation);
        Client = new HttpClient(handler) { BaseAddress = new Uri("http://periop.hospital.example/") };
    }

    public HttpClient Client { get; }

    /// <summary>How many connections a server was given.</summary>
    public int GivenTo(Uri server) => connections.GetValueOrDefault(server);

    /// <summary>From now on it is given no new connections.</summary>
    public void Leave(Uri server) => servers = [.. servers.Where(other => other != server)];

    public void Add(Uri server) => servers = [.. servers, server];

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    async Task<Stream> ConnectAsync(CancellationToken cancellation)
    {
        var known = servers;
        for (var tried = 1; ; tried++)
        {
            var server = known[(int)((uint)Interlocked.Increment(ref next) % (uint)known.Count)];
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(server.Host, server.Port, cancellation);
                connections.AddOrUpdate(server, 1, (_, before) => before + 1);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (tried < known.Count)
            {
                socket.Dispose();
            }
        }
    }
}
