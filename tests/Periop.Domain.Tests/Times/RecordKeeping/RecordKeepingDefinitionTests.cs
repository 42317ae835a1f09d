using Periop.Domain.Procedures;
using Periop.Domain.Text;
using Periop.Domain.Times.RecordKeeping;

namespace Periop.Domain.Tests.Times.RecordKeeping;

public class RecordKeepingDefinitionTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "Periop.Domain", "Times", "RecordKeeping", "Definitions");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_named_after_the_version_in_it_and_says_what_is_counted_and_where_that_comes_from(string file)
    {
        var definition = VersionedFile.Parse<RecordKeepingDefinition>(File.ReadAllText(Path.Combine(Folder, file)));
        Assert.Equal(file, $"{definition.Id}.v{definition.Version}.json");
        Assert.All([definition.Title, definition.About, definition.Source], text => Assert.NotEqual("", text));
    }

    [Fact]
    public void Every_file_is_shipped_and_a_metric_has_one_usual_definition()
    {
        Assert.Equal(Files.Count, RecordKeepingDefinition.All.Count);
        Assert.Equal(Enum.GetValues<RecordKeepingMetric>(), RecordKeepingDefinition.All.Where(d => d.IsUsual).DistinctBy(d => d.Id).Select(d => d.Metric));
    }

    [Fact]
    public void What_is_above_the_line_is_below_it_too() =>
        Assert.All(RecordKeepingDefinition.All, d => Assert.ProperSubset(d.Denominator.ToHashSet(), d.Numerator.ToHashSet()));

    [Fact]
    public void Promptness_is_of_every_milestone_that_the_register_keeps_and_was_once_of_five() => Assert.All(
        RecordKeepingDefinition.All.Where(d => d.Metric is RecordKeepingMetric.PromptRecording),
        d => Assert.Equal(
            MilestonesRecorded.All.Select(m => m.Name).Where(m => d.Version > 1 || m is "room-entry" or "incision" or "closure" or "dressing" or "room-exit"),
            d.Of));

    [Fact]
    public void Overrides_are_of_what_the_rules_stop_unless_a_hospital_says_otherwise() => Assert.All(
        RecordKeepingDefinition.All.Where(d => d.Metric is RecordKeepingMetric.StopsOverridden),
        d => Assert.Equal(ProcedureFamilies.Shipped.Rules.DefaultStops.Order(StringComparer.Ordinal), d.Of.Order(StringComparer.Ordinal)));
}
