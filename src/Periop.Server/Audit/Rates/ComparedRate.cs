using Periop.Server.Audit.Definitions;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Rates;

/// <summary>What cases come to under a version, in a few words.</summary>
static class ComparedRate
{
    /// <summary>4.3 % 16 of 376; a dash where the comparison has it not, or no case is assessed.</summary>
    public static string Of(Comparison? comparison, DefinitionView version) =>
        comparison?.Versions.FirstOrDefault(v => v.Definition == version.Id && v.Version == version.Version) is { } compared
            ? Of(compared.Groups.Sum(g => g.Present), compared.Groups.Sum(g => g.Present + g.Absent)) : NumberWords.None;

    public static string Of(int present, int assessed) =>
        assessed == 0 ? "none assessed" : $"{NumberWords.Percent((double)present / assessed)} {NumberWords.Count(present)} of {NumberWords.Count(assessed)}";
}
