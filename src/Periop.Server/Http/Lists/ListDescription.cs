using Microsoft.OpenApi;

namespace Periop.Server.Http.Lists;

static class ListDescription
{
    /// <summary>Says that a route answers with a list, in pages or whole.</summary>
    public static RouteHandlerBuilder ProducesList<T>(this RouteHandlerBuilder route) =>
        route.Produces<Page<T>>().Produces(304).ProducesProblem(400).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            // a second Produces of the same status would replace the first
            foreach (var whole in new[] { ListFormat.Csv, ListFormat.Ndjson })
                operation.Responses!["200"].Content!.Add(whole.ContentType,
                    new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
            return Task.CompletedTask;
        });
}
