using Periop.Server.Hospitals;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Lists;

/// <summary>What a line of the register of complications says.</summary>
static class ComplicationWords
{
    const int LastDayInDays = 99;

    /// <summary>The time that the list goes by; of an onset that nobody stated, when it was found.</summary>
    public static DateTimeOffset? At(ComplicationLine line, ComplicationTime by) => by switch
    {
        ComplicationTime.Incision => line.FirstIncisionAt,
        ComplicationTime.Recorded => line.RecordedAt,
        ComplicationTime.Detected => line.DetectedAt ?? line.OccurredAt,
        _ => line.OnsetAt ?? line.DetectedAt ?? line.OccurredAt,
    };

    /// <summary>The head of that column, and what a sentence says of it.</summary>
    public static (string Head, string Said) Of(ComplicationTime by) => by switch
    {
        ComplicationTime.Incision => ("Incision", "after a first incision"),
        ComplicationTime.Recorded => ("Recorded", "recorded"),
        ComplicationTime.Detected => ("Detected", "detected"),
        _ => ("Onset", "with onset"),
    };

    /// <summary>What a kind is called.</summary>
    public static string Kind(string kind) => kind switch
    {
        "infection-deep" => "Deep infection",
        "infection-superficial" => "Superficial infection",
        "infection-organ-space" => "Organ-space infection",
        "deep-vein-thrombosis" => "Deep-vein thrombosis",
        _ => EntryWords.Sentence(kind),
    };

    public static string What(string kind, string? level) => Kind(kind) + (level is null ? "" : $", {level}");

    /// <summary>How long after the first incision it began, by the hospital's days.</summary>
    public static string After(DateTimeOffset began, DateTimeOffset? incision, bool isInRoom, Hospital hospital)
    {
        if (incision is not { } cut)
            return isInRoom ? "in the room" : NumberWords.None;
        var (first, day) = (hospital.DateOf(cut), hospital.DateOf(began));
        var days = day.DayNumber - first.DayNumber;
        return isInRoom && days <= 1 ? "in the room"       // where nobody recorded the exit, what comes later is after it all the same
            : days <= LastDayInDays ? $"day {days}" : $"month {Months(first, day)}";
    }

    public static string After(ComplicationLine line, Hospital hospital) => After(
        line.OnsetAt ?? line.DetectedAt ?? line.OccurredAt, line.FirstIncisionAt, line.Phase is ComplicationPhase.Intraoperative, hospital);

    /// <summary>How long it waits by an instant.</summary>
    public static string Since(ComplicationLine line, DateTimeOffset asOf, Hospital hospital) =>
        hospital.DateOf(asOf).DayNumber - hospital.DateOf(line.RecordedAt).DayNumber is > 0 and var days
            ? $"waits {NumberWords.Of(days, "day")}" : "came today";

    /// <summary>How long it waits, and whether it came late.</summary>
    public static string Waits(ComplicationLine line, DateTimeOffset asOf, Hospital hospital)
    {
        var late = line.OnsetAt is { } onset ? hospital.DateOf(line.RecordedAt).DayNumber - hospital.DateOf(onset).DayNumber : 0;
        return Since(line, asOf, hospital) + (late > 1 ? $" · reported {late} days after onset" : "");
    }

    static int Months(DateOnly first, DateOnly day) => (day.Year - first.Year) * 12 + day.Month - first.Month - (day.Day < first.Day ? 1 : 0);
}
