using System.Globalization;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Times.Metrics;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;

namespace Periop.Server.Audit.Times;

/// <summary>How operating rooms were used, with all that is needed to stand behind it and to ask for it again.</summary>
/// <param name="Definition">How it was measured, with its version and parameters.</param>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="TimeZone">Whose days and hours they are.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record TimesAnswer(
    MetricDefinition Definition, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, GroupBy GroupBy,
    IReadOnlyList<TimesGroup> Groups)
{
    public static TimesAnswer Of(TimesQuestion question, IReadOnlyList<TimedCase> cases, RegisterSnapshot register, Hospital hospital)
    {
        var measured = question.Measure.Measure([.. cases.Select(c => c.Times)], new(hospital.TimeZone));
        var facts = cases.ToDictionary(c => c.Times.CaseId, c => c.Facts);
        var mine = measured.Measurements.Select(m => (Of: Subject.Of(m, facts), Item: m)).Where(m => m.Of.IsAskedBy(question))
            .ToLookup(m => m.Of.KeyBy(question.GroupBy), m => m.Item);
        var others = measured.NotMeasured.Select(n => (Of: Subject.Of(n, facts), Item: n)).Where(n => n.Of.IsAskedBy(question))
            .ToLookup(n => n.Of.KeyBy(question.GroupBy), n => n.Item);
        var keys = mine.Select(g => g.Key).Union(others.Select(g => g.Key)).Order(CohortGroups.Order).ToList();
        if (keys.Count == 0 && question.GroupBy is GroupBy.None)
            keys.Add(CohortGroups.All);
        return new TimesAnswer(
            question.Measure, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, question.GroupBy,
            [.. keys.Select(key => TimesGroup.Of(key, question.Measure.Statistic, [.. mine[key]], [.. others[key]]))]);
    }

    /// <summary>Whose a measurement is: that of the later of two cases, of a room's day the room's.</summary>
    sealed record Subject(DateOnly? Day, string? Room, CaseFactsRow Facts)
    {
        public static Subject Of(Measurement measurement, Dictionary<Guid, CaseFactsRow> facts) =>
            Of(measurement.CaseIds[^1], measurement.Day, measurement.Room?.Value, facts);

        public static Subject Of(NotMeasured without, Dictionary<Guid, CaseFactsRow> facts) => Of(without.CaseId, without.Day, null, facts);

        static Subject Of(Guid caseId, DateOnly? day, string? room, Dictionary<Guid, CaseFactsRow> facts) =>
            new(day, room ?? facts[caseId].Room, facts[caseId]);

        public bool IsAskedBy(TimesQuestion question) =>
            !(Day < question.From) && !(Day >= question.To)
            && Is(question.Room, Room) && Is(question.Surgeon, Facts.Surgeon) && Is(question.Service, Facts.Service) && Is(question.Family, Facts.Procedure)
            && Is(question.Approach, Facts.Approach) && Is(question.Region, Facts.Region) && (question.Grade ?? Facts.Grade) == Facts.Grade;

        public string KeyBy(GroupBy by) => by switch
        {
            GroupBy.None => CohortGroups.All,
            GroupBy.Surgeon => Facts.Surgeon,
            GroupBy.Room => Room,
            GroupBy.Service => Facts.Service,
            GroupBy.Procedure => Facts.Procedure,
            GroupBy.Grade => Facts.Grade?.ToString(CultureInfo.InvariantCulture),
            GroupBy.Segments => Facts.Segments?.ToString(CultureInfo.InvariantCulture),
            GroupBy.Region => Facts.Region,
            GroupBy.Month => Day is { } day ? CohortGroups.MonthOf(day) : null,
            _ => Day is { } day ? CohortGroups.QuarterOf(day) : null,
        } ?? CohortGroups.Unknown;

        static bool Is(string? asked, string? has) => asked is null || asked == has;
    }
}

/// <summary>What the measurements of a group come to.</summary>
/// <param name="Value">A share from 0 on, or minutes, as the statistic says; null without a measurement.</param>
/// <param name="Numerator">What stands above the line.</param>
/// <param name="Denominator">What stands below it.</param>
/// <param name="Median">Of the minutes.</param>
/// <param name="MedianDeviation">How far the minutes are from it, in the middle.</param>
/// <param name="Lateness">How many measurements rest on times of each class.</param>
/// <param name="Measured">Each with its cases and the entries whose times were used.</param>
/// <param name="NotMeasured">The cases that are not in it, by the reason.</param>
sealed record TimesGroup(
    string Key, Statistic Statistic, double? Value, decimal Numerator, decimal Denominator, int Measurements, double? Median, double? MedianDeviation,
    LatenessCounts Lateness, IReadOnlyList<Measurement> Measured, IReadOnlyList<NotMeasuredCases> NotMeasured)
{
    public static TimesGroup Of(string key, Statistic statistic, IReadOnlyList<Measurement> measured, IReadOnlyList<NotMeasured> others)
    {
        var figure = Figure.Of(statistic, measured);
        return new TimesGroup(
            key, statistic, Figures.Twelve(figure.Value), figure.Numerator, figure.Denominator, figure.Measurements, Figures.Twelve(figure.Median),
            Figures.Twelve(figure.MedianDeviation), LatenessCounts.Of(figure), [.. measured.OrderBy(m => m.Day).ThenBy(m => m.CaseIds[^1])],
            [
                .. others.GroupBy(o => o.Reason, o => o.CaseId).OrderBy(reason => reason.Key, StringComparer.Ordinal)
                    .Select(reason => new NotMeasuredCases(reason.Key, [.. reason.Distinct().Order()])),
            ]);
    }
}

/// <summary>How many times are of which class.</summary>
/// <param name="Prompt">Recorded within 5 minutes.</param>
/// <param name="Delayed">Within 20.</param>
/// <param name="Late">After that.</param>
/// <param name="Unknown">Told by a file or by notes of a downtime.</param>
sealed record LatenessCounts(int Prompt, int Delayed, int Late, int Unknown)
{
    public static LatenessCounts Of(Figure figure) => new(
        figure.Lateness[LatenessClass.Prompt], figure.Lateness[LatenessClass.Delayed], figure.Lateness[LatenessClass.Late],
        figure.Lateness[LatenessClass.Unknown]);
}

/// <summary>Cases that were not measured for the same reason.</summary>
sealed record NotMeasuredCases(string Reason, IReadOnlyList<Guid> CaseIds);
