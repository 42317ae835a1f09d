using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Periop.Simulator.Planning.Past;

namespace Periop.Simulator.Playing;

/// <summary>One acknowledged entry. Without <see cref="RecordedAt"/> it was sent and never answered: whether it was recorded is unknown.</summary>
/// <param name="Name">The last part of the command's address.</param>
/// <param name="Body">The command as sent.</param>
public sealed record LedgerLine(Guid CaseId, string CaseNumber, Guid EntryId, string Name, long? Version, DateTimeOffset? RecordedAt, JsonObject Body)
{
    /// <summary>The name of a line about a row of a file: what the row brought has ids that the server derives.</summary>
    public const string Imported = "import";

    /// <summary>The name of a line that says what a case has come to, with all that is noted before it.</summary>
    public const string ComesTo = "comes-to";

    /// <summary>The name of the line that says what a second source was told to say.</summary>
    public const string Uploaded = "second-source";

    /// <summary>Of a row, the filled cells by column.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Cells { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseTruth? Truth { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SecondSource? SecondSource { get; init; }

    public static LedgerLine Of(Guid caseId, string caseNumber, IReadOnlyDictionary<string, string> cells) =>
        About(caseId, caseNumber, Imported) with { Cells = cells };

    public static LedgerLine Of(Guid caseId, CaseTruth truth) => About(caseId, truth.CaseNumber, ComesTo) with { Truth = truth };

    public static LedgerLine Of(SecondSource source) => About(Guid.Empty, source.Name, Uploaded) with { SecondSource = source };

    static LedgerLine About(Guid caseId, string number, string name) => new(caseId, number, Guid.Empty, name, null, null, []);
}
