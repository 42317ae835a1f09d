using Microsoft.AspNetCore.Http.Extensions;

namespace Periop.Server.Audit.Outcomes;

/// <summary>Addresses of what stands behind a figure: the same question about the same cases, as of the same instant.</summary>
static class CohortAddress
{
    /// <param name="more">What the address asks besides; null values are left out.</param>
    public static string Of(string path, CohortQuestion question, DateTimeOffset asOf, params (string Name, string? Value)[] more) => path + new QueryBuilder(
    [
        .. question.Parameters.Concat(more.Select(m => KeyValuePair.Create(m.Name, m.Value)))
            .Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Key, p.Value!)),
        KeyValuePair.Create("asOf", Http.AsOf.Written(asOf)),
    ]);
}
