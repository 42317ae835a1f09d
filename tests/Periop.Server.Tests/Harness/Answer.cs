using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What came back, to the byte.</summary>
public sealed class Answer(string request, int status, byte[] bytes, ILookup<string, string> headers)
{
    public string Request { get; } = request;

    public int Status { get; } = status;

    public byte[] Bytes { get; } = bytes;

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonObject Json => JsonNode.Parse(Bytes)!.AsObject();

    public JsonArray Items => Json["items"]!.AsArray();

    public Guid CaseId => Json["caseId"]!.GetValue<Guid>();

    public Guid EntryId => Json["entryId"]!.GetValue<Guid>();

    public long Version => Json["version"]!.GetValue<long>();

    public string? ETag => Header("ETag");

    public bool IsReplay => Header("Idempotent-Replay") == "true";

    /// <summary>The codes of the flags in it.</summary>
    public IReadOnlyList<string> Flags => [.. Json["flags"]!.AsArray().Select(f => f!["code"]!.GetValue<string>())];

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}",
        (int)response.StatusCode,
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
        response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value, (h, value) => (h.Key, value))
            .ToLookup(h => h.Key, h => h.value, StringComparer.OrdinalIgnoreCase));

    public string? Header(string name) => headers[name].FirstOrDefault();

    public IEnumerable<string> Headers(string name) => headers[name];

    public IEnumerable<IGrouping<string, string>> AllHeaders => headers;

    public Answer Is(int status)
    {
        Assert.True(status == Status, $"{Request}: expected {status}, got {Status}\n{Text}");
        return this;
    }

    /// <summary>A problem with this code that says something to a person.</summary>
    public Answer IsProblem(int status, string? code = null)
    {
        Is(status);
        Assert.StartsWith("application/problem+json", Header("Content-Type"), StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Json["code"]!.GetValue<string>());
        Assert.Equal(status, Json["status"]!.GetValue<int>());
        Assert.False(string.IsNullOrWhiteSpace(Json["detail"]?.GetValue<string>()), $"{Request}: no detail in {Text}");
        if (code is not null)
            Assert.Equal(code, Json["code"]!.GetValue<string>());
        return this;
    }

    /// <summary>A 400 that points at a member, and what it says about it.</summary>
    public string PointsAt(string pointer)
    {
        IsProblem(400);
        var errors = Json["errors"]?.AsObject() ?? throw new InvalidOperationException($"{Request}: no errors in {Text}");
        Assert.True(errors.ContainsKey(pointer), $"{Request}: {pointer} is not in {Text}");
        return string.Join(" ", errors[pointer]!.AsArray().Select(m => m!.GetValue<string>()));
    }

    public override string ToString() => $"{Request}: {Status} {Text}";

    /// <summary>The JSON but for what names this one request.</summary>
    public string WithoutTrace()
    {
        var json = Json;
        json.Remove("traceId");
        return json.ToJsonString(JsonSerializerOptions.Web);
    }
}
