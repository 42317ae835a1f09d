using System.Globalization;
using System.Text.RegularExpressions;
using Periop.Domain.Text;
using Periop.Server.Http;
using Periop.Server.Json;

namespace Periop.Server.Import;

/// <summary>Reads the cells of one row; what cannot be read is refused by itself and keeps nothing else back.</summary>
/// <param name="here">The hospital's time zone: days are of this one where the file's is not named.</param>
sealed partial class CellReader(ImportRow row, TimeZoneInfo here)
{
    const string TimeRule = "a time with offset such as 2026-03-02T08:15:00+01:00, or without offset when the file's timeZone is given";
    const string DayRule = TimeRule + ", or a date such as 2026-03-02";
    const string CancelledRule = DayRule + ", or yes or no";

    static readonly string[] LocalFormats = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];

    readonly TimeZoneInfo? zone = row.Order.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : null;

    public List<RefusedCell> Refused { get; } = [];

    /// <summary>The zone whose days a date means.</summary>
    public TimeZoneInfo DayZone => zone ?? here;

    public T? Read<T>(string column) where T : struct, IText<T> =>
        Cell(column) is not { } cell ? null : T.Read(cell.Text) is { } value ? value : Unreadable<T>(cell, T.Rule);

    public int? Number(string column) =>
        Cell(column) is not { } cell ? null
        : int.TryParse(cell.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Unreadable<int>(cell, "a whole number");

    public T? OneOf<T>(string column) where T : struct, Enum =>
        Cell(column) is not { } cell ? null
        : Enum.GetValues<T>().Where(v => Vocabulary.WordFor(v).Equals(cell.Text, StringComparison.OrdinalIgnoreCase)).Cast<T?>().FirstOrDefault()
            ?? Unreadable<T>(cell, "one of " + string.Join(", ", Vocabulary.Words<T>()));

    public DateTimeOffset? Time(string column) => Cell(column) is { } cell ? Moment(cell, TimeRule) : null;

    /// <summary>When something happened, where the column may say it to the day by a date.</summary>
    public TimeTold? Time(ImportCell cell, ImportColumn column) =>
        column.MayBeDay && Date(cell.Text) is { } day ? TimeTold.DayOf(day, DayZone)
        : Moment(cell, column.Name == ImportColumn.Cancelled ? CancelledRule : column.MayBeDay ? DayRule : TimeRule) is { } at
            ? new TimeTold(at.ToMicroseconds(), null)
            : null;

    /// <summary>An answer to yes or no; null for any other text.</summary>
    public static bool? YesOrNo(ImportCell cell) => cell.Text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "1" => true,
        "no" or "n" or "false" or "0" => false,
        _ => null,
    };

    public IReadOnlyDictionary<string, decimal> RiskFactors()
    {
        var factors = new Dictionary<string, decimal>();
        foreach (var cell in row.Cells.Where(c => c.Column.StartsWith(ColumnNames.Risk, StringComparison.Ordinal)))
            if (decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                factors[cell.Column[ColumnNames.Risk.Length..]] = value;
            else
                Unreadable<decimal>(cell, "a number such as 27.4");
        return factors;
    }

    public void Refuse(string column, string code, string detail) => Refused.Add(new RefusedCell(row.Line, column, code, detail));

    public ImportCell? Cell(string column) => row.Cells.FirstOrDefault(c => c.Column == column);

    /// <summary>An instant with offset, or a local time where the file's zone is known and the clock shows it exactly once.</summary>
    DateTimeOffset? Moment(ImportCell cell, string rule)
    {
        // a fraction finer than a clock tick is cut: nothing here is measured that finely
        if (TimeOfFile().Match(cell.Text) is not { Success: true } time
            || !DateTime.TryParseExact($"{time.Groups["date"].Value} {time.Groups["clock"].Value}{time.Groups["fraction"].Value}", LocalFormats,
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Unreadable<DateTimeOffset>(cell, rule);
        if (time.Groups["offset"] is { Success: true } offset)
            return InstantConverter.ParseAsWritten($"{local:yyyy-MM-dd'T'HH:mm:ss.fffffff}{offset.Value.ToUpperInvariant()}")
                ?? Unreadable<DateTimeOffset>(cell, rule);
        if (zone is null)
            return Refuse<DateTimeOffset>(cell, "invalid-shape", "which has no offset: add it, or name the file's timeZone.");
        if (zone.IsInvalidTime(local))
            return Refuse<DateTimeOffset>(cell, "time-does-not-exist", "but the clocks were put forward over this time.");
        if (zone.IsAmbiguousTime(local))
            return Refuse<DateTimeOffset>(cell, "time-ambiguous", "but the clocks were put back over this time. Write it with its offset.");
        return IsSensible(local) ? zone.InstantOf(local) : Unreadable<DateTimeOffset>(cell, rule);
    }

    static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && IsSensible(day.ToDateTime(TimeOnly.MinValue)) ? day : null;

    /// <summary>Whether it is a time in every zone.</summary>
    static bool IsSensible(DateTime local) => local.Year is > 1 and < 9999;

    T? Unreadable<T>(ImportCell cell, string rule) where T : struct => Refuse<T>(cell, "invalid-shape", $"but it must be {rule}.");

    T? Refuse<T>(ImportCell cell, string code, string why) where T : struct
    {
        Refuse(cell.Column, code, $"Found {Shown.Of(cell.Text)}, {why}");
        return null;
    }

    [GeneratedRegex(
        @"^(?<date>\d{4}-\d{2}-\d{2})[Tt ](?<clock>\d{2}:\d{2}(:\d{2})?)((?<=:\d{2}:\d{2})(?<fraction>\.\d{1,7})\d*)?(?<offset>[Zz]|[+-]\d{2}:\d{2})?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex TimeOfFile();
}
