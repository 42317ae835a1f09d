using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What a plan's times can mean. Beyond it, arithmetic on them would be about nothing.</summary>
static class PlannedTime
{
    const int MostMinutes = 14 * 24 * 60;

    static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Why a planned start and duration cannot be meant; null when they can, or are not given.</summary>
    public static Refusal? Senseless(DateTimeOffset? start, int? minutes) =>
        minutes is < 1 or > MostMinutes ? Refusal.Senseless("A planned duration is at least one minute and at most 14 days.")
        : start < Admission.EarliestSensible || start > Latest ? Refusal.Senseless("A planned start lies between 1900 and 2200.")
        : null;

    /// <summary>Why a delay cannot be meant; null when it can.</summary>
    public static Refusal? SenselessDelay(int minutes) =>
        minutes is < 1 or > MostMinutes ? Refusal.Senseless("A delay is at least one minute and at most 14 days.") : null;
}
