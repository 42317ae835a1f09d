using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>
/// For how much of the staffed hours a patient was in the room. Two at once count once. Rooms of which no case tells on a day were not open,
/// as far as the record says.
/// </summary>
/// <param name="Days">The days on which rooms are staffed.</param>
/// <param name="From">From when on, by the hospital's clock.</param>
/// <param name="To">Until when.</param>
/// <param name="InsideAlone">Whether only minutes inside the staffed hours count; else all, and more than the whole can be reached.</param>
/// <param name="TurnoverCreditMinutes">A gap of at most so many minutes between two patients counts as used; null: none does.</param>
public sealed record Utilisation(
    string Id, int Version, string Title, string Source, bool IsUsual, IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, bool InsideAlone,
    int? TurnoverCreditMinutes) : MetricDefinition(Id, Version, Title, Source, IsUsual)
{
    [JsonIgnore]
    public override Metric Metric => Metric.Utilisation;

    [JsonIgnore]
    public override Statistic Statistic => Statistic.Share;

    public override Measured Measure(IReadOnlyList<CaseTimes> cases, LocalDays days)
    {
        var (measured, not) = (new List<Measurement>(), new List<NotMeasured>());
        foreach (var (room, day, stays) in RoomDays.Of(cases, days, not))
        {
            not.AddRange(from s in stays let why = WhyNot(s.Stay, day) where why is not null select new NotMeasured(s.Case.CaseId, day, why));
            if (stays.Where(s => WhyNot(s.Stay, day) is null).ToArray() is { Length: > 0 } used)
                measured.Add(MeasurementOf(room, day, used, days));
        }

        return new Measured(measured, not);
    }

    string? WhyNot(RoomTime stay, DateOnly day) =>
        !Days.Contains(day.DayOfWeek) ? "on a day that is not staffed" : stay.Duration is { Minutes: null, Reason: var why } ? why : null;

    Measurement MeasurementOf(Label room, DateOnly day, (CaseTimes Case, RoomTime Stay)[] used, LocalDays days)
    {
        var stays = Array.ConvertAll(used, u => u.Stay);
        var durations = Array.ConvertAll(stays, s => s.Duration);
        var minutes = Used(stays, days.Zone.InstantOf(day.ToDateTime(From)), days.Zone.InstantOf(day.ToDateTime(To)));
        return new Measurement(
            [.. used.Select(u => u.Case.CaseId).Distinct()], room, day, minutes, minutes, (decimal)(To - From).TotalMinutes,
            [.. stays.SelectMany(s => new[] { s.Entered.EntryId, s.Left!.EntryId }).Distinct()], durations.Max(d => d.Lateness!.Value),
            durations.Select(d => d.Reason).FirstOrDefault(doubt => doubt is not null));
    }

    /// <summary>The minutes that the stays cover together, with the gaps that are credited.</summary>
    decimal Used(RoomTime[] inOrder, DateTimeOffset from, DateTimeOffset to)
    {
        var (used, credit) = (TimeSpan.Zero, TimeSpan.FromMinutes(TurnoverCreditMinutes ?? 0));
        DateTimeOffset? until = null;
        foreach (var stay in inOrder)
        {
            var (entered, left) = (stay.Entered.At, stay.Left!.At);
            var begin = until is { } before && entered - before <= credit ? before : entered;
            until = until > left ? until : left;
            var (counted, end) = InsideAlone ? (begin < from ? from : begin, until < to ? until : to) : (begin, until);
            used += end > counted ? end.Value - counted : TimeSpan.Zero;
        }

        return Math.Round((decimal)used.TotalMinutes, 2);
    }
}
