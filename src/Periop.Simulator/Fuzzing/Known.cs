using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Periop.Simulator.Planning;

namespace Periop.Simulator.Fuzzing;

/// <summary>What is there to be asked about: made before anything is tried, so that not every guess is of nothing.</summary>
sealed partial class Known
{
    const int MostCursors = 200;

    readonly ConcurrentQueue<string> cursors = new();

    public Known(int seed)
    {
        var dice = new Dice($"fuzz {seed}");
        Cases = [.. Enumerable.Range(0, 6).Select(_ => dice.Id())];
        Entries = [.. Enumerable.Range(0, 4 * Cases.Count).Select(_ => dice.Id())];
    }

    public IReadOnlyList<Guid> Cases { get; }

    public IReadOnlyList<Guid> Entries { get; }

    /// <summary>That pages have led on to.</summary>
    public IReadOnlyCollection<string> Cursors => cursors;

    public void Note(string answer)
    {
        if (Next().Match(answer) is { Success: true } next && !cursors.Contains(next.Groups["cursor"].Value))
            cursors.Enqueue(next.Groups["cursor"].Value);
        while (cursors.Count > MostCursors)
            cursors.TryDequeue(out _);
    }

    [GeneratedRegex("\"next\":\"(?<cursor>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
