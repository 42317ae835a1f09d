using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Tests;

/// <summary>Commands in few words, for stories.</summary>
static class Steps
{
    public static ScheduleCase Plan(params string[] levels) =>
        new(new Label("2026-0117"), new Procedure(new Term(SpinalOsteotomy.Name), Levels: Levels(levels)), Room: new Label("OR-3"),
            ScheduledMinutes: 300);

    public static CompleteSafetyCheck SignIn => new(SafetyCheckPhase.SignIn);

    public static CompleteSafetyCheck TimeOut => new(SafetyCheckPhase.TimeOut);

    public static CompleteSafetyCheck SignOut => new(SafetyCheckPhase.SignOut);

    public static CloseWound Closure => new(ClosureMethod.Sutures);

    public static StartAnesthesia GeneralAnesthesia => new(AnesthesiaType.General);

    public static StartNeuromonitoring Neuromonitoring => new([new Term("mep")], MonitoringBaseline.Obtained);

    public static RaiseAlert Alert => new(new Term("mep"), new Note("amplitude down 60 percent"));

    public static DischargePatient Discharge => new(new Term("home"));

    public static CallOffCase CallOff => new(new Term("no-bed"));

    public static ReportComplication Infection => new(ComplicationKind.InfectionDeep);

    public static PerformOsteotomy Osteotomy(string level, int? grade = 2, int? columns = null) => new(new Level(level), Approach.Posterior, grade, columns);

    public static TakeImage LocalisingImage(params string[] levels) => new(new Term("fluoroscopy"), ImagingPurpose.LevelLocalisation, Levels(levels));

    public static GiveAntibiotic Antibiotic(string drug) => new(new Term(drug));

    public static CheckPreparationItem Item(PreparationItem item, PreparationOutcome outcome = PreparationOutcome.Done) => new(item, outcome);

    public static EnterRoom EnterRoom(string? room = null) => new(room is null ? null : new Label(room));

    public static ChangePlan PlanLevels(params string[] levels) =>
        new(Procedure: new Procedure(new Term(SpinalOsteotomy.Name), Levels: Levels(levels)));

    public static PlaceHardware Screw(string? serial = null, string? reference = null, string? udi = null, DateOnly? expiry = null) => new()
    {
        Kind = HardwareKind.PedicleScrew,
        Udi = udi is null ? null : new Scan(udi),
        Serial = serial is null ? null : new Term(serial),
        Reference = reference is null ? null : new Term(reference),
        Expiry = expiry,
    };

    public static SignRecord Sign(TeamRole role) => new(role, SignatureMeaning.Author);

    public static CorrectTime Correct(Guid target, string to) => new(target, CaseStory.Time(to)) { Reason = new Note("read off the monitor") };

    public static RetractEntry Retract(Guid target) => new(target) { Reason = new Note("recorded in the wrong case") };

    public static CaseCommand HappenedAt(this CaseCommand command, string time) => command with { OccurredAt = CaseStory.Time(time) };

    public static CaseCommand From(this CaseCommand command, EntrySource source) => command with { Source = source };

    public static CaseCommand Overriding(this CaseCommand command, string reason) => command with { Override = new Note(reason) };

    public static CaseCommand Because(this CaseCommand command, string reason) => command with { Reason = new Note(reason) };

    public static CaseCommand Replacing(this CaseCommand command, Guid entryId) => command with { Replaces = entryId, Reason = new Note("typed wrongly") };

    public static CaseCommand Under(this CaseCommand command, Guid entryId) => command with { EntryId = entryId };

    /// <summary>All three counts of a phase, at one time.</summary>
    public static CaseStory Counted(this CaseStory story, string time, CountPhase phase = CountPhase.Closing, CountResult result = CountResult.Correct) =>
        Enum.GetValues<CountedItem>().Aggregate(story, (soFar, item) => soFar.At(time, new PerformCount(item, phase, result)));

    /// <summary>The patient in the room at eight, time-out at 8:40, incision at 8:45.</summary>
    public static CaseStory Incised(this CaseStory story) => story.At("08:00", EnterRoom()).At("08:40", TimeOut).At("08:45", new MakeIncision());

    /// <summary>Surgeon and circulating nurse have signed; the time is the second signature's.</summary>
    public static CaseStory Signed(this CaseStory story, string time) => story.Signed(time, out _, out _);

    /// <summary>The same, with the signatures' entries.</summary>
    public static CaseStory Signed(this CaseStory story, string time, out Guid surgeons, out Guid nurses) =>
        story.By("surgeon-3").At(time, Sign(TeamRole.Surgeon), out surgeons).By("nurse-7").At(time, Sign(TeamRole.CirculatingNurse), out nurses);

    static Level[]? Levels(string[] names) => names.Length == 0 ? null : [.. names.Select(n => new Level(n))];
}
