namespace Periop.Domain.Cases;

/// <summary>What cannot normally come before something else.</summary>
static class SequenceFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("before-room-entry", Severity.Safety, "Not in room", "A surgical step before the patient was in the room.", BeforeRoomEntry, Stops: true)
        {
            MayChangeWith = happened => happened is ISurgicalStep || FlagRule.ChangesTimes(happened),
            Remedies = (entries, _) => entries.First<PatientEnteredRoom>() is null ? [new EnterRoom()] : [],
        },
        new("before-incision", Severity.Safety, "No incision", "A surgical step before the incision.", BeforeIncision, Stops: true)
        {
            MayChangeWith = happened => happened is ISurgicalStep,
            Remedies = (entries, _) => entries.First<IncisionMade>() is null ? [new MakeIncision()] : [],
        },
        new("order-unusual", Severity.Info, "Order unusual",
            "Two times are in an unusual order. Equal times are not; nor is anesthesia ending after the patient left the room.", OrderUnusual)
        {
            MayChangeWith = FlagRule.ChangesTimes,
        },
    ];

    /// <summary>Which milestone normally comes before which (domain: order of a case's milestones).</summary>
    static readonly (Milestone Earlier, Milestone Later)[] Usual =
    [
        (Milestone.RoomEntry, Milestone.RoomExit), (Milestone.RoomEntry, Milestone.Induction), (Milestone.AnesthesiaStart, Milestone.Induction),
        (Milestone.AnesthesiaStart, Milestone.Incision), (Milestone.Induction, Milestone.Anesthesia), (Milestone.Anesthesia, Milestone.Incision),
        (Milestone.Incision, Milestone.ClosingStart), (Milestone.ClosingStart, Milestone.Closure), (Milestone.Closure, Milestone.Dressing),
        (Milestone.Closure, Milestone.AnesthesiaEnd), (Milestone.Closure, Milestone.Emergence), (Milestone.Closure, Milestone.RoomExit),
        (Milestone.SignOut, Milestone.RoomCleaned), (Milestone.RoomExit, Milestone.RoomCleaned), (Milestone.RoomExit, Milestone.RecoveryExit),
        (Milestone.RecoveryEntry, Milestone.RecoveryExit), (Milestone.RoomExit, Milestone.Discharge),
    ];

    static IEnumerable<Raised> BeforeRoomEntry(SurvivingEntries entries)
    {
        var entered = entries.RoomEntry;
        return from step in entries.All<ISurgicalStep>()
               where entered is null ? !entries.AreAllImported : step.EffectiveAt < entered.EffectiveAt
               select new Raised("A surgical step is recorded before the patient was in the room.", step);
    }

    static IEnumerable<Raised> BeforeIncision(SurvivingEntries entries)
    {
        var incision = entries.First<IncisionMade>();
        return from step in entries.All<ISurgicalStep>()
               where step.Event is not IncisionMade && (incision is null ? !entries.AreAllImported : step.EffectiveAt < incision.EffectiveAt)
               select new Raised("A surgical step is recorded before the incision.", step);
    }

    static IEnumerable<Raised> OrderUnusual(SurvivingEntries entries)
    {
        return from pair in Usual
               let earlier = entries.Answering(pair.Earlier)
               let later = pair.Later.IsOnce ? entries.Answering(pair.Later) : entries.Milestones[pair.Later].LastOrDefault()
               where earlier is not null && later is not null && later.EffectiveAt < earlier.EffectiveAt && !KnownToTheDay.IsSameDay(earlier, later)
               select new Raised($"{pair.Later} is recorded before {pair.Earlier}.", earlier, later);
    }
}
