namespace Periop.Simulator.Planning.Past;

/// <summary>What the hospital's former system exports of a case: the plan and the times, with the gaps that such a file has.</summary>
static class PastRow
{
    static readonly string[] CancellationCodes = ["patient-health", "no-bed", "staff", "urgent-case", "patient-related"];

    public static Dictionary<string, string> Of(PastScript past)
    {
        var (setting, dice, text) = (past.Slot.Setting, past.Dice, (Func<DateTimeOffset, string>)past.Script.Text);
        var row = new Dictionary<string, string>
        {
            ["caseNumber"] = setting.CaseNumber,
            ["patientRef"] = "p-" + setting.CaseNumber,
            ["room"] = setting.Room,
            ["service"] = setting.Operation.Service,
            ["procedure"] = setting.Operation.Family,
            ["surgeon"] = setting.Surgeon,
            ["asaClass"] = $"{dice.Weighted((.15, 1), (.5, 2), (.32, 3), (.03, 4))}",
            ["priority"] = dice.Chance(.08) ? "urgent" : "elective",
            ["scheduledStart"] = text(setting.ScheduledStart),
            ["scheduledMinutes"] = $"{setting.ScheduledMinutes}",
            ["risk.age"] = $"{dice.Between(24, 86)}",
            ["risk.smoker"] = dice.Chance(.2) ? "1" : "0",
        };
        if (past.Slot.Times is not { } times)
        {
            row["cancelled"] = text(setting.ScheduledStart - dice.Minutes(40, 900));
            row["cancellationCode"] = dice.Pick(CancellationCodes);
            return row;
        }

        row["roomIn"] = text(times.RoomEntry);
        row["anesthesiaStart"] = text(times.AnesthesiaStart);
        row["anesthesiaReady"] = text(times.Anesthetized);
        row["roomOut"] = text(times.RoomExit);
        if (dice.Chance(.97))
            row["anesthesiaEnd"] = text(times.AnesthesiaEnd);
        if (times is not { Incision: { } incision, Closure: { } closure })
        {
            row["cancelled"] = text(times.RoomExit - dice.Minutes(15, 24));
            row["cancellationCode"] = "patient-health";
            return row;
        }

        row["incision"] = text(incision);
        if (dice.Chance(BaseRates.ClosureCaptured))
            row["closure"] = text(closure);
        if (past.Discharge is { } discharge)
            row["discharge"] = text(discharge);
        if (past.Death is { } death)
            row["death"] = text(death);
        return row;
    }

    /// <summary>Now and then somebody compares the times with the anesthesia record, and the next export has them otherwise.</summary>
    public static Dictionary<string, string> Corrected(PastScript past)
    {
        var corrected = new Dictionary<string, string>();
        if (past.Slot is { IsOperated: true, Times: { } times } && past.Dice.Chance(BaseRates.PastTimesCompared))
        {
            past.RoomExit = times.RoomExit + past.Dice.Minutes(4, 25);
            corrected["roomOut"] = past.Script.Text(past.RoomExit.Value);
        }
        return corrected;
    }
}
