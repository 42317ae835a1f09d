using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>Tells a case chapter by chapter.</summary>
static class CaseStory
{
    public static SimulatedCase Tell(CaseSetting setting, Dice dice)
    {
        var script = new CaseScript(setting, dice);
        var spine = setting.Operation.IsSpinalOsteotomy ? OsteotomyPlan.Draw(dice) : null;
        var ending = setting.Emergency ? CaseEnding.Completed : dice.Weighted(
            (BaseRates.Cancelled, CaseEnding.Cancelled), (BaseRates.AbortedInTheRoom, CaseEnding.Aborted),
            (BaseRates.EnteredInError, CaseEnding.EnteredInError),
            (1 - BaseRates.Cancelled - BaseRates.AbortedInTheRoom - BaseRates.EnteredInError, CaseEnding.Completed));
        var onTime = setting.ScheduledStart + dice.Minutes(-6, 8);
        var roomEntry = (onTime > setting.NotBefore ? onTime : setting.NotBefore) + (dice.Chance(BaseRates.Delayed) ? dice.Minutes(8, 45) : TimeSpan.Zero);
        var told = new SimulatedCase(setting.CaseNumber, setting.Room, setting.Operation.Family, spine?.Grade, setting.Surgeon, setting.ScheduledStart,
            ending, IsNormal: true, null, null, null, null, null, []);

        switch (ending)
        {
            case CaseEnding.EnteredInError:
                EnteredInError(script, spine, roomEntry);
                return told with { Entries = script.Entries() };
            case CaseEnding.Cancelled:
                BeforeTheRoom.Tell(script, spine, roomEntry);
                Lateness.Assign(script);
                CallOff(script, script.LastSent, dice.Pick<string>(["patient-health", "no-bed", "staff", "urgent-case", "patient-related"]));
                return told with { Entries = script.Entries() };
            case CaseEnding.Aborted:
                return Aborted(script, told, spine, roomEntry);
            default:
                return Completed(script, told, spine, roomEntry);
        }
    }

    static SimulatedCase Completed(CaseScript script, SimulatedCase told, OsteotomyPlan? spine, DateTimeOffset roomEntry)
    {
        var dice = script.Dice;
        BeforeTheRoom.Tell(script, spine, roomEntry);
        var timeOut = Arrival.Tell(script, spine, roomEntry);
        var surgery = spine is null ? OtherSurgery.Tell(script, timeOut) : OsteotomySurgery.Tell(script, spine, timeOut);
        var roomExit = Departure.Tell(script, surgery.Closure);
        Lateness.Assign(script);
        var wrongTimes = Lateness.GiveWrongTimes(script);
        Mishaps.Tell(script, wrongTimes);
        Sign(script);

        var inTheRoom = script.Drafts.Count;
        var discharge = AfterTheRoom.Tell(script, roomExit);
        var aftermath = Complications.Tell(script, spine, surgery, discharge);
        FollowUp.Tell(script, spine, aftermath, discharge);
        Code(script, discharge);
        Lateness.AssignAfterwards(script.Drafts.Skip(inTheRoom), dice);
        return told with
        {
            IsNormal = wrongTimes.Count == 0 && script.Drafts.All(draft => draft.Override is null),
            RoomEntry = roomEntry,
            Incision = surgery.Incision,
            Closure = surgery.Closure,
            RoomExit = roomExit,
            Discharge = discharge,
            Entries = script.Entries(),
        };
    }

    static void Code(CaseScript script, DateTimeOffset discharge)
    {
        if (script.Dice.Chance(.06))
            return;
        var suggested = Coding.Suggested(script);
        script.Office("codings", script.DayAfter(discharge, script.Dice.Between(3, 14), 9, 16),
            Coding.Decision(suggested, Coding.IsOtherwise(script.Dice, suggested)));
    }

    /// <summary>Anesthetized, and then not operated on: the class follows from the room entry, nobody has to say it.</summary>
    static SimulatedCase Aborted(CaseScript script, SimulatedCase told, OsteotomyPlan? spine, DateTimeOffset roomEntry)
    {
        BeforeTheRoom.Tell(script, spine, roomEntry);
        var exit = Arrival.Tell(script, spine, roomEntry) + script.Dice.Minutes(20, 35);
        script.Anesthesia("emergence", exit - script.Dice.Minutes(5, 10));
        script.Milestone("room-exit", exit, new() { ["destination"] = "recovery" });
        script.Anesthesia("anesthesia-end", exit);
        Lateness.Assign(script);
        CallOff(script, script.LastSent, "patient-health");
        return told with { RoomEntry = roomEntry, RoomExit = exit, Entries = script.Entries() };
    }

    static void EnteredInError(CaseScript script, OsteotomyPlan? spine, DateTimeOffset roomEntry)
    {
        BeforeTheRoom.Schedule(script, spine, roomEntry);
        Lateness.Assign(script);
        var scheduling = script.First(PlannedEntry.Scheduling);
        At(script.Office("retractions", scheduling.SendAt + script.Dice.Minutes(3, 200), new()
        {
            ["targetEntryId"] = scheduling.Id.ToString(), ["reason"] = "Booked under the wrong patient",
        }));
    }

    /// <summary>The last word of a case: what comes after it would be refused.</summary>
    static void CallOff(CaseScript script, DateTimeOffset after, string code) =>
        At(script.Office("cancellation", after + script.Dice.Minutes(1, 4), new() { ["code"] = code }));

    /// <summary>Both signatures freeze the record, so they come when everything about the room has been said.</summary>
    static void Sign(CaseScript script)
    {
        var nurse = script.LastSent + script.Dice.Minutes(2, 15);
        At(script.Office("signatures", nurse, Signature("circulating-nurse")));
        var surgeon = nurse + script.Dice.Minutes(10, 900);
        At(script.Office("signatures", surgeon, Signature("surgeon")));
        if (script.Dice.Chance(.04))
            At(script.Office("addenda", surgeon + script.Dice.Minutes(60, 2000), new() { ["text"] = "The drain was removed on the ward." }));
    }

    static JsonObject Signature(string role) => new() { ["role"] = role, ["meaning"] = "author" };

    static void At(Draft draft) => draft.SendAt = draft.HappenedAt;
}
