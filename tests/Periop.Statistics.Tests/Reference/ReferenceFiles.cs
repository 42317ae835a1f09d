using System.Text.Json;

namespace Periop.Statistics.Tests.Reference;

/// <summary>
/// Where reference cases are read from: the file beside these tests, and those that PERIOP_STATISTICS names (separated by commas or as
/// paths are); by default the one that is kept beside the repository.
/// </summary>
static class ReferenceFiles
{
    const string Named = "PERIOP_STATISTICS";

    public static string Own { get; } = Path.Combine(Repository.Root, "tests", "Periop.Statistics.Tests", "Reference", "domain-tables.json");

    public static IReadOnlyList<string> Others { get; } = Environment.GetEnvironmentVariable(Named) is { Length: > 0 } list
        ? list.Split([Path.PathSeparator, ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [Shared("statistics-cases.json")];

    /// <summary>Whether somebody asked for these files, so that one that is missing is no reason to skip.</summary>
    public static bool AreNamed { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Named));

    public static string Shared(string name) => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", name));

    /// <summary>The text of a file that is kept beside the repository; a stranger's clone has none, and the test says so.</summary>
    public static string ReadShared(string name)
    {
        Assert.SkipUnless(File.Exists(Shared(name)), $"{name} is not beside this repository");
        return File.ReadAllText(Shared(name));
    }

    /// <summary>The cases of a file: of its member "cases", or the file's own list.</summary>
    public static IReadOnlyList<ReferenceCase> Read(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        var cases = root.ValueKind == JsonValueKind.Array ? root : root.TryGetProperty("cases", out var list) ? list : default;
        return cases.ValueKind == JsonValueKind.Array ? [.. cases.EnumerateArray().Select(c => new ReferenceCase(c))] : [new ReferenceCase(root)];
    }
}
