using Microsoft.Net.Http.Headers;

namespace Periop.Server.Tests.Operating;

/// <summary>Somebody at a browser in front of the proxy, who is led to the identity provider and back.</summary>
sealed class ProxiedBrowser(Deployment deployment)
{
    readonly Dictionary<string, string> cookies = [];

    public IReadOnlyCollection<string> Cookies => cookies.Keys;

    /// <summary>Opens a page and goes where it is led.</summary>
    public async Task<Answer> OpenAsync(string path)
    {
        var address = new Uri(new Uri(Deployment.Authority), path);
        for (var led = 0; led < 10; led++)
        {
            var isOurs = address.GetLeftPart(UriPartial.Authority) == Deployment.Authority;
            var answer = await new Person(isOurs ? deployment.Client : deployment.Outside, null).GetAsync(
                isOurs ? address.PathAndQuery : address.AbsoluteUri,
                ("Accept", "text/html"), ("Cookie", isOurs ? string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")) : ""));
            if (isOurs)
                Keep(answer);
            if (answer.Status != 302)
                return answer;
            address = new Uri(address, answer.Header("Location"));
        }

        throw new InvalidOperationException($"It is led on and on, last to {address}.");
    }

    void Keep(Answer answer)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. answer.Headers("Set-Cookie")]))
            if (cookie.Expires == DateTimeOffset.UnixEpoch)
                cookies.Remove(cookie.Name.ToString());
            else
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
    }
}
