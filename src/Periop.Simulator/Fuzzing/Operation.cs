using System.Net;
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
    const int MostTries = 10;

    public string Name => $"{Method} {Path}";

    public IEnumerable<string> In(ParameterLocation place) => Parameters.Where(parameter => parameter.In == place).Select(parameter => parameter.Name!);

    /// <summary>All that a server describes.</summary>
    public static async Task<IReadOnlyList<Operation>> AllOfAsync(HttpClient client, CancellationToken cancellation)
    {
        using var json = new MemoryStream(await DescriptionAsync(client, cancellation));
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

    /// <summary>A server that has just started may take its time to write its description.</summary>
    static async Task<byte[]> DescriptionAsync(HttpClient client, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await client.GetAsync("openapi/v1.json", cancellation);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || attempt == MostTries)
                return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation);
            await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellation);
        }
    }
}
