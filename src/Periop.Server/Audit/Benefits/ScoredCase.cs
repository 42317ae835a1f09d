using Periop.Domain.Outcomes;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Benefits;

/// <summary>A case, how its patient does at each time point, and the group it is counted in.</summary>
/// <param name="InOtherUnit">How many values were measured in another unit than the one that is asked for.</param>
sealed record ScoredCase(CohortCase Case, string Key, IReadOnlyList<BenefitAt> Points, int InOtherUnit)
{
    public static async Task<IReadOnlyList<ScoredCase>> OfAsync(
        RegisterSnapshot register, Hospital hospital, IReadOnlyList<CohortCase> cases, BenefitDefinition definition, MeasureAsked measure, GroupBy groupBy,
        CancellationToken cancellation)
    {
        var scores = await ScoreReader.OfAsync(register, hospital.Id, measure.What, [.. cases.Select(c => c.Facts.CaseId)], cancellation);
        return
        [
            .. from known in cases
               let own = scores[known.Facts.CaseId].ToLookup(s => s.Unit == measure.Unit)
               select new ScoredCase(
                   known, CohortGroups.KeyOf(known.Facts, null, groupBy, hospital),
                   Benefit.At(definition, known.Facts, [.. own[true]], register.AsOf, hospital.Days),
                   own[false].Count()),
        ];
    }
}
