using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Periop.Server.Tests;

/// <summary>Hears what goes over one connection of a line. What it does not let pass does not arrive, and the connection breaks.</summary>
interface ITap
{
    bool LetsPass(ReadOnlySpan<byte> sent, bool fromClient);
}

/// <summary>A line to a server, from a browser or from the program, that can be cut, or go dead without either end being told.</summary>
public sealed class TcpLine : IAsyncDisposable
{
    readonly ConcurrentDictionary<TcpClient, bool> ends = new();
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly Task accepting;
    volatile bool isCut, isDead;
    volatile Uri to;

    public TcpLine(Uri to)
    {
        this.to = to;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Makes one for each connection; nobody listens unless it is said.</summary>
    internal Func<ITap>? Tap { get; init; }

    /// <summary>Ends what is connected, and whoever tries to connect.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var end in ends.Keys)
            end.Dispose();
    }

    /// <summary>Carries nothing any more, and says nothing of it.</summary>
    public void GoDead() => isDead = true;

    /// <summary>From now on who connects gets through; what was connected before stays as it was.</summary>
    public void Heal() => isCut = isDead = false;

    /// <summary>From now on who connects is led there.</summary>
    public void LeadTo(Uri other) => to = other;

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        Cut();
        listener.Stop();
        await accepting;
        over.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (!over.IsCancellationRequested)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(over.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // disposed
        }
    }

    async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        ends[client] = ends[server] = true;
        try
        {
            if (isCut)
                return;
            await server.ConnectAsync(to.Host, to.Port, over.Token);
            var tap = Tap?.Invoke();
            await Task.WhenAny(
                PumpAsync(client.GetStream(), server.GetStream(), tap, fromClient: true),
                PumpAsync(server.GetStream(), client.GetStream(), tap, fromClient: false));
        }
        catch (Exception broken)
            when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // cut
        }
        finally
        {
            client.Dispose();
            ends.TryRemove(client, out _);
            ends.TryRemove(server, out _);
        }
    }

    async Task PumpAsync(NetworkStream from, NetworkStream into, ITap? tap, bool fromClient)
    {
        var buffer = new byte[16 * 1024];
        var hasDied = false;
        while (await from.ReadAsync(buffer, over.Token) is > 0 and var count)
        {
            hasDied |= isDead;
            if (tap?.LetsPass(buffer.AsSpan(0, count), fromClient) == false)
                return;
            if (!hasDied)
                await into.WriteAsync(buffer.AsMemory(0, count), over.Token);
        }
    }
}
