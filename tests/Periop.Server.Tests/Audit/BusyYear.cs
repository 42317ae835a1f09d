using System.Globalization;
using System.Text;
using System.Text.Json;
using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>
/// A hospital records months of operations and whatever became of them, in any order: late, doubtful, contradicting, corrected and taken
/// back. The same seed tells the same year. What is refused is part of it.
/// </summary>
sealed class BusyYear(TestHospital hospital, int seed)
{
    static readonly string[] Kinds =
    [
        "infection-deep", "infection-deep", "infection-superficial", "infection-organ-space", "deep-vein-thrombosis", "pulmonary-embolism", "blood-loss",
        "return-to-room", "readmission", "death", "non-union", "dural-tear",
    ];

    static readonly string[] Levels = ["C5", "T10", "T12", "L2", "L3", "L4"];

    readonly Random random = new(seed);
    readonly List<(Guid Stage, Guid Of)> stages = [];
    int cases;

    /// <summary>How many commands were recorded, and how many were refused.</summary>
    public (int Recorded, int Refused) Commands { get; private set; }

    /// <summary>New operations of the last thirty days, and what became known of any.</summary>
    public async Task MonthAsync(int operations, int commands)
    {
        var file = new StringBuilder(
            "caseNumber,patientRef,room,service,procedure,surgeon,roomIn,incision,closure,roomOut,discharge,death,lastSeenAlive,cancelled\n");
        for (var n = 0; n < operations; n++)
            file.AppendJoin(',', Operation()).Append('\n');
        var report = (await hospital.ImportAsync(file.ToString(), "?timeZone=Europe/Zurich")).Is(200);
        Assert.Empty(report.Refused());
        var known = await EntriesAsync();
        for (var n = 0; n < commands; n++)
        {
            var (person, path, body) = Next(known);
            var answer = await person.PostAsync(path, body);
            Assert.True(answer.Status is 200 or 201 or (>= 400 and < 500), $"{JsonSerializer.Serialize(body)}: {answer}");
            Commands = answer.Status < 300 ? (Commands.Recorded + 1, Commands.Refused) : (Commands.Recorded, Commands.Refused + 1);
            if (answer.Status < 300)
                known.Add(new Known(answer.CaseId, answer.EntryId, path.Split('/')[^1], hospital.Now));
            if (answer.Status == 201)
                stages.Add((answer.CaseId, JsonSerializer.SerializeToElement(body).GetProperty("stageOf").GetGuid()));
        }
    }

    IEnumerable<string> Operation()
    {
        var incision = Moment(TimeSpan.FromDays(random.Next(1, 30)));
        var isCancelled = random.Next(12) == 0;
        var stay = TimeSpan.FromDays(random.Next(1, 9));
        return
        [
            $"2025/{++cases:0000}", Sometimes(0.9, () => $"p-{random.Next(1, 80)}"), Sometimes(0.8, () => $"OR-{random.Next(1, 4)}"),
            Sometimes(0.8, () => random.Next(2) == 0 ? "spine" : "trauma"), Sometimes(0.7, () => "spinal-osteotomy"),
            Sometimes(0.9, () => $"surgeon-{random.Next(1, 5)}"), Time(incision.AddMinutes(-50)), isCancelled ? "" : Time(incision),
            isCancelled ? "" : Time(incision.AddHours(3)), Time(incision.AddHours(4)),
            Sometimes(0.7, () => incision + stay > hospital.Now ? "" : random.Next(2) == 0 ? Time(incision + stay) : Day(incision + stay)),
            Sometimes(0.06, () => Day(Between(incision))), Sometimes(0.3, () => Day(Between(incision))), isCancelled ? Time(incision.AddMinutes(-10)) : "",
        ];
    }

