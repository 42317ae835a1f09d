namespace Periop.Server.Http;

/// <summary>
/// Refuses a query that names a parameter twice. Read as one text, two lots would be a third that nobody has, and the answer to a recall
/// would be that there is nothing.
/// </summary>
static class RepeatedParameters
{
    public static void RefuseRepeatedParameters(this WebApplication app) => app.Use((http, next) =>
        http.Request.Query.FirstOrDefault(parameter => parameter.Value.Count > 1) is { Key: { } twice }
            ? Problems.Shape($"/{twice}", "is given more than once").ExecuteAsync(http)
            : next(http));
}
