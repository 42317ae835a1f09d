using System.Text;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests;

public sealed class FlagTableTests
{
    const string Introduction =
        """
        # Flags

        What Periop notices about a case. Made from the rules in `src/Periop.Domain/Cases/Flags` and those of the families in
        `src/Periop.Domain/Procedures`, and compared with them by a test: delete this file and run the tests to have it written anew.
        Which antibiotic has which window is [data](antibiotic-windows.md).

        A flag never stops a fact from being recorded, with one exception: the ones marked as stops are answered with 409 when they
        come from a screen, and the same command with an `override` (the reason) is recorded. A hospital's configuration
        (`Hospitals:<id>:Stops`) may name others.


        """;

    const string AcrossCases =
        """

        Some are about devices and can be told only with other cases or the recall list (`Periop.Domain/Register/DeviceFlags.cs`). They are joined
        when a case or the board is read, are in no receipt, and stop nothing:


        """;

    const string OfTheBoard =
        """

        One is the board's own. It is about a room, no case has it, and it is gone when the exit of whoever has left is recorded:

        | code | severity | label | raised by |
        |---|---|---|---|

        """;

    [Fact]
    public void The_table_of_flags_in_the_documentation_is_that_of_the_rules()
    {
        var file = Path.Combine(Repository.Root, "docs", "flags.md");
        var table = new StringBuilder(Introduction).Append("| code | severity | label | stops | raised by |\n|---|---|---|---|---|\n");
        foreach (var rule in CaseStory.Rules.Flags)
            table.Append($"| `{rule.Code}` | {Vocabulary.WordFor(rule.Severity)} | {rule.Label} | {(rule.Stops ? "yes" : "")} | {rule.Meaning} |\n");
        table.Append(AcrossCases).Append("| code | severity | label | raised by |\n|---|---|---|---|\n");
        foreach (var (code, severity, label, meaning) in FlagsAcrossCases.All)
            table.Append($"| `{code}` | {Vocabulary.WordFor(severity)} | {label} | {meaning} |\n");
        var (shared, attention, words, when) = FlagsAcrossCases.RoomShared;
        table.Append(OfTheBoard).Append($"| `{shared}` | {Vocabulary.WordFor(attention)} | {words} | {when} |\n");
        Assert.Equal(table.ToString(), KeptFile.Read(file, table.ToString()));
    }
}
