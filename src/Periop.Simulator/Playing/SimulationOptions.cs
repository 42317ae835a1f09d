using Periop.Simulator.Planning.Past;
using Spectre.Console;

namespace Periop.Simulator.Playing;

/// <summary>What to play, and how.</summary>
public sealed record SimulationOptions
{
    /// <summary>
    /// The bearer token for each request; asked for each time, so that it may be renewed. Its roles must include or-staff, scheduler, quality
    /// and coder.
    /// </summary>
    public required Func<CancellationToken, Task<string>> Token { get; init; }

    /// <summary>
    /// The token that surgeons sign with, of another person with the role or-staff: nobody signs as surgeon and as circulating nurse.
    /// Without it, no surgeon signs.
    /// </summary>
    public Func<CancellationToken, Task<string>>? SurgeonToken { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>The first day, in the hospital's time zone. Only weekdays are played.</summary>
    public required DateOnly From { get; init; }

    /// <summary>How many weekdays.</summary>
    public int Days { get; init; } = 1;

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The rooms by their names in the hospital.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = NumberedRooms(12);

    /// <summary>At most so many; long operations leave room for fewer.</summary>
    public int CasesPerRoom { get; init; } = 3;

    /// <summary>What is told, meanwhile, of cases that are there already.</summary>
    public IReadOnlyList<LaterEntries> Meanwhile { get; init; } = [];

    /// <summary>How many requests are under way at once.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Null plays as fast as the server answers.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Entries due later than this aren't sent: by default now, or with a pace the end of the last day.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Where the acknowledged entries are noted, one line each.</summary>
    public required string LedgerFile { get; init; }

    /// <summary>Where the progress is shown; null shows none.</summary>
    public IAnsiConsole? Console { get; init; }

    /// <summary>The real clock, for waiting and measuring.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary><c>OR-1</c> and so on.</summary>
    public static IReadOnlyList<string> NumberedRooms(int count) => [.. Enumerable.Range(1, count).Select(number => $"OR-{number}")];
}
