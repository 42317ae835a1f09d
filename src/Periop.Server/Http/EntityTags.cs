using Microsoft.Net.Http.Headers;

namespace Periop.Server.Http;

/// <summary>Refuses an <c>If-None-Match</c> that is no list of tags: ignored, it would fetch again what the client has, for ever.</summary>
static class EntityTags
{
    public static void RefuseUnreadableTags(this WebApplication app) => app.Use((http, next) =>
        http.Request.Headers.IfNoneMatch is { Count: > 0 } known && !EntityTagHeaderValue.TryParseStrictList(known, out _)
            && http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? Problems.Of(400, "invalid-if-none-match", "If-None-Match must be the ETag of an earlier answer, a list of them, or *.").ExecuteAsync(http)
            : next(http));
}
