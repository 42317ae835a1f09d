using System.Net.Http.Headers;
using System.Text;

namespace Periop.Benchmarks.Growth;

/// <summary>What people do all day, over HTTP, one after the other.</summary>
/// <param name="old">Cases of the first days that there are.</param>
sealed class Acts(Stage stage, Guid[] old)
{
    readonly (HttpMessageInvoker Client, Uri Address, AuthenticationHeaderValue Token) nurse = stage.Server.Nurse();
    readonly (HttpMessageInvoker Client, Uri Address, AuthenticationHeaderValue Token) quality = stage.Server.Somebody("quality");
    int next;

    /// <summary>Waits until the server says that it is ready.</summary>
    public async Task UntilReadyAsync()
    {
        while (!(await SendAsync(nurse, HttpMethod.Get, "/health/ready")).IsSuccessStatusCode)
            await Task.Delay(50);
    }

    public async Task<(string Name, Func<Task> Do)[]> AllAsync()
    {
        var today = await Contenders.BeginAsync(stage, 100);
        return
        [
            ("command", () => DoneAsync(nurse, HttpMethod.Post, $"/api/cases/{today[next++ % today.Length]}/blood-loss", """{"cumulativeMl":450}""")),
            ("board", () => DoneAsync(nurse, HttpMethod.Get, "/api/board")),
            ("timeline, of old", () => DoneAsync(nurse, HttpMethod.Get, $"/api/cases/{old[next++ % old.Length]}/timeline")),
            ("timeline, of today", () => DoneAsync(nurse, HttpMethod.Get, $"/api/cases/{today[next++ % today.Length]}/timeline")),
            ("devices of a lot", () => DoneAsync(quality, HttpMethod.Get, $"/api/implants?lot=L-{next++ % 500}&limit=20")),
        ];
    }

    static async Task DoneAsync((HttpMessageInvoker, Uri, AuthenticationHeaderValue) who, HttpMethod method, string path, string? body = null)
    {
        using var answer = await SendAsync(who, method, path, body);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path} was answered with {(int)answer.StatusCode}.");
        await answer.Content.LoadIntoBufferAsync();
    }

    static async Task<HttpResponseMessage> SendAsync(
        (HttpMessageInvoker Client, Uri Address, AuthenticationHeaderValue Token) who, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(who.Address, path));
        request.Headers.Authorization = who.Token;
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await who.Client.SendAsync(request, CancellationToken.None);
    }
}
