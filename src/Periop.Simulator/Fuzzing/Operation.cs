using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Periop.Simulator.Fuzzing;

/// <summary>One operation as the server describes it.</summary>
/// <param name="Takes">The content type of its body; null where it takes none.</param>
/// <param name="Body">What a JSON body may say.</param>
/// <param name="Example">A body that is understood.</param>
sealed record Operation(
    HttpMethod Method, string Path, IReadOnlyList<IOpenApiParameter> Parameters, string? Takes, IOpenApiSchema? Body, JsonNode? Example)
{
    public string Name => $"{Method} {Path}";

    public IEnumerable<string> In(ParameterLocation place) => Parameters.Where(parameter => parameter.In == place).Select(parameter => parameter.Name!);

    /// <summary>All that a server describes.</summary>
    public static async Task<IReadOnlyList<Operation>> AllOfAsync(HttpClient client, CancellationToken cancellation)
    {
        await using var text = await client.GetStreamAsync("openapi/v1.json", cancellation);
        using var json = new MemoryStream();
        await text.CopyToAsync(json, cancellation);
        json.Position = 0;
        var description = OpenApiDocument.Load(json, "json").Document ?? throw new InvalidDataException("The server's description cannot be read.");
        return
        [
            .. from path in description.Paths
               from operation in path.Value.Operations ?? []
               let body = operation.Value.RequestBody?.Content?.FirstOrDefault()
               select new Operation(
                   operation.Key, path.Key.TrimStart('/'), [.. operation.Value.Parameters ?? []], body?.Key, body?.Value?.Schema, body?.Value?.Example),
        ];
    }
}
