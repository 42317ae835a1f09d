using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Periop.Server.Access;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>A hospital of its own for one test, and its people.</summary>
public sealed class TestHospital(PeriopHost host, string id)
{
    public PeriopHost Host { get; } = host;

    public string Id { get; } = id;

    public DateTimeOffset Now => Host.Now;

    public Person Nurse => As("or-staff");

    public Person Scheduler => As("scheduler");

    public Person Quality => As("quality");

    public Person Auditor => As("auditor");

    public Person Display => As("display");

    /// <summary>Someone who may record everything.</summary>
    public Person Everyone => As("or-staff", "scheduler", "quality", "admin", "coder");

    public Person As(params string[] roles) => Named($"{roles[0]}-1", roles);

    public Person Named(string name, params string[] roles) => WithToken(TokenVerb.Sign(Host.Configuration, roles, Id, name));

    /// <summary>What somebody with these roles shows.</summary>
    public string Token(params string[] roles) => TokenVerb.Sign(Host.Configuration, roles, Id, $"{roles[0]}-1");

    public Person WithToken(string? token) => new(Host.Client, token);
}

/// <summary>Someone with a token, or without one.</summary>
public sealed class Person(HttpClient client, string? token)
{
    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Posts JSON: a text or bytes as they are, anything else serialised.</summary>
    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Json(body), headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, content, headers);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>An answer that is still arriving; the caller disposes it.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = Request(HttpMethod.Get, path, null, headers);
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content, (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    static ByteArrayContent Json(object body) => new(
        body as byte[] ?? Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web)))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}
