using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Access;
using Periop.Server.Http.Description;

namespace Periop.Server.Tests.Access;

/// <summary>One way into the program, as the program itself has it.</summary>
/// <param name="Takes">The type of content that it takes; null where it takes none.</param>
sealed record ProgramRoute(string Method, string Path, string? Takes, RouteEndpoint Endpoint)
{
    public string Operation => $"{Method} {Path}";

    public bool IsOfInterface => Path.StartsWith("/api", StringComparison.Ordinal);

    public bool IsPage => PageEndpoint.IsPage(Endpoint);

    public bool IsForAnybody => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    public bool SaysWhoMay => Endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null;

    public bool NamesRoles => SaysWhoMay && (Endpoint.Metadata.GetMetadata<RolesAllowed>() is { Roles.Count: > 0 }
        || Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => !string.IsNullOrEmpty(rule.Roles)));

    public HttpMethod Verb => new(Method);

    /// <summary>The names that stand in braces in the path.</summary>
    public IReadOnlyList<string> Parameters => [.. Endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)];
}

/// <summary>All ways in, so that one that is added is in every test that goes through them.</summary>
static class ProgramRoutes
{
    /// <summary>Every endpoint but files, by each of its methods.</summary>
    public static IReadOnlyList<ProgramRoute> Routes(this PeriopHost host) =>
    [
        .. from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where !IsFile(endpoint)
           let path = endpoint.RoutePattern.RawText!.Replace(":guid", "")
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new ProgramRoute(
               method, path.Length > 1 ? path.TrimEnd('/') : path, endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0], endpoint),
    ];

    /// <summary>Those of the interface for programs.</summary>
    public static IReadOnlyList<ProgramRoute> ApiRoutes(this PeriopHost host) => [.. host.Routes().Where(route => route.IsOfInterface)];

    static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
