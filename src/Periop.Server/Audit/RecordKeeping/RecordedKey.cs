using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>Which group an item is in.</summary>
static class RecordedKey
{
    /// <param name="told">What the case's facts tell.</param>
    /// <param name="at">Whose local day decides where groups are times.</param>
    public static string Of(string told, DateTimeOffset at, GroupBy by, Hospital hospital) => by switch
    {
        GroupBy.Month => CohortGroups.MonthOf(hospital.DateOf(at)),
        GroupBy.Quarter => CohortGroups.QuarterOf(hospital.DateOf(at)),
        _ => told,
    };
}
