using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Periop.Server.Http.Description;

/// <summary>The paths for those who run the server. They come from middleware that describes itself to nobody.</summary>
sealed class OperatorPaths : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        Add(document, "/health/live", "Whether the process answers.", "application/json", "It does.", null);
        Add(document, "/health/ready", "Whether it can record and its boards follow: every projection, its lag, the age of the high-water mark.",
            "application/json", "Ready, or degraded.",
            "Not ready: the store is away or takes nothing, a projection is paused, the mark is stuck, or the server is not warm yet.");
        Add(document, "/metrics", "Metrics for Prometheus: on the management port, or for role `operations`.", "text/plain", "The metrics.", null);
        return Task.CompletedTask;
    }

    static void Add(OpenApiDocument document, string path, string summary, string contentType, string usual, string? unavailable)
    {
        var responses = new OpenApiResponses { ["200"] = Answer(usual, contentType) };
        if (unavailable is not null)
            responses["503"] = Answer(unavailable, contentType);
        var operation = new OpenApiOperation
        {
            OperationId = path[1..].Replace('/', '-'),
            Summary = summary,
            Responses = responses,
            Tags = new HashSet<OpenApiTagReference> { new("Operations", document) },
        };
        document.Tags ??= new HashSet<OpenApiTag>();
        document.Tags.Add(new OpenApiTag { Name = "Operations" });
        document.Paths[path] = new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } };
    }

    static OpenApiResponse Answer(string description, string contentType) =>
        new() { Description = description, Content = new Dictionary<string, OpenApiMediaType> { [contentType] = new() } };
}
