using System.Text.RegularExpressions;
using Periop.Domain.Cases;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>
/// Arrows between namespaces point down only: each may use those of the lines before its own, and in its line those that stand before it.
/// What is beside a bar does not know each other.
/// </summary>
public sealed partial class Layers(ITestOutputHelper output)
{
    static readonly string[] Server =
    [
        "Periop.Server",
        "Json", "Hospitals", "Http, Http.Lists, Http.Description",
        "Access, Shell, Access.SignIn, Access.Displays, Access.Reading",
        "Store", "Register", "Implants.Recalls, Implants, Implants.Campaigns",
        "Cases, Cases.Table | Board, Board.Schedule"
            + " | Audit.Definitions, Audit.Outcomes, Audit.Rates, Audit.Times, Audit.RecordKeeping, Audit.FollowUps, Audit.SecondSources,"
            + " Audit.Benefits, Audit.Reviews, Audit.Lists, Audit.Plots, Audit.Signals, Audit"
            + " | Import",
        "Downtime",
        "Hosting, Hosting.Health, Hosting.Telemetry",
    ];

    static readonly string[] Domain =
        ["Text", "Record", "Spine | Implants, Implants.Recalls", "Cases", "Times, Times.Metrics, Times.RecordKeeping", "Procedures", "Outcomes", "Register"];

    [Fact]
    public void Nothing_in_the_server_uses_what_stands_above_it() => Check(typeof(Program).Assembly.Location, "Periop.Server", Server);

    [Fact]
    public void Nothing_in_the_domain_uses_what_stands_above_it() => Check(typeof(CaseEvent).Assembly.Location, "Periop.Domain", Domain);

    [Theory]
    [InlineData("Periop.Domain")]
    [InlineData("Periop.EmbeddedPostgres")]
    [InlineData("Periop.Server")]
    [InlineData("Periop.Simulator")]
    [InlineData("Periop.Statistics")]
    public void A_namespace_is_that_of_its_folder_but_that_the_phases_of_a_case_are_drawers_of_one(string project)
    {
        var root = Path.Combine(Repository.Root, "src", project);
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file))
            .Where(file => !file.StartsWith("obj", StringComparison.Ordinal) && !file.StartsWith("bin", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(sources);
        Assert.All(sources, file =>
        {
            var folders = Path.GetDirectoryName(file)!.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
            var drawers = project == "Periop.Domain" && folders is ["Cases", ..] ? folders[..1] : folders;
            if (Declared().Match(File.ReadAllText(Path.Combine(root, file))) is { Success: true } declared)
                Assert.Equal(string.Join('.', drawers.Prepend(project)), declared.Groups["name"].Value);
        });
    }

    void Check(string assembly, string root, string[] layers)
    {
        var graph = new NamespaceGraph(assembly, root);
        output.WriteLine(graph.ToString());
        var places = PlacesOf(layers, root);
        Assert.Empty(graph.Namespaces.Except(places.Keys));
        Assert.Empty(graph.Arrows.Where(arrow => !IsDown(places[arrow.From], places[arrow.To]))
            .Select(arrow => $"{arrow.From} -> {arrow.To}: {arrow.Example}"));
    }

    static bool IsDown((int Line, int Column, int Place) from, (int Line, int Column, int Place) to) =>
        from.Line > to.Line || (from.Line == to.Line && from.Column == to.Column && from.Place > to.Place);

    /// <summary>By namespace: which line, which side of the bars, which place.</summary>
    static Dictionary<string, (int Line, int Column, int Place)> PlacesOf(string[] layers, string root) =>
    (
        from line in layers.Index()
        from column in line.Item.Split(" | ").Index()
        from name in column.Item.Split(", ").Index()
        select (Name: name.Item == root ? root : $"{root}.{name.Item}", Place: (line.Index, column.Index, name.Index))
    ).ToDictionary(place => place.Name, place => place.Place);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declared();
}
