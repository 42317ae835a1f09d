using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>Who records. The circulating nurse writes one entry after the other: one that waits holds up those behind it.</summary>
enum Recorder { Office, Nurse, Anesthesia }

/// <summary>An entry in the making. What happened is known; what will be told of it, and when, comes later.</summary>
sealed class Draft(Recorder recorder, string name, DateTimeOffset happenedAt, JsonObject body, Guid id)
{
    public Recorder Recorder => recorder;
    public string Name => name;
    public DateTimeOffset HappenedAt { get; } = happenedAt;
    public JsonObject Body => body;
    public Guid Id => id;

    public DateTimeOffset ToldAt { get; set; } = happenedAt;
    public DateTimeOffset SendAt { get; set; } = happenedAt;
    public string? Override { get; set; }
    public bool Twice { get; set; }

    /// <summary>How it comes, where that is another way than the rest of its case does.</summary>
    public string? Source { get; init; }

    /// <summary>One of the milestones whose lateness and errors were measured (J Med Syst 2026).</summary>
    public bool IsStudied { get; init; }

    public bool HasNoTimeOfItsOwn => name is "time-corrections" or "retractions";
}
