using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>
/// What another source of the hospital, such as its coded discharges, says of complications. Each source has a stream of its own, and an upload
/// says all that the source says: it replaces the one before. When and by whom, the store keeps beside it.
/// </summary>
/// <param name="Name">What the hospital calls the source.</param>
/// <param name="Kinds">Which cases it names, by kind; each kind and each number of it once, in order.</param>
/// <param name="Refused">How many lines of the file could not be read.</param>
/// <param name="Content">SHA-256 of the file, hexadecimal: sent again, it is the upload that is there.</param>
[StoredAs("second_source_uploaded")]
public sealed record SecondSourceUploaded(string Name, IReadOnlyList<SecondSourceKind> Kinds, int Refused, string Content) : StoredEvent
{
    /// <summary>How many cases it names, those of each kind counted by themselves.</summary>
    public int Count() => Kinds.Sum(k => k.CaseNumbers.Count);

    public static SecondSourceUploaded Of(string name, IEnumerable<(Label CaseNumber, AssessedKind Kind)> lines, int refused, string content) => new(
        name,
        [
            .. from line in lines
               group line.CaseNumber by line.Kind into numbers
               orderby numbers.Key.Value
               select new SecondSourceKind(numbers.Key, [.. numbers.Distinct().OrderBy(n => n.Value, StringComparer.Ordinal)]),
        ],
        refused, content);
}

/// <summary>The cases of which a source says that they had a complication.</summary>
/// <param name="Kind">The kind, or a family of which the source does not say which member.</param>
/// <param name="CaseNumbers">As the hospital writes them; whether there are such cases is not asked.</param>
public sealed record SecondSourceKind(AssessedKind Kind, IReadOnlyList<Label> CaseNumbers);
