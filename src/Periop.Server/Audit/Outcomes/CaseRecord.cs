using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>The address of the record of a case, as it was at an instant.</summary>
static class CaseRecord
{
    /// <param name="entry">The entry to look at; null: none.</param>
    public static string At(Guid caseId, DateTimeOffset asOf, Guid? entry = null) =>
        new PageAddress($"/cases/{caseId}/record", [new("asOf", Http.AsOf.Written(asOf))]) + (entry is null ? "" : $"#{entry}");
}
