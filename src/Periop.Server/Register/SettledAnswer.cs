using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Periop.Server.Json;

namespace Periop.Server.Register;

/// <summary>An answer that is the same bytes whenever it is asked again, but for patients who were deleted since: its tag is their hash.</summary>
sealed class SettledAnswer<T> : IResult, IStatusCodeHttpResult
{
    readonly byte[] body;

    public SettledAnswer(T answer) => body = JsonSerializer.SerializeToUtf8Bytes(answer, PeriopJson.Web);

    public int? StatusCode => StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))}\"");
        return Results.Bytes(body, "application/json; charset=utf-8", entityTag: tag).ExecuteAsync(httpContext);        // answers 304 to a tag that is known
    }
}
