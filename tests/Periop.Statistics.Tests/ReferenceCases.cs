using Periop.Statistics.Tests.Reference;

namespace Periop.Statistics.Tests;

/// <summary>
/// The library answers what is known from elsewhere: the tables of the domain reference, and the cases of the files that
/// PERIOP_STATISTICS names. README.md lists methods, inputs and tolerances.
/// </summary>
public class ReferenceCases
{
    /// <summary>The first one of a file that has none, so that a run does not pass by looking at nothing.</summary>
    const string Absent = "(absent)";

    public static TheoryData<string, int, string> OfTheDomain => Cases([ReferenceFiles.Own]);

    public static TheoryData<string, int, string> OfOtherFiles => Cases(ReferenceFiles.Others);

    [Theory]
    [MemberData(nameof(OfTheDomain))]
    public void The_domains_tables_are_answered(string file, int index, string name) => Check(file, index, name);

    [Theory]
    [MemberData(nameof(OfOtherFiles))]
    public void Cases_from_elsewhere_are_answered(string file, int index, string name) => Check(file, index, name);

    [Fact]
    public void A_method_that_is_not_known_fails() =>
        Assert.ThrowsAny<Exception>(() => Read("""{ "method": "astrology", "inputs": [1, 2], "expected": 3 }""").Check());

    [Theory]
    [InlineData("""{ "method": "wilson", "inputs": [18, 20], "expected": [0.6989663548, 0.9721335288] }""")]
    [InlineData("""{ "method": "wilson", "inputs": [[18, 20]], "expected": [[0.6989663548, 0.9721335188], [0, 1]] }""")]
    [InlineData("""{ "method": "wilson", "inputs": [18, 20], "expected": { "lower": 0.6989663548, "width": 0.1 } }""")]
    [InlineData("""{ "method": "wilson", "x": 18, "n": 20 }""")]
    public void What_is_not_answered_fails(string json) => Assert.ThrowsAny<Exception>(() => Read(json).Check());

    [Theory]
    [InlineData("""{ "method": "Wilson", "x": 18, "n": 20, "expected": { "lower": 0.6989663548, "upper": 0.9721335188 } }""")]
    [InlineData("""{ "method": "wilson", "inputs": { "n": 20, "x": 18 }, "expected": [0.69897, 0.97213] }""")]
    [InlineData("""{ "method": "wilson", "inputs": [{ "n": 20, "x": 18 }, { "n": 0, "x": 0 }], "expected": [[0.69897, 0.97213], null] }""")]
    [InlineData("""{ "method": "wilson", "inputs": [[18, 20], [0, 20]], "low": [0.69897, 0], "high": [0.97213, 0.16112516] }""")]
    public void Inputs_and_answers_are_read_by_name_or_place(string json) => Read(json).Check();

    static ReferenceCase Read(string json) => new(System.Text.Json.JsonDocument.Parse(json).RootElement);

    static void Check(string file, int index, string name)
    {
        if (name == Absent)
            Assert.Skip($"{file} is not there");
        ReferenceFiles.Read(file)[index].Check();
    }

    static TheoryData<string, int, string> Cases(IEnumerable<string> files)
    {
        var data = new TheoryData<string, int, string>();
        foreach (var file in files)
            if (!File.Exists(file) && !ReferenceFiles.AreNamed)
                data.Add(file, 0, Absent);
            else
                foreach (var (reference, index) in ReferenceFiles.Read(file).Select((c, i) => (c, i)))
                    data.Add(file, index, reference.Name);
        return data;
    }
}
