using System.Globalization;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Audit.Rates;
using Periop.Server.Shell;

namespace Periop.Server.Audit.FollowUps;

/// <summary>What the list of what is due says.</summary>
static class DueWords
{
    /// <summary>Overdue, due or yet to come, as of a local day.</summary>
    public static (string Class, string Said) State(DueLine line, DateOnly today) =>
        line.Overdue ? ("overdue", $"overdue since {TimeWords.Day(line.OverdueFrom)}")
        : line.State is OutcomeState.DueNotAssessed ? ("due", "due, not assessed")
        : ("notyet", (line.LastDay.DayNumber - today.DayNumber) switch
        {
            <= 0 => "closes today",
            1 => "closes in 1 day",
            var days => $"closes in {days} days",
        });

    /// <summary>Why it is not assessed, where somebody began to.</summary>
    public static string? Why(DueLine line) => line.Reason is OutcomeReason.NothingRecorded or OutcomeReason.WindowOpen
        ? null : Vocabulary.WordFor(line.Reason).Replace('-', ' ');

    public static string Attempt(Attempt? attempt, TimeWords words) =>
        attempt is null ? "none" : $"{words.Day(attempt.At)}, {Word(attempt.Method)}: {Word(attempt.Result)}";

    /// <summary>The light of completeness as a word: nothing to say where it is green.</summary>
    public static string Light(Light? light) => light switch
    {
        Rates.Light.Amber => "low",
        Rates.Light.Red => "no comparison",
        _ => "",
    };

    /// <summary>A month as people write it: 2026-07 is Jul 2026.</summary>
    public static string Month(string key) =>
        DateOnly.TryParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMM yyyy", CultureInfo.InvariantCulture) : key;

    static string Word<T>(T value) where T : struct, Enum => Vocabulary.WordFor(value).Replace('-', ' ');
}
