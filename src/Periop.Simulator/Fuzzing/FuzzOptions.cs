using Spectre.Console;

namespace Periop.Simulator.Fuzzing;

/// <summary>What to try, and for how long.</summary>
public sealed record FuzzOptions
{
    /// <summary>The bearer token for each request. What its roles may not is answered with 403, and nothing else of it is tried.</summary>
    public required string Token { get; init; }

    /// <summary>The same seed makes the same requests, but for the cursors, which the server has given.</summary>
    public int Seed { get; init; } = 1;

    public required TimeSpan Duration { get; init; }

    /// <summary>How many requests are under way at once.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>After so many findings nothing more is tried: they will be of few kinds.</summary>
    public int MostFindings { get; init; } = 20;

    /// <summary>Where the progress is shown; null shows none.</summary>
    public IAnsiConsole? Console { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
