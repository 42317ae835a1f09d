using Periop.Simulator.Planning;

namespace Periop.Simulator.Fuzzing;

/// <summary>Files of lines: of cases, or of what another source says of them.</summary>
static class CsvGuess
{
    static readonly string[] Columns =
    [
        "patientRef", "room", "service", "procedure", "surgeon", "asaClass", "priority", "scheduledStart", "scheduledMinutes", "roomIn", "anesthesiaStart",
        "incision", "closure", "roomOut", "discharge", "death", "lastSeenAlive", "cancelled", "cancellationCode", "risk.age", "Room In", "nothing",
    ];

    static readonly string[] Cells =
    [
        "", "2026-03-02T07:00:00Z", "2026-03-02 08:00", "2026-03-02", "9999-12-31", "0001-01-01", "yes", "no", "NA", "61", "-1", "1e999", "OR-1", "death",
        "\"quoted, cell\"", "\"open", "=1+1", "\0", "infection-deep",
    ];

    public static string Make(Dice dice, Guesses guesses)
    {
        var separator = dice.Pick([",", ";", "\t"]);
        var header = dice.Chance(0.4) ? ["caseNumber", "kind"]
            : Enumerable.Range(0, dice.Between(0, 6)).Select(_ => dice.Pick(Columns)).Distinct().Prepend(dice.Chance(0.95) ? "caseNumber" : "number").ToList();
        var lines = Enumerable.Range(0, dice.Between(0, 4)).Select(_ => header.Select((_, column) =>
            column == 0 ? $"F-{dice.Between(1, 40)}" : dice.Chance(0.85) ? dice.Pick(Cells) : guesses.Text("note").Replace("\n", " ")));
        return string.Join(dice.Pick(["\n", "\r\n"]), lines.Prepend(header).Select(line => string.Join(separator, line))) + (dice.Chance(0.7) ? "\n" : "");
    }
}
