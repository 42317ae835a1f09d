using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Periop.Domain.Text;
using Periop.Server.Hospitals;

namespace Periop.Server.Access;

/// <summary>Enters a request that no query or write has entered, with what its path says of whom it was asked.</summary>
static class Unentered
{
    /// <summary>What the log calls what is no operation.</summary>
    const string Unknown = "unknown";

    /// <summary>Nobody fills the log with one path.</summary>
    const int LongestPath = 200;

    public static async Task EnterAsync(HttpContext http, IServiceProvider services)
    {
        var log = services.GetRequiredService<AccessLog>();
        if (log.IsEntered)
            return;
        if (http.Response.StatusCode == StatusCodes.Status302Found)
            return;     // a newcomer, on the way to signing in
        if (http.User.Identity?.IsAuthenticated is not true || !services.GetRequiredService<HospitalDirectory>().Knows(http.User.Hospital()))
        {
            services.GetRequiredService<RefusedRequests>().Count(Origin.Of(http));
            return;
        }

        var (action, path) = Asked(http);
        await log.EnterAsync(
            http.User.Caller(), action, http.Response.StatusCode,
            Guid.TryParse(path["caseId"] as string, out var id) ? id : null,
            path["patientRef"] is string named && Reference.Read(named) is { } patient ? patient.Value : null,
            action == Unknown ? Attempt(http.Request) : log.Asked?.AsAsked());
    }

    /// <summary>The operation and what its path says. Of what routing has refused, as a wrong method or content type, the path tells it.</summary>
    static (string Action, RouteValueDictionary Path) Asked(HttpContext http)
    {
        var fault = http.Features.Get<IExceptionHandlerFeature>();      // it has taken the endpoint out of the request
        if ((fault?.Endpoint ?? http.GetEndpoint()) is RouteEndpoint found)
            return (NameOf(found), fault?.RouteValues ?? http.Request.RouteValues);
        var candidates = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(route => (Route: route, Path: Match(route, http.Request.Path))).Where(candidate => candidate.Path is not null).ToArray();
        var same = candidates.FirstOrDefault(
            candidate => candidate.Route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(http.Request.Method) is true);
        return same.Route is not null ? (NameOf(same.Route), same.Path!) : (Unknown, candidates.FirstOrDefault().Path ?? []);
    }

    static RouteValueDictionary? Match(RouteEndpoint route, PathString path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(route.RoutePattern), []).TryMatch(path, values) ? values : null;
    }

    static string NameOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<LoggedAs>()?.Action ?? endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
        ?? (PageEndpoint.IsPage(endpoint) ? string.Join('-', endpoint.RoutePattern.PathSegments.SelectMany(Literals).Prepend("page")) : Unknown);

    static IEnumerable<string> Literals(RoutePatternPathSegment segment) => segment.Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content);

    static JsonObject Attempt(HttpRequest request)
    {
        var path = request.Path.ToUriComponent();       // escaped: it may hold what a text cannot
        return new JsonObject { ["method"] = request.Method, ["path"] = path[..Math.Min(path.Length, LongestPath)] };
    }
}

/// <summary>What the access log calls an operation whose name is another.</summary>
sealed record LoggedAs(string Action);
