namespace Periop.Server.Http.Description;

static class BodyDescription
{
    const string Any = "*/*";

    /// <summary>
    /// Says what body a route takes. Routing is to turn none away: it would answer 415 before it is judged who may send anything at all.
    /// </summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, Type type, string contentType) =>
        route.Accepts(type, contentType, Any).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody?.Content?.Remove(Any);
            return Task.CompletedTask;
        });
}
