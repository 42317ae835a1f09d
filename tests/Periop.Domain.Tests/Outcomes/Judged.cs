using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>Definitions and cases in few words. Windows are counted from an incision on 2 March 2026, a quarter to nine, in Zurich.</summary>
static class Judged
{
    public static readonly LocalDays Zurich = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));

    /// <summary>Deep infection within 30 days.</summary>
    public static readonly OutcomeDefinition DeepInfection = Within(30, "infection-deep");

    public static readonly OutcomeDefinition Infection = DeepInfection with { Id = "infection", Kind = new("infection") };

    public static readonly OutcomeDefinition Death = DeepInfection with
    { Id = "death", Kind = new("death"), Evidence = OutcomeEvidence.SeenAliveAfterClose };

    public static CaseStory Operated => CaseStory.Scheduled(Plan("L2", "L3")).Incised();

    public static OutcomeDefinition Within(int days, string kind) => new(
        kind, 1, new(kind), kind, new OutcomeWindow(Days: days), OutcomeAnchor.FirstIncision, [], OutcomeEvidence.Assessment, null,
        ReviewDemand.NotRequired, 30, Denominator.WithoutDied, "these tests");

    public static AssessOutcomes Assess(string kind, Finding finding) => new([new Assessment(new AssessedKind(kind), finding)]);

    public static OutcomeAt By(this CaseStory story, OutcomeDefinition definition, string asOf) =>
        Outcome.StateAt(definition, CaseFacts.Of(story.Entries), CaseFinding.AllOf(story.Entries), CaseStory.Time(asOf), Zurich);

    public static (OutcomeState, OutcomeReason) StateBy(this CaseStory story, OutcomeDefinition definition, string asOf) =>
        story.By(definition, asOf) is var at ? (at.State, at.Reason) : default;
}
