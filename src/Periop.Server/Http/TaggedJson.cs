using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Periop.Server.Json;

namespace Periop.Server.Http;

/// <summary>
/// What was read, with the hash of its bytes as <c>ETag</c>: whatever the answer depends on, another one has another tag. Who has it already
/// is answered 304.
/// </summary>
/// <param name="version">Of a case, whose tag begins with it: <c>If-Match</c> of a command compares it alone.</param>
sealed class TaggedJson<T>(T body, long? version = null) : IResult, IStatusCodeHttpResult
{
    readonly byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(body, PeriopJson.Web);

    public int? StatusCode => StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var tag = new EntityTagHeaderValue(version is null ? $"\"{hash}\"" : $"\"{version}.{hash}\"");
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: tag).ExecuteAsync(httpContext);       // answers 304 to a tag that is known
    }
}

static class Tagged
{
    /// <summary>What was read, tagged.</summary>
    public static TaggedJson<T> Ok<T>(T body) => new(body);
}
