using System.Text.Json;
using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What a plan can be without again.</summary>
public enum PlanSlot { Room, ScheduledStart, Surgeon }

/// <summary>
/// Changes what is planned; what is not named stays as it was. A room, start or surgeon that is <c>null</c> is planned no more.
/// </summary>
/// <param name="CaseNumber">The right number; the one before is free again.</param>
/// <example>{ "room": "OR-5", "scheduledStart": "2026-03-02T09:15:00+01:00" }</example>
public sealed record ChangePlan(
    Label? CaseNumber = null, Label? Surgeon = null, Procedure? Procedure = null, Label? Room = null, DateTimeOffset? ScheduledStart = null,
    int? ScheduledMinutes = null, Priority? Priority = null, Label? Service = null, int? AsaClass = null, Note? Indication = null,
    IReadOnlyList<Term>? DiagnosisCodes = null) : PlanningStep, ISaysNull
{
    static readonly Dictionary<string, PlanSlot> Slots = Enum.GetValues<PlanSlot>().ToDictionary(s => JsonNamingPolicy.CamelCase.ConvertName($"{s}"));

    static readonly string[] Others =
        ["caseNumber", "procedure", "scheduledMinutes", "priority", "service", "asaClass", "indication", "diagnosisCodes"];

    [JsonIgnore]
    public IReadOnlyList<string> Nulls { get; init; } = [];

    public ICommand WithNulls(IReadOnlyList<string> members) => this with { Nulls = members };

    public override IEnumerable<(string Member, string Problem)> Missing() =>
    [
        .. base.Missing(),
        .. from member in Nulls.Intersect(Others) select (member, "must not be null: only room, scheduledStart and surgeon can be emptied"),
        .. SaysNothing ? [("", "must name something to change")] : Array.Empty<(string, string)>(),
    ];

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        PlannedTime.Senseless(ScheduledStart, ScheduledMinutes) is { } outOfTime ? outOfTime
        : AnesthesiaRisk.Senseless(AsaClass) is { } noClass ? noClass
        : Procedure?.Senseless() is { } refusal ? refusal
        : new PlanChanged(CaseNumber, Surgeon, Procedure, Room, ScheduledStart, ScheduledMinutes, Priority, Service, AsaClass, Indication, DiagnosisCodes,
            Nulls.Count == 0 ? null : [.. Nulls.Where(Slots.ContainsKey).Select(member => Slots[member])]);

    bool SaysNothing =>
        !Nulls.Any(Slots.ContainsKey)
        && new object?[] { CaseNumber, Surgeon, Procedure, Room, ScheduledStart, ScheduledMinutes, Priority, Service, AsaClass, Indication, DiagnosisCodes }
            .All(member => member is null);
}

/// <summary>The plan was changed.</summary>
/// <param name="Emptied">What is planned no more; null for nothing.</param>
[StoredAs("plan_changed")]
public sealed record PlanChanged(
    Label? CaseNumber, Label? Surgeon, Procedure? Procedure, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, Priority? Priority,
    Label? Service, int? AsaClass, Note? Indication, IReadOnlyList<Term>? DiagnosisCodes, IReadOnlyList<PlanSlot>? Emptied)
    : PlanningEvent, INamesRoom, IMayFollowDeath
{
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RoomUnknown { get; init; }

    CaseEvent INamesRoom.InUnknownRoom() => this with { RoomUnknown = true };

    public bool Empties(PlanSlot slot) => Emptied?.Contains(slot) is true;
}
