using Periop.Server.Http;
using Periop.Server.Store;

namespace Periop.Server.Audit.SecondSources;

/// <summary>What came of an upload.</summary>
/// <param name="Cases">How many cases it names, those of each kind counted by themselves.</param>
/// <param name="Kinds">How many of each kind.</param>
/// <param name="Repeated">How many lines say what a line before them says.</param>
/// <param name="Blank">How many lines had no filled cell.</param>
/// <param name="Refused">What could not be read: the first 1,000.</param>
/// <param name="RefusedLines">How many lines could not be read. They are not in the upload; it keeps how many they were.</param>
sealed record SecondSourceUpload(
    string Name, DateTimeOffset UploadedAt, string UploadedBy, int Cases, IReadOnlyDictionary<string, int> Kinds, int Repeated, int Blank,
    IReadOnlyList<RefusedCell> Refused, int RefusedLines)
{
    const int Listed = 1000;

    public static SecondSourceUpload Of(Upload upload, SecondSourceFile file) => new(
        upload.What.Name, upload.At.ToUniversalTime(), upload.By, upload.What.Count(),
        new SortedDictionary<string, int>(upload.What.Kinds.ToDictionary(k => k.Kind.Value, k => k.CaseNumbers.Count), StringComparer.Ordinal),
        file.Lines.Count - upload.What.Count(), file.Blank, [.. file.Refused.Take(Listed)], file.RefusedLines);
}
