using System.Text.Json;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Outcomes;

public class ShippedDefinitionsTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "Periop.Domain", "Outcomes", "Definitions");

    static readonly string[] Families = ["infection", "blood-clots"];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_named_after_what_is_in_it(string file) => Assert.Equal(file, $"{Read(file).Id}.v{Read(file).Version}.json");

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_a_definition_that_can_be_meant_and_says_what_has_to_be_found(string file)
    {
        Assert.Null(DefinitionRules.WhyNot(Read(file)));
        Assert.NotEmpty(Read(file).Criteria);
    }

    [Fact]
    public void The_release_has_every_file() =>
        Assert.Equal(Files.Select(f => (string)f.Data).Order(StringComparer.Ordinal),
            ShippedDefinitions.Current.All.Select(d => $"{d.Id}.v{d.Version}.json").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_but_other_and_every_family_has_a_definition_of_its_own_name_and_nothing_else_has() =>
        Assert.Equal(Vocabulary.Words<ComplicationKind>().Except(["other"]).Concat(Families).Order(StringComparer.Ordinal),
            ShippedDefinitions.Current.All.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_versions_of_a_definition_are_numbered_from_one() => Assert.All(
        ShippedDefinitions.Current.All.GroupBy(d => d.Id), d => Assert.Equal(Enumerable.Range(1, d.Count()), d.Select(v => v.Version)));

    /// <summary>A family and its members are asked under one number.</summary>
    [Theory]
    [InlineData("infection", "infection-superficial", "infection-deep", "infection-organ-space")]
    [InlineData("blood-clots", "deep-vein-thrombosis", "pulmonary-embolism")]
    public void A_family_is_counted_as_its_members_are_in_every_version(string family, params string[] members) => Assert.All(members, member =>
        Assert.Equal(
            Of(family).Select(d => (d.Version, d.Window, d.Anchor, d.Evidence, d.AssessedFrom, d.Review, d.Denominator)),
            Of(member).Select(d => (d.Version, d.Window, d.Anchor, d.Evidence, d.AssessedFrom, d.Review, d.Denominator))));

    [Theory]
    [InlineData("infection-deep", 1, "30 days from first-incision, assessment")]
    [InlineData("infection-deep", 2, "90 days from first-incision, assessment")]
    [InlineData("blood-loss", 1, "72 hours from room-exit, discharged")]
    [InlineData("blood-loss", 2, "72 hours from first-incision, discharged")]
    [InlineData("nerve-injury", 1, "30 days from first-incision, assessment")]
    [InlineData("nerve-injury", 2, "42 days from first-incision, assessment")]
    [InlineData("deep-vein-thrombosis", 1, "30 days from first-incision, assessment")]
    [InlineData("non-union", 1, "365 days from first-incision, assessment from day 300")]
    [InlineData("non-union", 2, "730 days from first-incision, assessment from day 660")]
    [InlineData("hardware-failure", 1, "30 days from first-incision, assessment")]
    [InlineData("hardware-failure", 2, "730 days from first-incision, assessment from day 660")]
    [InlineData("chronic-pain", 1, "365 days from first-incision, assessment from day 90")]
    [InlineData("readmission", 1, "30 days from first-incision, assessment")]
    [InlineData("readmission", 2, "30 days from discharge, assessment")]
    [InlineData("return-to-room", 1, "30 days from first-incision, assessment")]
    [InlineData("return-to-room", 2, "90 days from first-incision, assessment")]
    [InlineData("death", 1, "30 days from first-incision, seen-alive-after-close")]
    [InlineData("death", 2, "90 days from first-incision, seen-alive-after-close")]
    public void Where_registries_differ_each_has_a_version(string id, int version, string counted) =>
        Assert.Equal(counted, DefinitionPage.Counted(Of(id).Single(d => d.Version == version)));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    public void Blood_loss_is_so_many_units_of_red_cells_by_whatever_word(int version, decimal units)
    {
        var measure = Of("blood-loss").Single(d => d.Version == version).Measure!;
        Assert.Equal(units, measure.AtLeastUnits);
        Assert.Empty(
            new[] { "red-cells", "prbc", "rbc", "packed-red-cells", "erythrocytes", "erythrocyte-concentrate", "whole-blood" }.Except(measure.Products));
        Assert.Equal(measure.Products.Count, measure.Products.Select(p => p.Replace("-", "", StringComparison.Ordinal)).Distinct().Count());
    }

    /// <summary>What the reference marks as not checked against a primary text.</summary>
    [Theory]
    [InlineData("infection-deep", 2)]
    [InlineData("infection-organ-space", 2)]
    [InlineData("blood-loss", 2)]
    [InlineData("nerve-injury", 2)]
    [InlineData("non-union", 1)]
    [InlineData("non-union", 2)]
    [InlineData("chronic-pain", 1)]
    public void What_nobody_has_confirmed_is_said_to_be_confirmed(string id, int version) =>
        Assert.Contains("To be confirmed: ", Of(id).Single(d => d.Version == version).Source, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"grace\"", "\"grase\"")]
    [InlineData("\"first-incision\"", "\"incision\"")]
    [InlineData("\"kind\": \"infection-deep\"", "\"kind\": \"infection-deeper\"")]
    [InlineData("\"days\": 90", "\"days\": \"90\"")]
    [InlineData("\"review\": \"not-required\",", "")]
    [InlineData("\"version\": 2,", "\"version\": 2, \"version\": 3,")]
    public void A_slip_in_the_file_is_an_error(string right, string wrong)
    {
        var file = File.ReadAllText(Path.Combine(Folder, "infection-deep.v2.json"));
        Assert.Contains(right, file, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => VersionedFile.Parse<OutcomeDefinition>(file.Replace(right, wrong, StringComparison.Ordinal)));
    }

    /// <summary>
    /// A hospital that has the version already would not start with another one. A new version adds its line; a line changes only as long as no
    /// release has shipped it.
    /// </summary>
    [Fact]
    public void A_version_is_what_it_was_when_it_was_first_shipped()
    {
        var shipped = string.Concat(ShippedDefinitions.Current.All.Select(d => $"{d.Id} {d.Version} {VersionedFile.ContentOf(d)}\n"));
        Assert.Equal(
            KeptFile.Read(Path.Combine(Repository.Root, "tests", "Periop.Domain.Tests", "Outcomes", "shipped-definitions.txt"), shipped), shipped);
    }

    [Fact]
    public void The_page_about_the_definitions_says_what_the_files_say()
    {
        var page = DefinitionPage.Of(ShippedDefinitions.Current);
        Assert.Equal(page, KeptFile.Read(Path.Combine(Repository.Root, "docs", "definitions.md"), page));
    }

    static IEnumerable<OutcomeDefinition> Of(string id) => ShippedDefinitions.Current.All.Where(d => d.Id == id);

    static OutcomeDefinition Read(string file) => VersionedFile.Parse<OutcomeDefinition>(File.ReadAllText(Path.Combine(Folder, file)));
}
