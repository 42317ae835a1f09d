using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetArchTest.Rules;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Arrows point down only.</summary>
public sealed partial class Architecture
{
    /// <summary>The projects of src, and those that each of them may know.</summary>
    static readonly Dictionary<string, string[]> References = new()
    {
        ["Periop.Domain"] = [],
        ["Periop.EmbeddedPostgres"] = [],
        ["Periop.Simulator"] = [],
        ["Periop.Statistics"] = [],
        ["Periop.Server"] = ["Periop.Domain", "Periop.EmbeddedPostgres", "Periop.Simulator", "Periop.Statistics"],
    };

    public static TheoryData<string> Projects => [.. References.Keys];

    [Fact]
    public void The_domain_references_nothing_but_the_base_class_library() =>
        Assert.All(typeof(CaseEvent).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Every_project_says_here_what_it_references() => Assert.Equal(
        References.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_those_below_it_alone(string project) => Assert.Equal(
        References[project],
        ProjectFile(project).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal));

    [Fact]
    public void The_domain_has_no_package() =>
        Assert.Empty(ProjectFile("Periop.Domain").Descendants("PackageReference"));

    [Fact]
    public void The_domain_does_no_input_or_output()
    {
        var wrong = Types.InAssembly(typeof(CaseEvent).Assembly).That()
            .HaveDependencyOnAny("System.IO", "System.Net", "System.Threading.Tasks", "System.Data").GetTypes();
        // it reads the rules that are part of its own assembly
        Assert.Equal(["Periop.Domain.Text.VersionedFile"], wrong.Select(t => t.FullName));
    }

    [Fact]
    public void The_server_knows_the_simulator_for_the_demonstration_alone()
    {
        var users = Sources("Periop.Server").Where(s => s.Text.Contains("Periop.Simulator", StringComparison.Ordinal)).Select(s => Path.GetFileName(s.File));
        Assert.Equal(["DemoVerb.cs"], users);
    }

    [Fact]
    public void Nobody_looks_at_the_clock_past_the_time_provider() =>
        Assert.Empty(Sources("").Where(s => Clock().IsMatch(s.Text)).Select(s => s.File));

    [Theory]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("DateTime . Now")]
    [InlineData("DateTime.Today.AddDays(1)")]
    public void A_look_at_the_clock_is_recognised(string source) => Assert.Matches(Clock(), source);

    [Fact]
    public void Nobody_sleeps_on_a_thread_but_while_another_process_makes_the_key() =>
        Assert.Equal(["DevelopmentKey.cs"],
            Sources("Periop.Server").Where(s => s.Text.Contains("Thread.Sleep", StringComparison.Ordinal)).Select(s => Path.GetFileName(s.File)));

    [Fact]
    public void Nothing_in_an_event_can_be_changed()
    {
        var setters = from type in StoredEvents.Types
                      from property in type.GetProperties()
                      where property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
                      select $"{type.Name}.{property.Name}";
        Assert.Empty(setters);
        Assert.All(StoredEvents.Types, t => Assert.True(t.IsSealed, t.Name));
        Assert.Empty(StoredEvents.Types.SelectMany(t => t.GetFields()).Select(f => f.Name));
    }

    [Fact]
    public void Stored_names_are_unique_and_pinned_in_snake_case()
    {
        var names = StoredEvents.Types.Select(StoredEvents.NameOf).ToArray();
        Assert.Equal(names.Distinct(), names);
        Assert.All(names, n => Assert.Matches("^[a-z]+(_[a-z]+)*(_v[2-9])?$", n));
    }

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, "src", "Periop.Server", "Program.cs")).Count() < 80);

    static XDocument ProjectFile(string project) => XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));

    /// <summary>What is written by hand; never nothing, so that nobody is content with having looked nowhere.</summary>
    static IReadOnlyList<(string File, string Text)> Sources(string project)
    {
        var sources = from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
                      where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                      select (file, File.ReadAllText(file));
        Assert.NotEmpty(sources);
        return [.. sources];
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock();
}
