using Periop.Simulator.Planning;

namespace Periop.Simulator.Tests;

/// <summary>Hospital days to look at.</summary>
static class Planned
{
    public static readonly TimeZoneInfo Zurich = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
    public static readonly DateOnly Monday = new(2025, 3, 3);
    static readonly string[] Rooms = [.. Enumerable.Range(1, 12).Select(number => $"OR-{number}")];
    static readonly Lazy<IReadOnlyList<SimulatedCase>> ThirtyDays = new(() => Plan(seed: 1, days: 30).Many());

    /// <summary>Thirty days of twelve rooms across a change of the clocks, enough for every rate to show.</summary>
    public static IReadOnlyList<SimulatedCase> Cases => ThirtyDays.Value;

    public static IEnumerable<PlannedEntry> Entries => Cases.SelectMany(simulated => simulated.Entries);

    public static IReadOnlyList<SimulatedCase> Plan(int seed, int days) => new SimulatedHospital(seed, Zurich, Rooms, casesPerRoom: 3).Plan(Monday, days);

    /// <summary>What holds for all of none says nothing.</summary>
    public static IReadOnlyList<SimulatedCase> Many(this IEnumerable<SimulatedCase> cases)
    {
        IReadOnlyList<SimulatedCase> all = [.. cases];
        Xunit.Assert.True(all.Count > 100, $"These are {all.Count} cases.");
        return all;
    }

    public static string? Text(this PlannedEntry entry, string member) => (string?)entry.Body[member];

    public static bool Is(this PlannedEntry entry, string name, string? phase = null) => entry.Name == name && (phase is null || entry.Text("phase") == phase);
}
