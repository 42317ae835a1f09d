using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>One entry that somebody will send: what, when it happened as far as they say, and when they get round to it.</summary>
/// <param name="Name">The last part of the command's address, e.g. <c>incision</c>, or <see cref="Scheduling"/>.</param>
/// <param name="OccurredAt">Null where the contract knows no such time: time corrections and retractions.</param>
/// <param name="Body">The command as sent, without its id and without an override.</param>
public sealed record PlannedEntry(string CaseNumber, string Name, Guid EntryId, DateTimeOffset? OccurredAt, DateTimeOffset SendAt, JsonObject Body)
{
    /// <summary>The name of the entry that opens a case: <c>POST /api/cases</c>.</summary>
    public const string Scheduling = "schedule";

    /// <summary>Whether it is the surgeon's own to send.</summary>
    public bool IsSurgeons => Name == "signatures" && (string?)Body["role"] == "surgeon";

    /// <summary>The answer to a stop, if one is expected.</summary>
    public string? Override { get; init; }

    /// <summary>Sent a second time with the same id, as a tablet does that never saw the answer.</summary>
    public bool Twice { get; init; }
}
