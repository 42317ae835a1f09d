using System.Text.Unicode;
using CsvHelper;

namespace Periop.Server.Http;

/// <summary>How files of lines are read, whatever they are of.</summary>
static class CsvForm
{
    /// <summary>The bytes of the longest line.</summary>
    public const int MaxLineBytes = 64 * 1024;

    /// <summary>A line that is no end of a file is read over up to here.</summary>
    const int UnreadableBytes = 1024 * 1024;

    /// <summary>Why a file cannot be read any further.</summary>
    public const string Unending = "From here on the file cannot be read: the line is over 1 MiB.";

    /// <summary>No cell has a line break in it: with none allowed, a quote that is not closed takes one line and not the rest of the file.</summary>
    public static CsvReaderOptions With(char separator) => new()
    {
        Separator = separator,
        TrimWhitespace = true,
        TrackLineNumbers = true,
        SkipEmptyLines = false,
        AllowLineBreaksInQuotes = false,
        MaxRecordSize = UnreadableBytes,
    };

    /// <summary>What separates the cells of the first line: whatever of comma, semicolon and tab it has most of outside quotes.</summary>
    /// <param name="begin">The beginning of the file; it may go on after the line.</param>
    public static char SeparatorOf(ReadOnlySpan<byte> begin)
    {
        var end = begin.IndexOfAny((byte)'\n', (byte)'\r');
        var (counts, quoted) = (new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 }, false);
        foreach (var character in end < 0 ? begin : begin[..end])
            if (character == '"')
                quoted = !quoted;
            else if (!quoted && counts.ContainsKey((char)character))
                counts[(char)character]++;
        return counts.MaxBy(c => c.Value).Key;
    }

    /// <summary>The names in the first line; none, where it cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> HeaderAsync(CsvReader csv, CancellationToken cancellation)
    {
        try
        {
            await csv.ReadHeaderAsync(cancellation);
            return csv.Headers;
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }

    /// <summary>A column's name without case, blanks, underscores and hyphens: files spell it in their own way.</summary>
    public static string Spelt(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToLowerInvariant();

    /// <summary>Why the line that was read last is no row; null when it is one, or has nothing in it.</summary>
    public static (string Code, string Detail)? WhyUnreadable(CsvReader csv, int columns) =>
        csv.RawRecord.Length > MaxLineBytes ? ("malformed-csv", "The line is over 64 KiB.")
        : csv.RawRecord.Contains((byte)0) ? ("invalid-shape", "The line has a NUL character.")
        : !Utf8.IsValid(csv.RawRecord) ? ("invalid-shape", "The line is not UTF-8.")
        : csv.FieldCount == columns || IsBlank(csv) ? null
        : csv.RawRecord.Count((byte)'"') % 2 == 1 ? ("malformed-csv", "A quote is not closed in this line.")
        : ("invalid-shape", $"The line has {csv.FieldCount} cells; the first line has {columns}.");

    /// <summary>Whether no cell of the line that was read last is filled.</summary>
    public static bool IsBlank(CsvReader csv)
    {
        for (var index = 0; index < csv.FieldCount; index++)
            if (csv.GetString(index).Trim().Length > 0)
                return false;
        return true;
    }
}
