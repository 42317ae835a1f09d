using Periop.Domain.Cases;
using Periop.Domain.Spine;

namespace Periop.Domain.Procedures;

/// <summary>What an osteotomy presupposes, and what does not fit together about one.</summary>
static class OsteotomyFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("level-outside-plan", Severity.Safety, "Level not planned",
            "An osteotomy at a level that the plan in force did not name.", LevelOutsidePlan, Stops: true)
        {
            MayChangeWith = happened => happened is OsteotomyPerformed or PlanningEvent,
            Remedies = (entries, cut) => [PlanWith(((OsteotomyPerformed)cut.Event).Level, Plan.InForceAt(entries, cut.EffectiveAt).Procedure!)],
        },
        new("level-not-confirmed", Severity.Safety, "Level not imaged",
            "An osteotomy without an image before it that localised its level.", LevelNotConfirmed)
        {
            MayChangeWith = happened => happened is ImagingTaken or OsteotomyPerformed,
            Remedies = (_, _) => [Remedy.Some<TakeImage>()],
        },
        new("grade-columns-clash", Severity.Attention, "Grade and columns", "Grade 3 and above cut three columns, grades 1 and 2 do not.", GradeColumnsClash)
        {
            MayChangeWith = happened => happened is OsteotomyPerformed,
        },
        new("neuromonitoring-missing", Severity.Attention, "No monitoring",
            "A three-column osteotomy without neuromonitoring before it.", NeuromonitoringMissing)
        {
            MayChangeWith = happened => happened is OsteotomyPerformed or NeuromonitoringStarted,
        },
    ];

    internal static IEnumerable<Raised> LevelOutsidePlan(SurvivingEntries entries) =>
        from cut in entries.All<OsteotomyPerformed>()
        let level = ((OsteotomyPerformed)cut.Event).Level
        let planned = Plan.InForceAt(entries, cut.EffectiveAt).Procedure?.Levels
        where planned is { Count: > 0 } && !planned.Contains(level)
        select new Raised($"{level} was cut; planned: {string.Join(", ", planned)}.", cut);

    static ChangePlan PlanWith(Level level, Procedure planned) => new(Procedure: planned with { Levels = [.. planned.Levels!.Append(level).Order()] });

    /// <summary>An image that names no level localises all of them.</summary>
    static IEnumerable<Raised> LevelNotConfirmed(SurvivingEntries entries)
    {
        var images = entries.All<ImagingTaken>(i => i.Purpose is ImagingPurpose.LevelLocalisation)
            .Select(i => (i.EffectiveAt, ((ImagingTaken)i.Event).Levels)).ToArray();
        var ofAll = images.Where(i => i.Levels is not { Count: > 0 }).Select(i => (DateTimeOffset?)i.EffectiveAt).FirstOrDefault();
        var first = images.SelectMany(i => i.Levels ?? [], (i, level) => (level, i.EffectiveAt))
            .GroupBy(i => i.level).ToDictionary(l => l.Key, l => l.First().EffectiveAt);
        return from cut in entries.All<OsteotomyPerformed>()
               let level = ((OsteotomyPerformed)cut.Event).Level
               where !cut.IsImported()
               where !(ofAll <= cut.EffectiveAt) && !(first.TryGetValue(level, out var at) && at <= cut.EffectiveAt)
               select new Raised($"{level} was cut without an image that localised it.", cut);
    }

    static IEnumerable<Raised> GradeColumnsClash(SurvivingEntries entries) =>
        from cut in entries.All<OsteotomyPerformed>(c => SchwabGrade.Clashes(c.Grade, c.Columns))
        let what = (OsteotomyPerformed)cut.Event
        select new Raised($"At {what.Level}, grade {what.Grade} and {what.Columns} columns do not fit together.", cut);

    static IEnumerable<Raised> NeuromonitoringMissing(SurvivingEntries entries) =>
        from cut in entries.All<OsteotomyPerformed>(c => SchwabGrade.IsThreeColumn(c.Grade, c.Columns))
        where !cut.IsImported() && !(entries.First<NeuromonitoringStarted>()?.EffectiveAt <= cut.EffectiveAt)
        select new Raised("A three-column osteotomy has no neuromonitoring before it.", cut);
}
