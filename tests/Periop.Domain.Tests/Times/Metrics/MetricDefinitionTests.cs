using System.Text.Json;
using Periop.Domain.Text;
using Periop.Domain.Times.Metrics;

namespace Periop.Domain.Tests.Times.Metrics;

public class MetricDefinitionTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "Periop.Domain", "Times", "Metrics", "Definitions");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_named_after_the_version_in_it_and_says_where_it_comes_from(string file)
    {
        var definition = VersionedFile.Parse<MetricDefinition>(File.ReadAllText(Path.Combine(Folder, file)));
        Assert.Equal(file, $"{definition.Id}.v{definition.Version}.json");
        Assert.All([definition.Title, definition.Source], text => Assert.NotEqual("", text));
    }

    [Fact]
    public void Every_file_is_shipped() => Assert.Equal(Files.Count, MetricDefinition.All.Count);

    [Fact]
    public void A_metric_has_one_usual_definition() =>
        Assert.Equal(Enum.GetValues<Metric>(), MetricDefinition.All.Where(d => d.IsUsual).Select(d => d.Metric));

    [Fact]
    public void An_id_and_a_version_are_of_one_definition() =>
        Assert.Equal(MetricDefinition.All.Count, MetricDefinition.All.Select(d => (d.Id, d.Version)).Distinct().Count());

    [Fact]
    public void What_is_as_planned_is_said_in_minutes_or_in_percent() =>
        Assert.All(MetricDefinition.All.OfType<ScheduleAccuracy>(),
            d => Assert.Equal(d.Error is DurationError.Within, (d.ToleranceMinutes is null) != (d.TolerancePercent is null)));

    [Fact]
    public void A_misspelt_parameter_is_an_error()
    {
        var file = File.ReadAllText(Path.Combine(Folder, "turnover-90-minutes.v1.json"));
        Assert.Throws<JsonException>(() => VersionedFile.Parse<MetricDefinition>(file.Replace("capMinutes", "cap", StringComparison.Ordinal)));
    }
}
