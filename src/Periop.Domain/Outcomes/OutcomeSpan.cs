using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>
/// The window of a definition for one case. Windows of days are counted in local days: day 0 is the day of the anchor, and the window
/// closes with day n. Windows of hours are instants.
/// </summary>
public sealed class OutcomeSpan
{
    readonly LocalDays days;
    readonly KnownTime anchor;
    readonly int? assessedFrom;
    readonly int? length;
    readonly DateOnly first;
    readonly DateTimeOffset? closeAt;

    OutcomeSpan(OutcomeDefinition definition, KnownTime anchor, LocalDays days)
    {
        (this.days, this.anchor, assessedFrom, length) = (days, anchor, definition.AssessedFrom, definition.Window.Days);
        first = days.DateOf(anchor.At);
        if (definition.Window.Hours is { } hours)
            (closeAt, LastDay) = (anchor.At.AddHours(hours), days.DateOf(anchor.At.AddHours(hours)));
        else
            LastDay = first.AddDays(length!.Value);
        EndsAt = closeAt?.AddMicroseconds(1) ?? days.BeginOf(LastDay.AddDays(1));
    }

    /// <summary>Null while what it is counted from is not recorded.</summary>
    public static OutcomeSpan? Of(OutcomeDefinition definition, CaseFacts facts, LocalDays days) =>
        AnchorOf(definition.Anchor, facts) is { } anchor ? new OutcomeSpan(definition, anchor.When, days) : null;

    /// <summary>The local day with which it closes, or on which.</summary>
    public DateOnly LastDay { get; }

    /// <summary>The first instant at which it is closed.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>Whether an event belongs: on or after the anchor, and not after the close. A time known to the day has a date and no instant.</summary>
    public bool Contains(KnownTime when) => !IsBefore(when) && !IsPast(when);

    /// <summary>Whether it lies after the close.</summary>
    public bool IsPast(KnownTime when) => closeAt is { } close && !when.ToTheDay ? when.At > close : days.DateOf(when.At) > LastDay;

    /// <summary>Whether what was true then was true at the close: on or after it.</summary>
    public bool Reaches(KnownTime when) => closeAt is { } close
        ? when.ToTheDay ? days.DateOf(when.At) > LastDay : when.At >= close
        : days.DateOf(when.At) >= LastDay;

    /// <summary>Whether an assessment made then counts at the close: from the day on that the definition names, else as <see cref="Reaches"/>.</summary>
    public bool IsAssessedLateEnough(KnownTime when) => assessedFrom is { } from ? days.DateOf(when.At) >= first.AddDays(from) : Reaches(when);

    bool IsBefore(KnownTime when) => anchor.ToTheDay || when.ToTheDay ? days.DateOf(when.At) < first : when.At < anchor.At;

    static KnownEvent? AnchorOf(OutcomeAnchor anchor, CaseFacts facts) => anchor switch
    {
        OutcomeAnchor.FirstIncision => facts.FirstIncision,
        OutcomeAnchor.RoomExit => facts.RoomExit,
        _ => facts.Discharge,
    };
}
