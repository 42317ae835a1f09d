using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Periop.Server.Http.Description;

/// <summary>The description as it is sent: written once, since it takes seconds, never changes and anybody may ask for it.</summary>
sealed class WrittenDescription([FromKeyedServices("v1")] IOpenApiDocumentProvider description)
{
    readonly Lazy<Task<byte[]>> written = new(() => WriteAsync(description));

    public async Task<FileContentHttpResult> AnswerAsync() => TypedResults.Bytes(await written.Value, "application/json");

    static async Task<byte[]> WriteAsync(IOpenApiDocumentProvider description)
    {
        var document = await description.GetOpenApiDocumentAsync();
        document.Servers = null;        // wherever it was fetched from
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return json.ToArray();
    }
}
