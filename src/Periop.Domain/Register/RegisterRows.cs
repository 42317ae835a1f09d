using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Outcomes;
using Periop.Domain.Procedures;

namespace Periop.Domain.Register;

/// <summary>The register rows of a case, in parts, those of a recall, of what was published, and of a second source.</summary>
public static class RegisterRows
{
    /// <summary>The devices of a case, and what it took out of the patient.</summary>
    public static readonly RegisterPart Devices = new(
        surgicalCase => [.. ImplantRow.Of(surgicalCase.Surviving()), .. RemovalRow.Of(surgicalCase.Surviving())],
        happened => happened is HardwareEvent or HardwareRemoved or PatientCorrected or TimeCorrected or EntryRetracted);

    /// <summary>What a case has to say to an audit.</summary>
    public static readonly RegisterPart Facts = new(CaseFactsRow.Of, CaseFactsRow.MayChangeWith);

    /// <summary>What the use of rooms is measured by.</summary>
    public static readonly RegisterPart Times = new(CaseTimesRow.Of, CaseTimesRow.MayChangeWith);

    /// <summary>How soon milestones were recorded.</summary>
    public static readonly RegisterPart Milestones = new(MilestoneRow.Of, MilestoneRow.MayChangeWith)
    {
        After = (rows, _, happened, after) => MilestoneRow.After(rows, happened, after),
    };

    /// <summary>What was found of complications, or not.</summary>
    public static readonly RegisterPart Findings = new(FindingRow.Of, FindingRow.MayChangeWith);

    /// <summary>How the patient does, before and after.</summary>
    public static readonly RegisterPart Scores = new(ScoreRow.Of, ScoreRow.MayChangeWith);

    /// <summary>What was changed after it had been recorded.</summary>
    public static readonly RegisterPart Corrections = new(surgicalCase => [.. CorrectionRow.Of(surgicalCase)], CorrectionRow.MayChangeWith);

    /// <summary>What someone should look at.</summary>
    public static readonly RegisterPart Deviations = new(
        surgicalCase => [.. DeviationRow.Of(surgicalCase, CaseFlags.Of(surgicalCase, ProcedureFamilies.Shipped.Rules))], _ => true)
    {
        After = (rows, before, happened, after) => DeviationRow.After(rows, before, happened, after, ProcedureFamilies.Shipped.Rules),
    };

    /// <summary>All rows of a case.</summary>
    public static IReadOnlyList<RegisterPart> OfCase { get; } = [Devices, Facts, Times, Milestones, Findings, Scores, Corrections, Deviations];

    /// <summary>All rows of a recall.</summary>
    public static IReadOnlyList<RegisterRow> Of(Recall? recall) =>
        recall is null ? [] : [RecallRow.Of(recall), .. recall.Closures.Select(closure => ClosureRow.Of(closure, recall))];

    /// <summary>All rows of what was published.</summary>
    public static IReadOnlyList<RegisterRow> Of(PublicationEvent published, DateTimeOffset at, string by) => published switch
    {
        DefinitionPublished definition => [DefinitionRow.Of(definition, at, by)],
        RiskModelPublished model => [RiskModelRow.Of(model, at, by)],
        _ => throw new InvalidOperationException($"{published.GetType().Name} has no rows."),
    };

    /// <summary>All rows of a second source, by its newest upload.</summary>
    public static IReadOnlyList<RegisterRow> Of(SecondSourceUploaded uploaded, DateTimeOffset at, string by) =>
        [SecondSourceRow.Of(uploaded, at, by), .. SecondSourceCaseRow.AllOf(uploaded)];
}
