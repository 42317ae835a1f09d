using System.Globalization;
using System.Text.Json;

namespace Periop.Server.Tests.Audit;

/// <summary>How many cases of a group are in which state.</summary>
sealed record Counted(int Cases, int Present, int Absent, int NotYetDue, int DueNotAssessed, int Lost, int Died, int Withdrawn, int PresentEarly);

/// <summary>
/// Rates counted from the rows of the event table up to a position, case by case, by the rules as the domain reference states them. It knows
/// nothing of the program: stored names and members are all it reads.
/// </summary>
sealed class EventCount
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
    static readonly Dictionary<string, string[]> Families = new()
    {
        ["infection"] = ["infection-superficial", "infection-deep", "infection-organ-space"],
        ["blood-clots"] = ["deep-vein-thrombosis", "pulmonary-embolism"],
    };

    readonly Dictionary<Guid, OneCase> cases;

    public EventCount(IEnumerable<StoredEvent> events) =>
        cases = events.GroupBy(e => e.Case).ToDictionary(g => g.Key, g => new OneCase([.. g]));

    /// <summary>Whether a question's cases are those that are asked about; of which group each is.</summary>
    public IReadOnlyDictionary<string, Counted> Count(
        JsonElement definition, DateTimeOffset asOf, IReadOnlyDictionary<string, string> filters, string groupBy) => cases.Values
        .Where(c => c.IsIndex && filters.All(f => Matches(c, f.Key, f.Value)))
        .Select(c => (Key: KeyOf(c, groupBy), State: StateOf(definition, c, asOf), IsClosed: IsClosed(definition, c, asOf)))
        .GroupBy(c => c.Key).ToDictionary(g => g.Key, g =>
        {
            int Closed(string state) => g.Count(c => c.IsClosed && c.State == state);
            return new Counted(
                g.Count(c => c.IsClosed), Closed("present"), Closed("absent"), g.Count(c => !c.IsClosed), Closed("due-not-assessed"), Closed("lost"),
                Closed("died"), Closed("withdrawn"), g.Count(c => !c.IsClosed && c.State == "present"));
        });

    /// <summary>Whether nobody took an entry back.</summary>
    public bool Survives(Guid entryId) => cases.Values.Any(c => c.Surviving.Any(e => e.Id == entryId));

    static bool Matches(OneCase one, string filter, string value) => filter switch
    {
        "from" => string.CompareOrdinal(value, $"{DateOf(one.Incision!.At):yyyy-MM-dd}") <= 0,
        "to" => string.CompareOrdinal(value, $"{DateOf(one.Incision!.At):yyyy-MM-dd}") > 0,
        "family" => one.Family == value,
        "approach" => one.Approach == value,
        _ => KeyOf(one, filter) == value,
    };

    static string KeyOf(OneCase one, string groupBy) => groupBy switch
    {
        "none" => "all",
        "surgeon" => one.Planned("surgeon"),
        "service" => one.Planned("service"),
        "room" => one.Room,
        "procedure" => one.Family,
        "grade" => one.Cuts.Max(c => Int(c, "grade"))?.ToString(CultureInfo.InvariantCulture),
        "segments" => one.Levels.Length == 0 ? null : $"{one.Levels.Length}",
        "region" => one.Levels.Select(l => l[0]).Distinct().ToArray() switch
        {
            [] => null,
            ['C'] => "cervical",
            ['T'] => "thoracic",
            ['L'] => "lumbar",
            ['S'] => "sacral",
            _ => "mixed",
        },
        "month" => $"{DateOf(one.Incision!.At):yyyy-MM}",
        _ => $"{DateOf(one.Incision!.At).Year}-Q{(DateOf(one.Incision!.At).Month + 2) / 3}",
    } ?? "unknown";

    string StateOf(JsonElement definition, OneCase one, DateTimeOffset asOf)
    {
        var kind = Text(definition, "kind")!;
        var (window, death) = (WindowOf(definition, one), DeathOf(one));
        var told = TellsOf(one).Where(t => t.Decision != "rejected").ToArray();
        var mustBeReviewed = Text(definition, "review") == "required";
        bool IsMine(string other) => other == kind || (Families.TryGetValue(kind, out var members) && members.Contains(other));
        bool IsMyFamily(string other) => Families.TryGetValue(other, out var members) && members.Contains(kind);
        bool IsOnsetUnknown(Tell t) => t.Onset is null && window!.IsPast(t.Found);
        bool IsIn(Tell t) => window!.Contains(t.Onset is { } onset ? new When(onset, false) : t.Found);
        var diedInWindow = death is not null && (window is null || !window.IsPast(death.When));

        if (window is not null && told.Any(t => IsMine(t.Kind) && (!mustBeReviewed || t.Decision is not null) && !IsOnsetUnknown(t) && IsIn(t)))
            return "present";
        if (kind == "death" && diedInWindow)
            return "present";
        if (window is not null && definition.TryGetProperty("measure", out var measure) && measure.ValueKind is JsonValueKind.Object
            && one.All("blood_product_given").Where(e => IsCounted(measure, Text(e, "product")!) && window.Contains(e.When))
                .Sum(e => e.Data.GetProperty("units").GetDecimal()) >= measure.GetProperty("atLeastUnits").GetDecimal())
            return "present";
        if (diedInWindow)
            return "died";
        if (!IsClosed(definition, one, asOf))
            return "not-yet-due";
        if (told.Any(t => IsMine(t.Kind)
            ? IsOnsetUnknown(t) || (mustBeReviewed && t.Decision is null && IsIn(t))
            : IsMyFamily(t.Kind) && (IsOnsetUnknown(t) || IsIn(t))))
            return "due-not-assessed";

        bool IsAbsentOf(string which) => one.Surviving.Any(e => AssessedBy(e).Contains((which, "absent"))
            && (Int(definition, "assessedFrom") is { } from ? DateOf(e.At) >= window!.First.AddDays(from) : window!.Reaches(e.When)));
        var seenAlive = one.All("follow_up_recorded").Any(e => IsTrue(e.Data, "alive") && window!.Reaches(e.When));
        if ((kind == "death" && (death is not null || seenAlive)) || IsAbsentOf(kind) || Families.Any(f => f.Value.Contains(kind) && IsAbsentOf(f.Key))
            || (Families.TryGetValue(kind, out var each) && each.All(IsAbsentOf)))
            return "absent";
        var complete = Text(definition, "evidence") switch
        {
            "discharged" => one.Once("patient_discharged") is not null,
            "discharged-after-close" => one.Once("patient_discharged") is { } discharge && window!.Reaches(discharge.When),
            "signed" => one.Signers("surgeon").Any(s => one.Signers("circulating-nurse").Any(n => n != s)),
            "seen-alive-after-close" => seenAlive,
            _ => false,
        };
        return complete ? "absent"
            : one.StillIs("follow_up_declined") ? "withdrawn"
            : one.StillIs("follow_up_lost") && one.All("follow_up_attempted").Any() ? "lost"
            : "due-not-assessed";
    }

    bool IsClosed(JsonElement definition, OneCase one, DateTimeOffset asOf) =>
        WindowOf(definition, one) is { } window ? window.IsPast(new When(asOf, false)) : DeathOf(one) is not null;

    /// <summary>That of the patient, on whichever case it was recorded first.</summary>
    Row? DeathOf(OneCase one) => one.Patient is not { } patient ? one.Once("patient_died")
        : cases.Values.Where(c => c.Patient == patient).Select(c => c.Once("patient_died")).OfType<Row>()
            .OrderBy(d => d.RecordedAt).ThenBy(d => d.Case).FirstOrDefault();

    IEnumerable<Tell> TellsOf(OneCase one)
    {
        foreach (var entry in one.Surviving)
            foreach (var kind in KindsIn(one, entry).Distinct())
            {
                var review = one.All("complication_reviewed").LastOrDefault(r =>
                    r.Data.GetProperty("targetEntryId").GetGuid() == entry.Id && (Text(r, "of") is not { } of || of == kind));
                var (onset, detected) = entry.Type == "complication_reported" ? (Instant(entry, "onsetAt"), Instant(entry, "detectedAt")) : default;
                yield return new Tell(
                    (review is null ? null : Text(review, "kind")) ?? kind, review is null ? null : Text(review, "decision"),
                    (review is null ? null : Instant(review, "onsetAt")) ?? onset, detected is { } found ? new When(found, false) : entry.When);
            }
    }

    IEnumerable<string> KindsIn(OneCase one, Row entry) => entry.Type switch
    {
        "complication_reported" => [Text(entry, "kind")!],
        "outcomes_assessed" or "follow_up_recorded" => AssessedBy(entry).Where(a => a.Finding == "present").Select(a => a.Kind),
        "returned_to_operating_room" when !IsTrue(entry.Data, "planned") && !IsStageOf(entry, one) => ["return-to-room"],
        "patient_readmitted" => ["readmission"],
        _ => [],
    };

    bool IsStageOf(Row returned, OneCase one) =>
        Text(returned, "newCaseId") is { } id && cases.TryGetValue(Guid.Parse(id), out var next) && next.Planned("stageOf") == $"{one.Id}";

    static IEnumerable<(string Kind, string Finding)> AssessedBy(Row entry) =>
        entry.Type is "outcomes_assessed" or "follow_up_recorded"
        && entry.Data.TryGetProperty("assessments", out var all) && all.ValueKind is JsonValueKind.Array
            ? all.EnumerateArray().Select(a => (Text(a, "kind")!, Text(a, "finding")!)) : [];

    static Window? WindowOf(JsonElement definition, OneCase one) =>
        (Text(definition, "anchor") switch
        {
            "first-incision" => one.Incision,
            "room-exit" => one.Once("patient_left_room"),
            _ => one.Once("patient_discharged"),
        }) is { } anchor ? new Window(anchor.When, Int(definition.GetProperty("window"), "days"), Int(definition.GetProperty("window"), "hours")) : null;

    static bool IsCounted(JsonElement measure, string product) =>
        measure.GetProperty("products").EnumerateArray().Any(p => Plain(p.GetString()!) == Plain(product));

    static string Plain(string product) => product.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    static string? Text(Row row, string member) => Text(row.Data, member);

    static string? Text(JsonElement data, string member) =>
        data.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    static int? Int(Row row, string member) => Int(row.Data, member);

    static int? Int(JsonElement data, string member) =>
        data.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt32() : null;

    static DateTimeOffset? Instant(Row row, string member) => Text(row, member) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    static bool IsTrue(JsonElement data, string member) => data.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.True;

    /// <summary>A time; known to the day it stands for a date.</summary>
    readonly record struct When(DateTimeOffset At, bool ToTheDay);

    /// <summary>Something said to be there, by the last word on it.</summary>
    sealed record Tell(string Kind, string? Decision, DateTimeOffset? Onset, When Found);

    sealed record Window(When Anchor, int? Days, int? Hours)
    {
        public DateOnly First => DateOf(Anchor.At);

        public bool Contains(When when) => !IsPast(when)
            && (when.ToTheDay || Anchor.ToTheDay ? DateOf(when.At) >= First : when.At >= Anchor.At);

        public bool IsPast(When when) => Days is { } days ? DateOf(when.At) > First.AddDays(days)
            : when.ToTheDay ? DateOf(when.At) > DateOf(Anchor.At.AddHours(Hours!.Value))
            : when.At > Anchor.At.AddHours(Hours!.Value);

        public bool Reaches(When when) => Days is { } days ? DateOf(when.At) >= First.AddDays(days)
            : when.ToTheDay ? IsPast(when) : when.At >= Anchor.At.AddHours(Hours!.Value);
    }

    /// <summary>An entry that nobody took back, at the time that counts.</summary>
    sealed record Row(Guid Id, Guid Case, string Type, int Version, DateTimeOffset RecordedAt, string By, JsonElement Data, DateTimeOffset At, bool ToTheDay)
    {
        public When When => new(At, ToTheDay);
    }

    sealed class OneCase
    {
        readonly Row[] all;
        readonly StoredEvent scheduled;

        public OneCase(StoredEvent[] events)
        {
            (Id, scheduled) = (events[0].Case, events[0]);
            var (retracted, corrected) = (new HashSet<Guid>(), new Dictionary<Guid, StoredEvent>());
            foreach (var last in events.Reverse().Where(e => e.Type is "entry_retracted" or "time_corrected"))
                if (!retracted.Contains(last.Id))
                    _ = last.Type == "entry_retracted" ? retracted.Add(last.Data.GetProperty("targetEntryId").GetGuid())
                        : corrected.TryAdd(last.Data.GetProperty("targetEntryId").GetGuid(), last);
            all =
            [
                .. from e in events.Index()
                   where !retracted.Contains(e.Item.Id)
                   let correction = corrected.GetValueOrDefault(e.Item.Id)
                   let at = correction is null ? e.Item.OccurredAt : correction.Data.GetProperty("correctedTo").GetDateTimeOffset()
                   orderby at, e.Index
                   select new Row(
                       e.Item.Id, Id, e.Item.Type, e.Index, e.Item.RecordedAt, e.Item.By, e.Item.Data, at,
                       Text((correction ?? e.Item).Data, "precision") == "day"),
            ];
            IsIndex = Incision is not null && !retracted.Contains(scheduled.Id) && !IsCancelled;
        }

        public Guid Id { get; }

        public bool IsIndex { get; }

        public IReadOnlyList<Row> Surviving => all;

        public Row? Incision => All("incision_made").FirstOrDefault();

        public IReadOnlyList<Row> Cuts => [.. All("osteotomy_performed")];

        public string[] Levels => [.. Cuts.Select(c => Text(c, "level")!).Distinct()];

        public string? Patient => All("patient_corrected").LastOrDefault() is { } corrected ? Text(corrected, "patientId") : Text(scheduled.Data, "patientId");

        public string? Family => Procedure is { } planned ? Text(planned, "family") : Cuts.Count > 0 ? "spinal-osteotomy" : null;

        public string? Approach => Cuts.Select(c => Text(c, "approach")).Distinct().ToArray() switch
        {
            [] => Procedure is { } planned ? Text(planned, "approach") : null,
            [var one] => one,
            _ => "combined",
        };

        public string? Room =>
            All("patient_entered_room").Select(e => Text(e, "room") ?? Planned("room")).LastOrDefault(room => room is not null) ?? Planned("room");

        public IEnumerable<Row> All(string type) => all.Where(e => e.Type == type);

        /// <summary>The first recorded.</summary>
        public Row? Once(string type) => All(type).MinBy(e => e.Version);

        public bool StillIs(string type) => all.LastOrDefault(e => e.Type == type || e.Type == "follow_up_recorded")?.Type == type;

        public IEnumerable<string> Signers(string role) => All("record_signed").Where(e => Text(e, "role") == role).Select(e => e.By);

        public string? Planned(string member) =>
            All("plan_changed").Select(e => Text(e, member)).LastOrDefault(planned => planned is not null) ?? Text(scheduled.Data, member);

        JsonElement? Procedure =>
            All("plan_changed").Select(e => e.Data).Prepend(scheduled.Data).Select(ProcedureIn).LastOrDefault(planned => planned is not null);

        static JsonElement? ProcedureIn(JsonElement data) =>
            data.TryGetProperty("procedure", out var procedure) && procedure.ValueKind is JsonValueKind.Object ? procedure : null;

        /// <summary>Called off without the patient in the room; not by what came after the operation.</summary>
        bool IsCancelled => !All("patient_entered_room").Any() && All("case_called_off").Any(off =>
            !all.TakeWhile(e => e != off).Any(e => e.Type == "wound_closed")
            && !(all.TakeWhile(e => e != off).Any(e => e.Type == "incision_made") && all.TakeWhile(e => e != off).Any(e => e.Type == "patient_left_room")));
    }
}
