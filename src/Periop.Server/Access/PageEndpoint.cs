using Microsoft.AspNetCore.Components.Endpoints;

namespace Periop.Server.Access;

/// <summary>What is shown to a person.</summary>
static class PageEndpoint
{
    /// <summary>Whether a page is asked for.</summary>
    public static bool IsPage(this HttpContext http) => IsPage(http.GetEndpoint());

    public static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
