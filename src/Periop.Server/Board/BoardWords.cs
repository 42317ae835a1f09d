using System.Globalization;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Board;

/// <summary>The words that screens have for what the board knows. None is abbreviated: the longest phase decides how large all are.</summary>
static class BoardWords
{
    /// <summary>So near to the plan is on it.</summary>
    public static readonly TimeSpan OnPlan = TimeSpan.FromMinutes(5);

    public static string Of(CasePhase phase) => phase switch
    {
        CasePhase.Anesthetized => "Anesthesia",
        CasePhase.Incised => "Surgery",
        CasePhase.Closing => "Closing",
        CasePhase.Closed => "Closed",
        _ => "In room",
    };

    public static string Of(RoomState state) => state switch
    {
        RoomState.Ready => "Ready",
        RoomState.Cleaning => "Cleaning",
        _ => "Free",
    };

    public static string Procedure(BoardCase one)
    {
        var procedure = one.Procedure is { Length: > 0 } family
            ? char.ToUpperInvariant(family[0]) + family[1..].Replace('-', ' ') : "Procedure not named";
        return one.Priority is { } priority and not Priority.Elective ? $"{procedure} · {Vocabulary.WordFor(priority)}" : procedure;
    }

    /// <summary>Hours and minutes, as a clock counts them.</summary>
    public static string Elapsed(DateTimeOffset since, DateTimeOffset now)
    {
        var minutes = Math.Max(0, (long)Math.Floor((now - since).TotalMinutes));
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");
    }

    /// <summary>How long ago something was due; null when that is not yet worth a word.</summary>
    public static string? Late(DateTimeOffset due, DateTimeOffset now)
    {
        if (now - due < OnPlan)
            return null;
        var minutes = (long)Math.Floor((now - due).TotalMinutes);
        return minutes < 600 ? $"late {minutes} min" : $"late {minutes / 60} h";
    }

    /// <summary>The expected end against the plan.</summary>
    public static string Difference(BoardCase one)
    {
        if (one.PlannedEnd is not { } planned)
            return one.Priority is Priority.Emergency || one.ScheduledStart is null ? "unplanned" : "";
        if (one.ExpectedEnd is not { } expected)
            return "";
        var difference = expected - planned;
        var minutes = $"{Math.Round(difference.Duration().TotalMinutes)} min";
        return difference.Duration() <= OnPlan ? "on plan" : difference > TimeSpan.Zero ? $"+{minutes}" : $"−{minutes}";
    }
}
