using Microsoft.Net.Http.Headers;

namespace Periop.Server.Tests.Operating;

/// <summary>Somebody at a browser in front of the proxy, who is led to the identity provider and back.</summary>
/// <param name="origin">What the proxy is called outside.</param>
/// <param name="outside">Asks the identity provider.</param>
sealed class ProxiedBrowser(Uri origin, HttpClient outside)
{
    readonly Dictionary<string, string> cookies = [];

    public IReadOnlyCollection<string> Cookies => cookies.Keys;

    /// <summary>The server to which the proxy sends what is asked.</summary>
    public required HttpClient Server { get; set; }

    string Cookie => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    /// <summary>Asks a server as the proxy does.</summary>
    public static HttpClient ClientOf(Uri server, Uri origin, HttpMessageHandler handler)
    {
        var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = server };
        client.DefaultRequestHeaders.Host = origin.Host;
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", origin.Scheme);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "10.20.30.40");
        return client;
    }

    /// <summary>Opens a page and goes where it is led.</summary>
    public async Task<Answer> OpenAsync(string path)
    {
        var address = new Uri(origin, path);
        for (var led = 0; led < 10; led++)
        {
            var isOurs = address.GetLeftPart(UriPartial.Authority) == origin.GetLeftPart(UriPartial.Authority);
            var answer = await new Person(isOurs ? Server : outside, null).GetAsync(
                isOurs ? address.PathAndQuery : address.AbsoluteUri, ("Accept", "text/html"), ("Cookie", isOurs ? Cookie : ""));
            if (isOurs)
                Keep(answer);
            if (answer.Status != 302)
                return answer;
            address = new Uri(address, answer.Header("Location"));
        }

        throw new InvalidOperationException($"It is led on and on, last to {address}.");
    }

    /// <summary>Sends what a page's script sends.</summary>
    public Task<Answer> PostAsync(string path, object body) =>
        new Person(Server, null).PostAsync(path, body, ("Cookie", Cookie), ("Origin", origin.GetLeftPart(UriPartial.Authority)));

    void Keep(Answer answer)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. answer.Headers("Set-Cookie")]))
            if (cookie.Expires == DateTimeOffset.UnixEpoch)
                cookies.Remove(cookie.Name.ToString());
            else
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
    }
}
