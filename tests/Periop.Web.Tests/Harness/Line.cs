using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Periop.Web.Tests;

/// <summary>A line from a browser to the program that can be cut, or go dead without either end being told.</summary>
public sealed class Line : IAsyncDisposable
{
    readonly ConcurrentDictionary<TcpClient, bool> ends = new();
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource over = new();
    readonly Task accepting;
    volatile bool isCut, isDead;
    volatile Uri to;

    public Line(Uri to)
    {
        this.to = to;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    public Uri Address { get; }

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

    async Task CarryAsync(TcpClient browser)
    {
        using var server = new TcpClient();
        ends[browser] = ends[server] = true;
        try
        {
            if (isCut)
                return;
            await server.ConnectAsync(to.Host, to.Port, over.Token);
            await Task.WhenAny(PumpAsync(browser.GetStream(), server.GetStream()), PumpAsync(server.GetStream(), browser.GetStream()));
        }
        catch (Exception broken)
            when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // cut
        }
        finally
        {
            browser.Dispose();
            ends.TryRemove(browser, out _);
            ends.TryRemove(server, out _);
        }
    }

    async Task PumpAsync(NetworkStream from, NetworkStream into)
    {
        var buffer = new byte[16 * 1024];
        var hasDied = false;
        while (await from.ReadAsync(buffer, over.Token) is > 0 and var count)
        {
            hasDied |= isDead;
            if (!hasDied)
                await into.WriteAsync(buffer.AsMemory(0, count), over.Token);
        }
    }
}
