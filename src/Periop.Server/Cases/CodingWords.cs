using Periop.Domain.Cases;
using Periop.Server.Shell;

namespace Periop.Server.Cases;

/// <summary>What the coder's list says.</summary>
static class CodingWords
{
    /// <summary>22207, 22208 × 2.</summary>
    public static string Of(IReadOnlyList<CodedUnits> codes) => codes.Count == 0
        ? "none" : string.Join(", ", codes.Select(code => code.Units == 1 ? $"{code.Code}" : $"{code.Code} × {code.Units}"));

    public static string Of(CodingView line) => line.Decision is null ? "open" : line.Differs is true ? "coded otherwise" : "coded as suggested";

    /// <summary>What was decided otherwise, code by code.</summary>
    public static string Of(IReadOnlyList<CodeDifference>? differences) => string.Join("; ", differences ?? []);

    public static string Warning(string code) => EntryWords.Sentence(code);
}
