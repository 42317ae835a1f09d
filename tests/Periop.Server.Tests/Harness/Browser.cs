using System.Text;
using Microsoft.Net.Http.Headers;

namespace Periop.Server.Tests;

/// <summary>Somebody at a browser, as far as cookies and origins go; it follows no redirect by itself.</summary>
public sealed class Browser(PeriopHost host)
{
    const string Page = "text/html";

    readonly Dictionary<string, string> cookies = [];

    /// <summary>The same browser without cookies.</summary>
    public Person Nobody { get; } = new(host.Client, null);

    /// <summary>Where our own pages come from.</summary>
    public string Origin => host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>What every request carries along.</summary>
    public (string Name, string Value) Cookie => ("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));

    /// <summary>Signs in as one of those whom Development offers.</summary>
    public static async Task<Browser> SignedInAsync(TestHospital hospital, string subject = "N-07")
    {
        var browser = new Browser(hospital.Host);
        (await browser.SignInAsync(hospital, subject)).Is(302);
        return browser;
    }

    public Task<Answer> SignInAsync(TestHospital hospital, string subject, string? returnUrl = null) => SubmitAsync(
        "/sign-in", [("subject", subject), ("hospital", hospital.Id), .. returnUrl is null ? Array.Empty<(string, string)>() : [("returnUrl", returnUrl)]]);

    /// <summary>Opens a page.</summary>
    public async Task<Answer> OpenAsync(string path) => Keep(await Nobody.GetAsync(path, Cookie, ("Accept", Page)));

    /// <summary>Fetches, as a page's script does.</summary>
    public async Task<Answer> GetAsync(string path) => Keep(await Nobody.GetAsync(path, Cookie));

    /// <summary>Sends JSON, as a page's script does.</summary>
    public Task<Answer> PostAsync(string path, string json = "{}") => SendAsync(HttpMethod.Post, path, json, ("Origin", Origin));

    public async Task<Answer> SendAsync(HttpMethod method, string path, string json, params (string Name, string Value)[] headers)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return Keep(await Nobody.SendAsync(method, path, content, [Cookie, .. headers]));
    }

    /// <summary>Sends a form of ours.</summary>
    public Task<Answer> SubmitAsync(string path, params (string Name, string Value)[] fields) => SubmitFromAsync(path, fields, ("Origin", Origin));

    public async Task<Answer> SubmitFromAsync(string path, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return Keep(await Nobody.SendAsync(HttpMethod.Post, path, form, [Cookie, ("Accept", Page), .. headers]));
    }

    Answer Keep(Answer answer)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. answer.Headers("Set-Cookie")]))
            if (cookie.Expires == DateTimeOffset.UnixEpoch)
                cookies.Remove(cookie.Name.ToString());
            else
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        return answer;
    }
}
