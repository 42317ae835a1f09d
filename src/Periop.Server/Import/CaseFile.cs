using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using CsvHelper;
using Periop.Server.Http;

namespace Periop.Server.Import;

/// <summary>A file of cases, read while it arrives: a line of columns, then a line a row.</summary>
sealed class CaseFile : IDisposable
{
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>No case has more incisions.</summary>
    public const int MostColumnsAlike = 32;

    /// <summary>What programs write into a cell that has nothing to say.</summary>
    static readonly HashSet<string> Empty = new(["NA", "N/A", "NULL", "None", "nan", "-", "."], StringComparer.OrdinalIgnoreCase);

    readonly CsvReader reader;
    readonly CsvReaderOptions form;
    readonly IReadOnlyList<(string Name, int Occurrence)> columns;

    CaseFile(CsvReader csv, CsvReaderOptions format, IReadOnlyList<(string Name, int Occurrence)> header) =>
        (this.reader, this.form, this.columns) = (csv, format, header);

    /// <summary>The bytes of the line that was read last.</summary>
    public byte[] LastLine => reader.RawRecord.ToArray();

    /// <summary>Reads the first line; the problem, when it is none of a case file.</summary>
    public static async Task<(CaseFile? File, IResult? Problem)> OpenAsync(PipeReader body, CancellationToken cancellation)
    {
        var format = CsvForm.With(await SeparatorAsync(body, cancellation));
        var csv = CsvReader.Create(body.AsStream(leaveOpen: true), format, leaveOpen: true);
        var spellings = await CsvForm.HeaderAsync(csv, cancellation);
        if (WhyNot(spellings) is { } problem)
        {
            csv.Dispose();
            return (null, problem);
        }

        var header = new List<(string Name, int Occurrence)>();
        foreach (var name in spellings.Select(ColumnNames.Of))
            header.Add((name!, header.Count(c => c.Name == name)));
        return (new CaseFile(csv, format, header), null);
    }

    /// <summary>The lines after the first. What is no CSV at all ends the file with a line that says so.</summary>
    public async IAsyncEnumerable<FileLine> LinesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            FileLine? last = null;
            try
            {
                if (!await reader.ReadAsync(cancellation))
                    yield break;
            }
            catch (CsvFormatException wrong)
            {
                last = FileLine.Unreadable((int)wrong.LineNumber, "malformed-csv", CsvForm.Unending);
            }

            if (reader.ByteOffset >= MaxBytes)
                last = FileLine.TooLarge((int)reader.LineNumber);
            yield return last ?? Current(reader);
            if (last is not null)
                yield break;
        }
    }

    /// <summary>The cells of a line that was read before.</summary>
    public IReadOnlyList<ImportCell> CellsOf(byte[] line)
    {
        using var again = CsvReader.Create(line, form with { HasHeader = false });
        return again.Read() ? Current(again).Cells : [];
    }

    public void Dispose() => reader.Dispose();

    FileLine Current(CsvReader csv)
    {
        var line = (int)csv.LineNumber;
        if (CsvForm.WhyUnreadable(csv, columns.Count) is { } why)
            return FileLine.Unreadable(line, why.Code, why.Detail);
        var cells = new List<ImportCell>();
        var emptied = new List<string>();
        for (var index = 0; index < columns.Count; index++)
            if (csv.GetString(index).Trim() is { Length: > 0 } text)
                if (Empty.Contains(text))
                    emptied.Add(columns[index].Name);
                else
                    cells.Add(new ImportCell(columns[index].Name, columns[index].Occurrence, text));
        return new FileLine(line, cells, emptied);
    }

    /// <summary>What separates the cells of the first line, looked at without taking it.</summary>
    static async Task<char> SeparatorAsync(PipeReader body, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            var first = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, CsvForm.MaxLineBytes)).ToArray();
            if (first.AsSpan().IndexOfAny((byte)'\n', (byte)'\r') < 0 && first.Length < CsvForm.MaxLineBytes && !read.IsCompleted)
            {
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            body.AdvanceTo(read.Buffer.Start);
            return CsvForm.SeparatorOf(first);
        }
    }

    static IResult? WhyNot(IReadOnlyList<string> spellings)
    {
        if (spellings.All(spelling => ColumnNames.Of(spelling) != ColumnNames.CaseNumber))
            return Problems.Of(400, "no-case-number-column",
                $"The first line must name the columns, {ColumnNames.CaseNumber} among them, separated by commas, semicolons or tabs. It names: "
                + $"{string.Join(", ", spellings.Take(50).Select(Shown.Of))}.");
        if (spellings.FirstOrDefault(spelling => ColumnNames.Of(spelling) is null) is { } unknown)
            return Problems.Shape(Problems.PointerTo(unknown), $"is no column of a case file; the nearest is {ColumnNames.Nearest(unknown)}");
        var twice = spellings.GroupBy(spelling => ColumnNames.Of(spelling)!)
            .FirstOrDefault(same => same.Count() > (ColumnNames.MayRepeat(same.Key) ? MostColumnsAlike : 1));
        return twice is null ? null
            : Problems.Shape(Problems.PointerTo(twice.Last()),
                $"is there twice, and only a time may be, up to {MostColumnsAlike} times: {string.Join(" and ", twice.Select(Shown.Of))}");
    }
}

/// <summary>One line of a file.</summary>
/// <param name="Number">As an editor counts them: the columns stand in line 1.</param>
/// <param name="Cells">Those that are filled.</param>
/// <param name="Emptied">The columns of the cells that say in words that they are empty, such as <c>NA</c>.</param>
sealed record FileLine(int Number, IReadOnlyList<ImportCell> Cells, IReadOnlyList<string> Emptied)
{
    /// <summary>Why the line as a whole is no row.</summary>
    public RefusedCell? Refused { get; private init; }

    /// <summary>Whether the file goes on beyond what is taken.</summary>
    public bool IsTooMuch { get; private init; }

    public bool IsBlank => Refused is null && Cells.Count == 0;

    public static FileLine Unreadable(int line, string code, string detail) => new(line, [], []) { Refused = new RefusedCell(line, "", code, detail) };

    public static FileLine TooLarge(int line) =>
        Unreadable(line, "too-large", "A file is at most 32 MiB: from here on it was not read. Send the rest as a file of its own.") with { IsTooMuch = true };
}
