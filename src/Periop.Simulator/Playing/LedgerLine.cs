using System.Text.Json.Nodes;

namespace Periop.Simulator.Playing;

/// <summary>One acknowledged entry. Without <see cref="RecordedAt"/> it was sent and never answered: whether it was recorded is unknown.</summary>
/// <param name="Name">The last part of the command's address.</param>
/// <param name="Body">The command as sent.</param>
public sealed record LedgerLine(Guid CaseId, string CaseNumber, Guid EntryId, string Name, long? Version, DateTimeOffset? RecordedAt, JsonObject Body);
