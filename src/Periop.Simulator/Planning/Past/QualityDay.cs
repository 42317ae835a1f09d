using System.Globalization;
using System.Text.Json.Nodes;
using UUIDNext;

namespace Periop.Simulator.Planning.Past;

/// <summary>
/// The day goes on for those of the past, too: patients come to be seen, others are called, a letter tells of a complication elsewhere, and the quality
/// team and the coder get on with their lists.
/// </summary>
sealed class QualityDay(IReadOnlyList<PastCase> cases, TimeZoneInfo timeZone, DateOnly day, Guid ids, Dice dice)
{
    readonly List<LaterEntries> told = [];
    readonly HashSet<string> touched = [];

    public IReadOnlyList<LaterEntries> Tell()
    {
        foreach (var (one, truth) in Some(8, (one, truth) => Age(truth) is >= 43 and <= 52 && IsFollowed(truth) && !WasSeen(truth, 43)))
            Visit(one, truth, At(8.5, 15.5));
        foreach (var (one, truth) in Some(4, (one, truth) => Age(truth) is >= 91 and <= 104 && IsFollowed(truth) && !WasSeen(truth, 91)))
            Visit(one, truth, At(8.5, 15.5));
        foreach (var (index, (one, truth)) in Some(12, (one, truth) => Age(truth) is >= 110 and <= 420 && IsFollowed(truth) && !WasSeen(truth, 90)).Index())
            Call(one, truth, index);
        foreach (var (one, truth) in Some(3, (one, truth) => Age(truth) is >= 40 and <= 200 && IsFollowed(truth) && truth.Complications.Count == 0))
            Letter(one, truth);
        foreach (var (index, (one, truth)) in Some(7, (one, truth) => Waiting(one) is not null).Index())
            Review(one, truth, Waiting(one)!, index);
        foreach (var (index, (one, truth)) in Some(9, (one, truth) => truth.IsCodedOtherwise is null && Age(truth) > 5).Index())
            Code(one, truth, otherwise: index == 2 && one.Suggested.Count > 0);
        return [.. told.OrderBy(later => later.Entries[0].SendAt)];
    }

    void Visit(PastCase one, CaseTruth truth, DateTimeOffset at)
    {
        var seen = PastFollowUp.Absent(truth.Complications, PastFollowUp.Early, at).ToList();
        var body = new JsonObject { ["alive"] = true, ["assessments"] = PastFollowUp.Assessments(seen), ["painScore"] = dice.Between(1, 5) };
        if (one.Row["service"] == "spine")
            body["disabilityScore"] = dice.Between(18, 46);
        Told(truth with { LastSeenAlive = at, Absences = [.. truth.Absences, .. seen] }, Entry(one, "follow-ups", at, body));
    }

    /// <summary>Of those who are called, some answer and are well; of the others one is given up, and one does not want to be asked.</summary>
    void Call(PastCase one, CaseTruth truth, int index)
    {
        var at = At(8.2, 11.5);
        var reached = index % 3 == 0 || index == 4;
        var call = Entry(one, "follow-up-attempts", at, new() { ["method"] = "call", ["result"] = reached ? "reached" : "not-reached" });
        var after = at + dice.Minutes(6, 14);
        if (index == 4)
            Told(truth with { HasWithdrawn = true }, call, Entry(one, "follow-up-withdrawals", after, []));
        else if (index == 5)
            Told(truth with { IsLost = true }, call, Entry(one, "follow-up-losses", after, new() { ["code"] = "unreachable" }));
        else if (!reached)
            Told(truth, call);
        else
        {
            var seen = PastFollowUp.Absent(truth.Complications, PastFollowUp.Early, after).ToList();
            Told(truth with { LastSeenAlive = after, Absences = [.. truth.Absences, .. seen] },
                call, Entry(one, "follow-ups", after, new() { ["alive"] = true, ["assessments"] = PastFollowUp.Assessments(seen) }));
        }
    }

