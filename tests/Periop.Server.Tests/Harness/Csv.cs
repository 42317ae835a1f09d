using CsvHelper;

namespace Periop.Server.Tests;

/// <summary>A file of comma-separated values as others read it.</summary>
static class Csv
{
    static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',', HasHeader = false, SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw, FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static List<string[]> Read(byte[] bytes)
    {
        var lines = new List<string[]>();
        using var csv = CsvReader.Create(bytes, Strict);
        while (csv.Read())
            lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return lines;
    }
}
