using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Periop.Benchmarks.Screens;

/// <summary>A screen that asks for the board and then does not read.</summary>
sealed class SlowReader : IDisposable
{
    readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };

    public static async Task<SlowReader> AskAsync(Uri board, AuthenticationHeaderValue token)
    {
        var reader = new SlowReader();
        await reader.socket.ConnectAsync(board.Host, board.Port);
        await reader.socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {board.AbsolutePath} HTTP/1.1\r\nHost: {board.Authority}\r\nAuthorization: {token}\r\n\r\n"));
        return reader;
    }

    /// <summary>How many bytes were left for it, and whether the server had ended the connection.</summary>
    public async Task<(long Bytes, bool IsCut)> ReadAtLastAsync()
    {
        var (buffer, all) = (new byte[64 * 1024], 0L);
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(10));       // a live one goes on with a ping every four seconds, forever
        try
        {
            while (await socket.ReceiveAsync(buffer, enough.Token) is > 0 and var count)
                all += count;
            return (all, true);
        }
        catch (SocketException)
        {
            return (all, true);
        }
        catch (OperationCanceledException)
        {
            return (all, false);
        }
    }

    public void Dispose() => socket.Dispose();
}