    /// <summary>Another hospital has treated the patient weeks ago.</summary>
    void Letter(PastCase one, CaseTruth truth)
    {
        var onset = Whole(truth.Incision + dice.Days(8, 28));
        var detected = onset + dice.Minutes(300, 2000);
        Told(truth with { Complications = [.. truth.Complications, new("infection-deep", onset, detected)] },
            Entry(one, "complications", At(10, 15), new()
            {
                ["kind"] = "infection-deep", ["grade"] = "IIIb", ["onsetAt"] = Text(onset), ["detectedAt"] = Text(detected),
                ["note"] = "By a letter of the regional hospital",
            }));
    }

    void Review(PastCase one, CaseTruth truth, PlannedEntry report, int index)
    {
        var kind = (string)report.Body["kind"]!;
        var onset = DateTimeOffset.Parse((string)report.Body["onsetAt"]!, CultureInfo.InvariantCulture);
        var reviewed = truth.Complications.First(found => found.Kind == kind && (found.Onset - onset)?.Duration() < TimeSpan.FromSeconds(1));
        var others = truth.Complications.Where(found => found != reviewed);
        var (decision, reason) = (index, kind) switch
        {
            (2, _) => ("rejected", "No criterion of the definition is met"),
            (_, "infection-superficial") => ("reclassified", "Pus from below the fascia at the revision"),
            _ => ("confirmed", "Reviewed against the written definition"),
        };
        var body = new JsonObject { ["decision"] = decision, ["reason"] = reason };
        if (decision == "reclassified")
            (body["kind"], body["grade"]) = ("infection-deep", "IIIb");
        Told(truth with
        {
            Complications = decision switch
            {
                "rejected" => [.. others],
                "reclassified" => [.. others, reviewed with { Kind = "infection-deep" }],
                _ => truth.Complications,
            },
        }, Entry(one, $"complications/{report.EntryId}/reviews", At(13, 16.5), body));
    }

    void Code(PastCase one, CaseTruth truth, bool otherwise) =>
        Told(truth with { IsCodedOtherwise = otherwise }, Entry(one, "codings", At(9, 16), Coding.Decision(one.Suggested, otherwise)));

    /// <summary>A report with an onset that nobody has reviewed or taken back.</summary>
    static PlannedEntry? Waiting(PastCase one) => one.Entries.FirstOrDefault(entry =>
        entry.Name == "complications" && entry.Body["onsetAt"] is not null
        && one.Entries.All(other =>
            other.Name != $"complications/{entry.EntryId}/reviews" && (string?)other.Body["targetEntryId"] != entry.EntryId.ToString()));

    IEnumerable<(PastCase Case, CaseTruth Truth)> Some(int count, Func<PastCase, CaseTruth, bool> which) =>
        [.. cases.Where(one => one.Truth is { } truth && !touched.Contains(one.CaseNumber) && which(one, truth)).OrderBy(_ => dice.Between(0, 1_000_000))
            .Take(count).Select(one => (one, one.Truth!))];

    static bool IsFollowed(CaseTruth truth) => truth is { Death: null, IsLost: false, HasWithdrawn: false };

    static bool WasSeen(CaseTruth truth, int from) => truth.Absences.Any(absence => absence.At >= truth.Incision.AddDays(from - 1));

    int Age(CaseTruth truth) => day.DayNumber - DateOnly.FromDateTime(truth.Incision.Date).DayNumber;

    void Told(CaseTruth after, params PlannedEntry[] entries)
    {
        touched.Add(after.CaseNumber);
        told.Add(new(after.CaseNumber, entries, after));
    }

    PlannedEntry Entry(PastCase one, string name, DateTimeOffset at, JsonObject body)
    {
        (body["occurredAt"], body["source"]) = (Text(at), "live");
        return new(one.CaseNumber, name, Uuid.NewNameBased(ids, $"{one.CaseNumber}/{name}/{Text(at)}"), at, at, body);
    }

    DateTimeOffset At(double fromHour, double toHour) => LocalTime.At(day, dice.Minutes(fromHour * 60, toHour * 60), timeZone);

    string Text(DateTimeOffset instant) => LocalTime.Text(instant, timeZone);

    static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
}
