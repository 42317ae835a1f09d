using System.Security.Cryptography;
using CsvHelper;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Http;

namespace Periop.Server.Audit.SecondSources;

/// <summary>A file of a second source: a line of columns, then a line for each case and kind of complication. It is little enough to be read whole.</summary>
/// <param name="Lines">What can be read, in the order of the file.</param>
/// <param name="Blank">How many lines have no filled cell.</param>
/// <param name="Refused">Each cell that cannot be read.</param>
/// <param name="RefusedLines">How many lines have one.</param>
/// <param name="Content">SHA-256 of the bytes, hexadecimal.</param>
sealed record SecondSourceFile(
    IReadOnlyList<(Label CaseNumber, AssessedKind Kind)> Lines, int Blank, IReadOnlyList<RefusedCell> Refused, int RefusedLines, string Content)
{
    const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>An upload is one event.</summary>
    const int MostLines = 100_000;

    const string CaseNumber = "caseNumber", Kind = "kind";

    static readonly Dictionary<string, string> BySpelling = new[] { CaseNumber, Kind }.ToDictionary(CsvForm.Spelt);

    /// <summary>Reads the body of a request; the problem, when it is no such file. What is wrong with a line is no problem of the file.</summary>
    public static async Task<(SecondSourceFile? File, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!request.IsOfType("text/csv"))
            return (null, Problems.Of(415, detail: "A second source is sent as text/csv."));
        if (!request.IsUtf8())
            return (null, Problems.Of(415, detail: "A second source is sent in UTF-8."));
        if (await request.ReadAtMostAsync(MaxBytes, cancellation) is not { } bytes)
            return (null, Problems.Of(413, detail: "A second source is at most 8 MiB."));
        var separator = CsvForm.SeparatorOf(bytes.AsSpan(0, Math.Min(bytes.Length, CsvForm.MaxLineBytes)));
        using var csv = CsvReader.Create(new MemoryStream(bytes), CsvForm.With(separator));
        var columns = await CsvForm.HeaderAsync(csv, cancellation);
        if (WhyNot(columns) is { } problem)
            return (null, problem);
        var content = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return await new Reading(csv, [.. columns.Select(name => BySpelling[CsvForm.Spelt(name)])]).ReadAsync(content, cancellation) is { } file
            ? (file, null)
            : (null, Problems.Of(413, detail: $"A second source is at most {MostLines} lines."));
    }

    static IResult? WhyNot(IReadOnlyList<string> columns)
    {
        var names = columns.Select(name => BySpelling.GetValueOrDefault(CsvForm.Spelt(name))).ToArray();
        return BySpelling.Values.FirstOrDefault(name => !names.Contains(name)) is { } missing
                ? Problems.Of(400, "column-missing",
                    $"The first line must name the columns {CaseNumber} and {Kind}, separated by a comma, a semicolon or a tab. {missing} is not "
                    + $"among: {string.Join(", ", columns.Take(50).Select(Shown.Of))}.")
            : Array.IndexOf(names, null) is >= 0 and var unknown
                ? Problems.Shape(Problems.PointerTo(columns[unknown]), $"is no column of a second source; those are {CaseNumber} and {Kind}")
            : names.Length > BySpelling.Count ? Problems.Shape(Problems.PointerTo(names.GroupBy(n => n).First(g => g.Count() > 1).Key!), "is there twice")
            : null;
    }

    /// <summary>The lines of one file, while they are read.</summary>
    sealed class Reading(CsvReader csv, string[] columns)
    {
        readonly List<(Label, AssessedKind)> lines = [];
        readonly List<RefusedCell> refused = [];
        int blank, refusedLines;

        /// <summary>Null when there are too many.</summary>
        public async Task<SecondSourceFile?> ReadAsync(string content, CancellationToken cancellation)
        {
            for (var count = 0; await NextAsync(cancellation); count++)
            {
                if (count == MostLines)
                    return null;
                Add();
            }

            return new SecondSourceFile(lines, blank, refused, refusedLines, content);
        }

        async Task<bool> NextAsync(CancellationToken cancellation)
        {
            try
            {
                return await csv.ReadAsync(cancellation);
            }
            catch (CsvFormatException wrong)
            {
                Refuse((int)wrong.LineNumber, "", "malformed-csv", CsvForm.Unending);
                refusedLines++;
                return false;
            }
        }

        void Add()
        {
            var (line, before) = ((int)csv.LineNumber, refused.Count);
            if (CsvForm.WhyUnreadable(csv, columns.Length) is { } why)
                Refuse(line, "", why.Code, why.Detail);
            else if (CsvForm.IsBlank(csv))
                blank++;
            else
            {
                var (number, kind) = (Cell<Label>(line, CaseNumber), Cell<AssessedKind>(line, Kind));
                if (number is not null && kind is not null)
                    lines.Add((number.Value, kind.Value));
            }

            refusedLines += refused.Count > before ? 1 : 0;
        }

        TText? Cell<TText>(int line, string column) where TText : struct, IText<TText>
        {
            var text = csv.GetString(Array.IndexOf(columns, column)).Trim();
            var read = TText.Read(text);
            if (read is null)
                Refuse(line, column, "invalid-shape", text.Length == 0 ? "The cell is empty." : $"Found {Shown.Of(text)}; it must be {TText.Rule}.");
            return read;
        }

        void Refuse(int line, string column, string code, string detail) => refused.Add(new RefusedCell(line, column, code, detail));
    }
}
