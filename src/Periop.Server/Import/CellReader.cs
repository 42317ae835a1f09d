using System.Globalization;
using Periop.Domain.Text;
using Periop.Server.Json;

namespace Periop.Server.Import;

/// <summary>Reads the cells of one row; what cannot be read is refused by itself and keeps nothing else back.</summary>
sealed class CellReader(ImportRow row)
{
    static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    readonly TimeZoneInfo? zone = row.TimeZone is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : null;

    public List<RefusedCell> Refused { get; } = [];

    public string? Text(string column) => row.Cells.FirstOrDefault(c => c.Column == column)?.Text;

    public T? Read<T>(string column) where T : struct, IText<T> =>
        Text(column) is not { } text ? null : T.Read(text) is { } value ? value : Refuse<T>(column, "invalid-shape", $"must be {T.Rule}");

    public int? Number(string column) =>
        Text(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : Refuse<int>(column, "invalid-shape", "must be a whole number");

    public T? OneOf<T>(string column) where T : struct, Enum =>
        Text(column) is not { } text ? null
        : Enum.GetValues<T>().Where(v => Vocabulary.WordFor(v) == text).Cast<T?>().FirstOrDefault() is { } value ? value
        : Refuse<T>(column, "invalid-shape", "must be one of " + string.Join(", ", Vocabulary.Words<T>()));

    public DateTimeOffset? Time(string column) => row.Cells.FirstOrDefault(c => c.Column == column) is { } cell ? Time(cell) : null;

    /// <summary>An instant with offset, or a local time where the file's zone is known and the clock shows it exactly once.</summary>
    public DateTimeOffset? Time(ImportCell cell)
    {
        if (InstantConverter.Parse(cell.Text) is { } instant)
            return instant;
        if (!DateTime.TryParseExact(cell.Text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return Refuse<DateTimeOffset>(cell.Column, "invalid-shape", InstantConverter.Rule + ", or without when timeZone is given");
        if (zone is null)
            return Refuse<DateTimeOffset>(cell.Column, "invalid-shape", "has no offset: add it, or name the file's timeZone");
        if (zone.IsInvalidTime(local))
            return Refuse<DateTimeOffset>(cell.Column, "time-does-not-exist", "The clocks were put forward over this time.");
        return zone.IsAmbiguousTime(local)
            ? Refuse<DateTimeOffset>(cell.Column, "time-ambiguous", "The clocks were put back over this time: write it with its offset.")
            : new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    public IReadOnlyDictionary<string, decimal>? RiskFactors()
    {
        var factors = new Dictionary<string, decimal>();
        foreach (var cell in row.Cells.Where(c => c.Column.StartsWith(ImportColumn.Risk, StringComparison.Ordinal)))
            if (decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                factors[cell.Column[ImportColumn.Risk.Length..]] = value;
            else
                Refuse<decimal>(cell.Column, "invalid-shape", "must be a number");
        return factors.Count > 0 ? factors : null;
    }

    public T? Refuse<T>(string column, string code, string detail) where T : struct
    {
        Refused.Add(new RefusedCell(row.Line, column, code, detail));
        return null;
    }
}
