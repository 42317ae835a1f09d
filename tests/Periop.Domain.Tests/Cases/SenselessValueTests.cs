using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class SenselessValueTests
{
    static Procedure OfGrade(int grade) => new(new Term(SpinalOsteotomy.Name), Grade: grade);

    public static TheoryData<CaseCommand> Senseless =>
    [
        new ChangePlan(ScheduledMinutes: 0), new ChangePlan(Procedure: OfGrade(0)), new ChangePlan(Procedure: OfGrade(7)),
        new DelayCase(new Term("transport-late"), 0),
        new AnesthetizePatient(0), new AnesthetizePatient(7), Osteotomy("L3", 0), Osteotomy("L3", 7), Osteotomy("L3", 3, 0), Osteotomy("L3", 3, 4),
        Screw() with { Quantity = 0 }, Screw() with { DiameterMm = 0 }, Screw() with { LengthMm = -45 },
        new WasteHardware { Kind = HardwareKind.Rod, Code = new Term("dropped"), Quantity = -1 },
        new ReturnHardware { Kind = HardwareKind.Rod, Code = new Term("wrong-size"), Quantity = 0 },
        new EstimateBloodLoss(-1), new RecordFluid(FluidKind.Urine, -0.5m, new Term("ml")), new GiveBloodProduct(new Term("red-cells"), 0),
        new CloseWound(ClosureMethod.Sutures, 0), new CloseWound(ClosureMethod.Sutures, 5),
        new RecordFollowUp(PainScore: -0.1m), new RecordFollowUp(PainScore: 10.1m),
        new RecordFollowUp(DisabilityScore: -1), new RecordFollowUp(DisabilityScore: 101),
        EnterRoom() with { OccurredAt = new DateTimeOffset(1899, 12, 31, 23, 59, 59, TimeSpan.Zero) },
    ];

    public static TheoryData<CaseCommand> JustSensible =>
    [
        new ChangePlan(ScheduledMinutes: 1), new ChangePlan(Procedure: OfGrade(1)), new ChangePlan(Procedure: OfGrade(6)),
        new DelayCase(new Term("transport-late"), 1),
        new AnesthetizePatient(1), new AnesthetizePatient(6), Osteotomy("L3", 1, 1), Osteotomy("L3", 6, 3),
        Screw() with { Quantity = 1, DiameterMm = 0.1m, LengthMm = 0.1m },
        new EstimateBloodLoss(0), new RecordFluid(FluidKind.Urine, 0, new Term("ml")), new GiveBloodProduct(new Term("red-cells"), 0.5m),
        new CloseWound(ClosureMethod.Sutures, 1), new CloseWound(ClosureMethod.Sutures, 4),
        new RecordFollowUp(PainScore: 0, DisabilityScore: 0), new RecordFollowUp(PainScore: 10, DisabilityScore: 100),
        GeneralAnesthesia with { OccurredAt = new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero) },
    ];

    [Theory, MemberData(nameof(Senseless), DisableDiscoveryEnumeration = true)]
    public void A_value_that_cannot_be_meant_is_refused(CaseCommand command) =>
        Assert.Equal(RefusalKind.Senseless, Expect.Refused(CaseStory.Scheduled().Incised().When("09:00", command), "senseless-value").Kind);

    [Theory, MemberData(nameof(JustSensible), DisableDiscoveryEnumeration = true)]
    public void A_value_at_the_edge_is_recorded(CaseCommand command) => Expect.Recorded(CaseStory.Scheduled().Incised().When("09:00", command));

    public static TheoryData<ScheduleCase> SenselessPlans =>
        [Plan() with { ScheduledMinutes = 0 }, Plan() with { AsaClass = 0 }, Plan() with { AsaClass = 7 }, Plan() with { Procedure = OfGrade(7) }];

    [Theory, MemberData(nameof(SenselessPlans), DisableDiscoveryEnumeration = true)]
    public void A_plan_that_cannot_be_meant_is_refused(ScheduleCase plan) =>
        Expect.Refused(CaseStory.Ask(null, "06:00", plan, CaseStory.Rules.DefaultStops), "senseless-value");

    public static TheoryData<CaseCommand, string> Incomplete => new()
    {
        { new PerformOsteotomy(new Level("L3"), Approach.Posterior), "grade" },
        { new ReportComplication(ComplicationKind.Other), "icd10" },
        { new AssessOutcomes([]), "assessments" },
        { new RetractEntry(CaseStory.Id(1)), "reason" },
        { new CorrectTime(CaseStory.Id(1), CaseStory.Time("08:00")), "reason" },
        { Correct(CaseStory.Id(1), "08:00").HappenedAt("08:00"), "occurredAt" },
        { new CorrectPatient(new Reference("p-2")), "reason" },
        { new AcknowledgeFlag(new Term("recorded-late")), "reason" },
        { new ReviewComplication(ReviewDecision.Rejected), "reason" },
        { new ReviewComplication(ReviewDecision.Reclassified, Kind: ComplicationKind.InfectionDeep), "reason" },
        { new ReviewComplication(ReviewDecision.Reclassified).Because("deeper"), "kind" },
        { new ReviewComplication(ReviewDecision.Rejected, Kind: ComplicationKind.InfectionDeep).Because("none"), "kind" },
        { new ReviewComplication(ReviewDecision.Confirmed) { Replaces = CaseStory.Id(2) }, "reason" },
        { new LeaveRoom { Replaces = CaseStory.Id(2) }, "reason" },
        { Plan() with { Replaces = CaseStory.Id(2) }, "replaces" },
        { new RecordRiskFactors(new Dictionary<string, decimal>(StringComparer.Ordinal) { ["body mass"] = 27 }), "factors" },
        { Plan() with { RiskFactors = new Dictionary<string, decimal>(StringComparer.Ordinal) { [""] = 1 } }, "riskFactors" },
    };

    [Theory, MemberData(nameof(Incomplete), DisableDiscoveryEnumeration = true)]
    public void What_a_command_lacks_is_named(CaseCommand command, string member) => Assert.Equal([member], command.Missing().Select(m => m.Member));

    public static TheoryData<CaseCommand> Complete =>
    [
        new PerformOsteotomy(new Level("L3"), Approach.Anterior), new ReportComplication(ComplicationKind.Other, Icd10: new Term("T81.4")),
        Retract(CaseStory.Id(1)), new ReviewComplication(ReviewDecision.Confirmed),
        new ReviewComplication(ReviewDecision.Confirmed, Kind: ComplicationKind.InfectionDeep),
        Correct(CaseStory.Id(1), "08:00"), new LeaveRoom().Replacing(CaseStory.Id(2)), new EndAnesthesia(),
        new RecordRiskFactors(new Dictionary<string, decimal>(StringComparer.Ordinal) { ["body-mass-index"] = 27 }),
    ];

    [Theory, MemberData(nameof(Complete), DisableDiscoveryEnumeration = true)]
    public void A_complete_command_lacks_nothing(CaseCommand command) => Assert.Empty(command.Missing());
}
