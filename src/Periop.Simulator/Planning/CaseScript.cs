using System.Text.Json.Nodes;
using UUIDNext;

namespace Periop.Simulator.Planning;

/// <summary>Collects the entries of one case while its chapters are told, and hands them out in the order they are sent.</summary>
sealed class CaseScript(CaseSetting setting, Dice dice)
{
    static readonly Guid Namespace = new("6f6a2f0e-0a39-5d0c-9d3c-1f6c6f7a5a01");
    readonly List<Draft> drafts = [];

    public CaseSetting Setting => setting;
    public Dice Dice => dice;
    public IReadOnlyList<Draft> Drafts => drafts;

    public Draft Nurse(string name, DateTimeOffset at, JsonObject? body = null) => Add(Recorder.Nurse, name, at, body, studied: false);

    /// <summary>A milestone of the study behind <see cref="Lateness"/>, recorded by the nurse.</summary>
    public Draft Milestone(string name, DateTimeOffset at, JsonObject? body = null) => Add(Recorder.Nurse, name, at, body, studied: true);

    public Draft Anesthesia(string name, DateTimeOffset at, JsonObject? body = null) => Add(Recorder.Anesthesia, name, at, body, studied: false);

    public Draft Office(string name, DateTimeOffset at, JsonObject? body = null) => Add(Recorder.Office, name, at, body, studied: false);

    /// <summary>Told long after the operation, by whoever sits at a screen then.</summary>
    public Draft Desk(string name, DateTimeOffset at, JsonObject? body = null) => Add(Recorder.Office, name, at, body, studied: false, source: "live");

    public Draft First(string name) => drafts.First(draft => draft.Name == name);

    /// <summary>The last instant at which anything so far is sent.</summary>
    public DateTimeOffset LastSent => drafts.Max(draft => draft.SendAt);

    /// <summary>A time of day in the hospital, some days after an instant.</summary>
    public DateTimeOffset DayAfter(DateTimeOffset instant, int days, double fromHour, double toHour)
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, setting.TimeZone).DateTime).AddDays(days);
        return LocalTime.At(date, dice.Minutes(fromHour * 60, toHour * 60), setting.TimeZone);
    }

    public IReadOnlyList<PlannedEntry> Entries() => [.. drafts.OrderBy(draft => draft.SendAt).Select(Planned)];

    Draft Add(Recorder recorder, string name, DateTimeOffset at, JsonObject? body, bool studied, string? source = null)
    {
        var id = Uuid.NewNameBased(Namespace, $"{setting.CaseNumber}/{drafts.Count}");
        var wholeSecond = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        var draft = new Draft(recorder, name, wholeSecond, body ?? [], id) { IsStudied = studied, Source = source };
        drafts.Add(draft);
        return draft;
    }

    PlannedEntry Planned(Draft draft)
    {
        if (!draft.HasNoTimeOfItsOwn)
            draft.Body["occurredAt"] = Text(draft.ToldAt);
        // Stops are for live entries only: what is to be stopped must come live, even when the rest is caught up after a downtime
        draft.Body["source"] = draft.Override is null ? draft.Source ?? setting.Source : "live";
        return new(setting.CaseNumber, draft.Name, draft.Id, draft.HasNoTimeOfItsOwn ? null : draft.ToldAt, draft.SendAt, draft.Body)
        {
            Override = draft.Override,
            Twice = draft.Twice,
        };
    }

    public string Text(DateTimeOffset instant) => LocalTime.Text(instant, setting.TimeZone);
}
