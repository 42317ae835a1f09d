using Periop.Domain.Cases;
using Periop.Domain.Outcomes;

namespace Periop.Domain.Register;

/// <summary>A second source in the register, by its newest upload.</summary>
/// <param name="Cases">How many cases it names, those of each kind counted by themselves.</param>
/// <param name="Refused">How many lines of its file could not be read.</param>
/// <param name="Content">SHA-256 of its file, hexadecimal.</param>
/// <param name="UploadedAt">UTC.</param>
public sealed record SecondSourceRow(string Name, int Cases, int Refused, string Content, DateTimeOffset UploadedAt, string UploadedBy) : RegisterRow("source")
{
    public static SecondSourceRow Of(SecondSourceUploaded uploaded, DateTimeOffset at, string by) =>
        new(uploaded.Name, uploaded.Count(), uploaded.Refused, uploaded.Content, at.ToUniversalTime(), by);
}

/// <summary>A case of which a second source says that it had a complication.</summary>
/// <param name="Key">The kind and the number.</param>
/// <param name="Source">The name of the source.</param>
/// <param name="Kind">The kind or the family.</param>
/// <param name="CaseNumber">As the source writes it.</param>
public sealed record SecondSourceCaseRow(string Key, string Source, AssessedKind Kind, string CaseNumber) : RegisterRow(Key)
{
    public static IEnumerable<SecondSourceCaseRow> AllOf(SecondSourceUploaded uploaded) =>
        from named in uploaded.Kinds
        from number in named.CaseNumbers
        select new SecondSourceCaseRow($"{named.Kind}/{number}", uploaded.Name, named.Kind, number.Value);
}