    (Person By, string Path, object Body) Next(List<Known> known)
    {
        var one = known[random.Next(known.Count)];
        var happened = Between(one.At).ToString("O");
        (Person, string, object) Case(string command, object body, Person? by = null)
        {
            var json = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!.AsObject();
            if (command is not ("time-corrections"))
                json["occurredAt"] = happened;
            json["source"] = "downtime";
            json["reason"] = "learnt later";
            return (by ?? hospital.Everyone, $"/api/cases/{one.CaseId}/{command}", json);
        }

        Guid Target(params string[] types) =>
            known.Where(k => k.CaseId == one.CaseId && (types.Length == 0 || types.Contains(k.Type))).ToArray() is { Length: > 0 } some
                ? some[random.Next(some.Length)].EntryId : one.EntryId;

        switch (random.Next(35))
        {
            case < 6:
                return Case("complications", new { kind = Kind(), onsetAt = Maybe(one.At), detectedAt = Maybe(one.At) });
            case < 10:
                one = known.Where(k => k.Type is "complications" or "assessments").ToArray() is { Length: > 0 } told ? told[random.Next(told.Length)] : one;
                return Case($"complications/{one.EntryId}/reviews", random.Next(3) switch
                {
                    0 => new { decision = "confirmed", onsetAt = Maybe(one.At) },
                    1 => new { decision = "reclassified", kind = Kind(), onsetAt = Maybe(one.At) },
                    _ => new { decision = "rejected" },
                });
            case < 15:
                var assessments = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Assessment()).DistinctBy(a => a.Kind).ToArray();
                return Case("assessments", new { assessments });
            case < 17:
                return Case("follow-ups", new { alive = random.Next(3) > 0, assessments = new[] { Assessment() } });
            case 17:
                return Case("follow-up-losses", new { });
            case 18:
                return Case("follow-up-withdrawals", new { });
            case 19:
                return Case("follow-up-attempts", new { method = "call", result = "not-reached" });
            case 20:
                return random.Next(3) == 0 ? Case("death", new { }) : Case("discharge", new { destination = "home" });
            case 21:
                return Case("readmission", new { });
            case 22:
                var stage = stages.Count > 0 && random.Next(2) == 0 ? stages[random.Next(stages.Count)] : ((Guid Stage, Guid Of)?)null;
                one = stage is { Of: var of } ? known.First(k => k.CaseId == of) : one;
                return Case("return-to-room", new { planned = random.Next(3) == 0, newCaseId = stage?.Stage });
            case 23:
                return Case("blood-products", new { product = random.Next(3) == 0 ? "plasma" : "PRBC", units = random.Next(1, 6) });
            case < 26:
                var approach = random.Next(4) == 0 ? "posterolateral" : "posterior";
                return Case("osteotomies", new { level = Levels[random.Next(Levels.Length)], approach, grade = random.Next(1, 7) });
            case 26:
                return Case("signatures", new { role = "surgeon", meaning = "author" }, hospital.Named("surgeon-9", "or-staff"));
            case 27:
                return Case("signatures", new { role = "circulating-nurse", meaning = "author" });
            case < 30:
                var retracted = random.Next(2) == 0 ? one.EntryId : Target("complications", "reviews", "assessments", "retractions");
                return Case("retractions", new { targetEntryId = retracted });
            case < 32:
                return Case("time-corrections", new { targetEntryId = Target(), correctedTo = Between(one.At.AddDays(-20)).ToString("O") });
            case 32:
                return random.Next(2) == 0 ? Case("patient-corrections", new { patientRef = $"p-{random.Next(1, 80)}" })
                    : Case("plan-changes", new { surgeon = $"surgeon-{random.Next(1, 5)}", room = $"OR-{random.Next(1, 4)}" });
            case 33 when stages.Count > 0 && random.Next(2) == 0:
                var (operated, _) = stages[random.Next(stages.Count)];
                one = known.First(k => k.CaseId == operated);
                return Case("incision", new { });
            default:
                return (hospital.Scheduler, "/api/cases", new
                {
                    caseNumber = $"2025/S{++cases:0000}",
                    procedure = new { family = "spinal-osteotomy", approach = "anterior" },
                    surgeon = "surgeon-1",
                    stageOf = one.CaseId,
                });
        }
    }

    sealed record Known(Guid CaseId, Guid EntryId, string Type, DateTimeOffset At);

    /// <summary>What stands in the event table, so that commands may point at it.</summary>
    async Task<List<Known>> EntriesAsync()
    {
        var known = new List<Known>();
        await foreach (var stored in StoredEvent.OfAsync(hospital))
            known.Add(new Known(stored.Case, stored.Id, stored.Type switch
            {
                "complication_reported" => "complications",
                "outcomes_assessed" => "assessments",
                "complication_reviewed" => "reviews",
                "entry_retracted" => "retractions",
                _ => stored.Type,
            }, stored.OccurredAt));
        return known;
    }

    string Kind() => Kinds[random.Next(Kinds.Length)];

    Assessed Assessment() => new(
        random.Next(4) switch { 0 => "infection", 1 => "blood-clots", _ => Kind() },
        random.Next(7) switch { 0 => "present", 1 => "not-assessed", _ => "absent" });

    sealed record Assessed(string Kind, string Finding);

    string? Maybe(DateTimeOffset from) => random.Next(3) == 0 ? Between(from).ToString("O") : null;

    /// <summary>Most of it soon after, some long after.</summary>
    DateTimeOffset Between(DateTimeOffset from)
    {
        var most = (hospital.Now - from).TotalMinutes;
        return most <= 1 ? hospital.Now : from.AddMinutes(Math.Floor(random.NextDouble() * (random.Next(2) == 0 ? most : Math.Min(most, 60_000))));
    }

    DateTimeOffset Moment(TimeSpan ago) => hospital.Now - ago - TimeSpan.FromMinutes(random.Next(0, 600));

    string Sometimes(double share, Func<string> what) => random.NextDouble() < share ? what() : "";

    static string Time(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
