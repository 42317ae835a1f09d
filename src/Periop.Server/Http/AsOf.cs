using Periop.Server.Json;

namespace Periop.Server.Http;

/// <summary>The instant that a question is asked as of.</summary>
static class AsOf
{
    /// <summary>Reads it; null when none is named. The problem when it is none.</summary>
    public static IResult? Read(string? asOf, out DateTimeOffset? instant)
    {
        instant = asOf is null ? null : InstantConverter.Parse(asOf);
        return asOf is not null && instant is null ? Problems.Shape("/asOf", InstantConverter.Rule) : null;
    }
}
