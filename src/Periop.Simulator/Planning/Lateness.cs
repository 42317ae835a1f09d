namespace Periop.Simulator.Planning;

/// <summary>When people get round to recording, and how often they are then wrong.</summary>
/// <remarks>
/// The studied milestones follow J Med Syst 2026 (10.1007/s10916-026-02346-9): 51.4 percent late, the error rate growing with the delay.
/// The nurse records in order, so a late milestone makes those behind it late as well, and room entry, time-out and incision never overtake
/// each other. That is why fewer late ones are drawn here than come out.
/// </remarks>
static class Lateness
{
    const double DelayedDrawn = .23, Over20MinutesDrawn = .18;

    static readonly HashSet<string> Steps =
        ["room-entry", "safety-checks", "incision", "exposure", "osteotomies", "hardware", "closing-start", "closure", "room-exit"];

    public static void Assign(CaseScript script)
    {
        foreach (var recorder in script.Drafts.GroupBy(draft => draft.Recorder))
        {
            var last = DateTimeOffset.MinValue;
            foreach (var draft in recorder.OrderBy(draft => draft.HappenedAt))
            {
                draft.SendAt = draft.HappenedAt + Delay(draft, script.Dice);
                if (recorder.Key != Recorder.Office && draft.SendAt <= last)
                    draft.SendAt = last + TimeSpan.FromSeconds(script.Dice.Between(3, 12));
                last = draft.SendAt;
            }
        }
    }

    /// <summary>The ward and the office after the operation: everyone for themselves.</summary>
    public static void AssignAfterwards(IEnumerable<Draft> drafts, Dice dice)
    {
        foreach (var draft in drafts)
            draft.SendAt = draft.HappenedAt + Delay(draft, dice);
    }

    /// <summary>Some late milestones get a wrong time, though never one that would turn the order of the steps around.</summary>
    public static IReadOnlyList<Draft> GiveWrongTimes(CaseScript script)
    {
        var steps = script.Drafts.Where(draft => Steps.Contains(draft.Name)).OrderBy(draft => draft.HappenedAt).ToList();
        var wrong = new List<Draft>();
        for (var index = 0; index < steps.Count; index++)
        {
            var draft = steps[index];
            if (!draft.IsStudied || !script.Dice.Chance(ErrorRate(draft.SendAt - draft.HappenedAt)))
                continue;
            var earliest = index == 0 ? DateTimeOffset.MinValue : steps[index - 1].ToldAt;
            var latest = index == steps.Count - 1 || draft.SendAt < steps[index + 1].HappenedAt ? draft.SendAt : steps[index + 1].HappenedAt;
            var shift = script.Dice.Minutes(2, 20);
            var later = Min(draft.HappenedAt + shift, latest.AddSeconds(-1));
            var earlier = Max(draft.HappenedAt - shift, earliest.AddSeconds(1));
            var told = later - draft.HappenedAt > draft.HappenedAt - earlier ? later : earlier;
            if ((told - draft.HappenedAt).Duration() < TimeSpan.FromMinutes(1))
                continue;
            draft.ToldAt = told;
            wrong.Add(draft);
        }
        return wrong;
    }

    static TimeSpan Delay(Draft draft, Dice dice) => draft switch
    {
        { Name: PlannedEntry.Scheduling } => TimeSpan.Zero,
        { Name: "death" or "readmission" or "return-to-room" or "complications", Recorder: Recorder.Office } => dice.Days(.05, 2),
        { Recorder: Recorder.Office } => dice.Minutes(0, 8),
        { Recorder: Recorder.Anesthesia } => dice.Minutes(0, 2),
        { IsStudied: false } => dice.Minutes(.1, 1.5),
        _ => dice.Weighted(
            (1 - DelayedDrawn - Over20MinutesDrawn, dice.Minutes(.1, 3)), (DelayedDrawn, dice.Minutes(5, 20)), (Over20MinutesDrawn, dice.Minutes(21, 50))),
    };

    static double ErrorRate(TimeSpan late) => late.TotalMinutes switch
    {
        <= 5 => BaseRates.WrongWhenPrompt,
        <= 20 => BaseRates.WrongWhenDelayed,
        _ => BaseRates.WrongWhenOver20Minutes,
    };

    static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
