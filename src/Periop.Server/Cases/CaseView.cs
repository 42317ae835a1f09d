using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using Periop.Domain.Times;

namespace Periop.Server.Cases;

/// <summary>A case as it is read: every part is worked out from its surviving entries.</summary>
/// <param name="AsOf">
/// When the case last changed: its last entry was recorded, or the last of its flags across cases came or went. Asked again for this
/// instant, the answer is the same to the byte.
/// </param>
/// <param name="Next">
/// What is likely to be recorded next, in order, by the name of a milestone or of the path that records it: first what answers an open alert,
/// a count that does not match or a safety flag, then the milestones to come.
/// </param>
sealed record CaseView(
    Guid CaseId, Label CaseNumber, string? PatientRef, string Hospital, long Version, DateTimeOffset AsOf, CaseStatus Status, CasePhase Phase,
    PlanView Plan, Label? Room, IReadOnlyList<TeamView> Team, IReadOnlyList<MilestoneView> Milestones, IReadOnlyList<Duration> Durations,
    IReadOnlyList<SegmentView> Segments, IReadOnlyList<ImplantView> Implants, int RulesVersion, IReadOnlyList<FlagView> Flags,
    IReadOnlyList<SignatureView> Signatures, Completeness Completeness, IReadOnlyList<string> Next)
{
    /// <param name="asOf">The instant that the answer is for.</param>
    /// <param name="joined">Flags that other cases and the recall list raise.</param>
    /// <param name="taken">How many of its devices other cases took out of the patient, by the entry that placed them.</param>
    public static CaseView Of(
        SurgicalCase surgicalCase, string hospital, string? patientRef, DateTimeOffset asOf, IEnumerable<Flag> joined,
        IReadOnlyDictionary<Guid, long> taken, RuleBook rules)
    {
        var entries = surgicalCase.Surviving();
        var (plan, progress) = (Domain.Cases.Plan.Of(entries), Progress.Of(entries));
        return new CaseView(
            surgicalCase.Id, plan.CaseNumber, patientRef, hospital, surgicalCase.Version, asOf, progress.Status, progress.Phase, PlanView.Of(plan),
            progress.Room, TeamView.Of(entries), MilestoneView.Of(entries), Duration.Of(entries), SegmentView.Of(entries), ImplantView.Of(entries, taken),
            rules.Version, [.. CaseFlags.Of(surgicalCase, rules).Concat(joined).Select(FlagView.Of)],
            SignatureView.Of(entries), Completeness.Of(entries, rules), NextOf(NextMilestones.Of(entries, rules)));
    }

    static IReadOnlyList<string> NextOf(NextMilestones next) => [.. next.Remedies.Select(NameOf).Concat(next.Milestones.Select(m => m.Name)).Distinct()];

    static string NameOf(Remedy remedy) =>
        remedy.Whole is CompleteSafetyCheck check ? Vocabulary.WordFor(check.Phase) : CommandRoute.Of(remedy.Command).Path;
}

sealed record PlanView(
    Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, Priority? Priority, Procedure? Procedure, Label? Surgeon, Label? Service,
    IReadOnlyList<Term>? DiagnosisCodes, Note? Indication, int? AsaClass, Reference? StayRef, Guid? StageOf)
{
    public static PlanView Of(Plan plan) =>
        new(plan.Room, plan.ScheduledStart, plan.ScheduledMinutes, plan.Priority, plan.Procedure, plan.Surgeon, plan.Service,
            plan.DiagnosisCodes, plan.Indication, plan.AsaClass, plan.StayRef, plan.StageOf);
}

sealed record TeamView(Label Staff, TeamRole Role, DateTimeOffset JoinedAt, DateTimeOffset? LeftAt)
{
    public static IReadOnlyList<TeamView> Of(SurvivingEntries entries) =>
        [.. TeamMember.AllOf(entries).Select(m => new TeamView(m.Staff, m.Role, m.JoinedAt, m.LeftAt))];
}

/// <param name="Precision">There when only the day is known: <paramref name="OccurredAt"/> is the end of that day.</param>
sealed record MilestoneView(
    string Name, Guid EntryId, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string RecordedBy, EntrySource Source, bool Late,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimePrecision? Precision)
{
    public static IReadOnlyList<MilestoneView> Of(SurvivingEntries entries) =>
    [
        .. from entry in entries
           let milestone = Milestone.Of(entry.Event)
           where milestone is not null
           select new MilestoneView(
               milestone.Name, entry.Id, entry.EffectiveAt, entry.RecordedAt, entry.RecordedBy, entry.Event.Source, Lateness.IsLate(entry, entries),
               entry.Precision),
    ];
}

sealed record SegmentView(Guid EntryId, Level Level, Approach Approach, int? Grade, int? Columns, Term? Technique, bool? Discectomy, DateTimeOffset OccurredAt)
{
    public static IReadOnlyList<SegmentView> Of(SurvivingEntries entries) =>
    [
        .. from entry in entries.All<OsteotomyPerformed>()
           let cut = (OsteotomyPerformed)entry.Event
           select new SegmentView(entry.Id, cut.Level, cut.Approach, cut.Grade, cut.Columns, cut.Technique, cut.Discectomy, entry.EffectiveAt),
    ];
}

sealed record ImplantView(
    Guid EntryId, HardwareKind Kind, IReadOnlyList<Level> Levels, HardwareSite? Site, BodySide? Side, int Quantity, Scan? Udi, string? Gtin, Term? Manufacturer,
    string? Reference, string? Lot, string? Serial, DateOnly? Expiry, int InPlace, ImplantStatus Status, DateTimeOffset OccurredAt)
{
    public static IReadOnlyList<ImplantView> Of(SurvivingEntries entries, IReadOnlyDictionary<Guid, long> taken) =>
    [
        .. from implant in Implant.Of(entries)
           let device = implant.Device
           let identity = implant.Identity
           let left = Math.Max(0, implant.InPlace - (int)taken.GetValueOrDefault(implant.Entry.Id))
           select new ImplantView(
               implant.Entry.Id, device.Kind, device.Levels, device.Site, device.Side, device.Quantity, device.Udi, identity.Gtin, device.Manufacturer,
               identity.Reference, identity.Lot, identity.Serial, identity.Expiry, left,
               left == implant.InPlace ? implant.Status : Implant.StatusOf(device.Quantity, left), implant.Entry.EffectiveAt),
    ];
}

public sealed record FlagView(
    string Code, Severity Severity, string Label, string Message, IReadOnlyList<Guid> EntryIds, Note? Override, Acknowledgement? Acknowledged)
{
    public static FlagView Of(Flag flag) => new(flag.Code, flag.Severity, flag.Label, flag.Message, flag.EntryIds, flag.Override, flag.Acknowledged);
}

sealed record SignatureView(Guid EntryId, TeamRole Role, SignatureMeaning Meaning, string SignedBy, DateTimeOffset SignedAt)
{
    public static IReadOnlyList<SignatureView> Of(SurvivingEntries entries) =>
    [
        .. from entry in entries.All<RecordSigned>()
           let signed = (RecordSigned)entry.Event
           select new SignatureView(entry.Id, signed.Role, signed.Meaning, entry.RecordedBy, entry.RecordedAt),
    ];
}
