using System.Globalization;
using System.Text.RegularExpressions;
using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Json;

namespace Periop.Server.Import;

/// <summary>Reads the cells of one row; what cannot be read is refused by itself and keeps nothing else back.</summary>
sealed partial class CellReader(ImportRow row)
{
    const string TimeRule = "a time with offset such as 2026-03-02T08:15:00+01:00, or without offset when the file's timeZone is given";

    static readonly string[] LocalFormats = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF"];

    readonly TimeZoneInfo? zone = row.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : null;

    public List<RefusedCell> Refused { get; } = [];

    public string? Text(string column) => Cell(column)?.Text;

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

    public DateTimeOffset? Time(string column) => Cell(column) is { } cell ? Time(cell) : null;

    /// <summary>An instant with offset, or a local time where the file's zone is known and the clock shows it exactly once.</summary>
    public DateTimeOffset? Time(ImportCell cell)
    {
        // a fraction finer than a clock tick is cut: nothing here is measured that finely
        if (TimeOfFile().Match(cell.Text) is not { Success: true } time
            || !DateTime.TryParseExact($"{time.Groups["date"].Value} {time.Groups["clock"].Value}{time.Groups["fraction"].Value}", LocalFormats,
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Unreadable<DateTimeOffset>(cell, TimeRule);
        if (time.Groups["offset"] is { Success: true } offset)
            return InstantConverter.ParseAsWritten($"{local:yyyy-MM-dd'T'HH:mm:ss.fffffff}{offset.Value.ToUpperInvariant()}")
                ?? Unreadable<DateTimeOffset>(cell, TimeRule);
        if (zone is null)
            return Refuse<DateTimeOffset>(
                cell.Column, "invalid-shape", $"Found {Shown.Of(cell.Text)}, which has no offset: add it, or name the file's timeZone.");
        if (zone.IsInvalidTime(local))
            return Refuse<DateTimeOffset>(cell.Column, "time-does-not-exist", $"Found {Shown.Of(cell.Text)}: the clocks were put forward over this time.");
        if (zone.IsAmbiguousTime(local))
            return Refuse<DateTimeOffset>(
                cell.Column, "time-ambiguous", $"Found {Shown.Of(cell.Text)}: the clocks were put back over this time. Write it with its offset.");
        return local.Year is > 1 and < 9999 ? zone.InstantOf(local) : Unreadable<DateTimeOffset>(cell, TimeRule);
    }

    public IReadOnlyDictionary<string, decimal>? RiskFactors()
    {
        var factors = new Dictionary<string, decimal>();
        foreach (var cell in row.Cells.Where(c => c.Column.StartsWith(ColumnNames.Risk, StringComparison.Ordinal)))
            if (decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                factors[cell.Column[ColumnNames.Risk.Length..]] = value;
            else
                Unreadable<decimal>(cell, "a number such as 27.4");
        return factors.Count > 0 ? factors : null;
    }

    public T? Refuse<T>(string column, string code, string detail) where T : struct
    {
        Refused.Add(new RefusedCell(row.Line, column, code, detail));
        return null;
    }

    ImportCell? Cell(string column) => row.Cells.FirstOrDefault(c => c.Column == column);

    T? Unreadable<T>(ImportCell cell, string rule) where T : struct =>
        Refuse<T>(cell.Column, "invalid-shape", $"Found {Shown.Of(cell.Text)}; it must be {rule}.");

    [GeneratedRegex(
        @"^(?<date>\d{4}-\d{2}-\d{2})[Tt ](?<clock>\d{2}:\d{2}(:\d{2})?)((?<=:\d{2}:\d{2})(?<fraction>\.\d{1,7})\d*)?(?<offset>[Zz]|[+-]\d{2}:\d{2})?$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex TimeOfFile();
}
