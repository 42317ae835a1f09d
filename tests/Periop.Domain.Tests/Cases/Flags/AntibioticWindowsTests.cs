using System.Text.Json;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases.Flags;

public class AntibioticWindowsTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "Periop.Domain", "Cases", "Flags");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_named_after_what_is_in_it(string file) => Assert.Equal(file, Read(file).Id + ".json");

    [Theory, MemberData(nameof(Files))]
    public void A_file_says_what_is_done_with_it_where_it_comes_from_and_what_nobody_has_confirmed(string file) =>
        Assert.All([Read(file).Rules, Read(file).Sources, Read(file).ToConfirm], texts => Assert.NotEmpty(texts));

    [Theory, MemberData(nameof(Files))]
    public void No_drug_is_listed_twice(string file) =>
        Assert.Empty(Read(file).Drugs.GroupBy(d => d.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory, MemberData(nameof(Files))]
    public void Every_window_and_interval_is_one_that_can_be_meant(string file) => Assert.All(Read(file).Drugs, drug =>
    {
        Assert.InRange(drug.WindowMinutes, 1, 240);
        Assert.InRange(drug.RedoseHours ?? 1, 1, 24);
    });

    /// <summary>Bratzler 2013, table 1, and the windows for the first dose.</summary>
    [Theory]
    [InlineData("cefazolin", 60, 4)]
    [InlineData("CEFOXITIN", 60, 2)]
    [InlineData("clindamycin", 60, 6)]
    [InlineData("levofloxacin", 120, null)]
    [InlineData("vancomycin", 120, null)]
    public void A_drug_has_the_window_and_the_interval_of_the_guideline(string drug, int minutes, int? hours)
    {
        var window = AntibioticWindows.Current.Of(new Term(drug))!;
        Assert.Equal((TimeSpan.FromMinutes(minutes), hours is { } h ? TimeSpan.FromHours(h) : null), (window.Window, window.Lasts));
    }

    [Theory]
    [InlineData("cefazoline")]
    [InlineData("cefa")]
    [InlineData("cefazolin 2 g")]
    public void Nothing_is_guessed_from_a_name_that_is_not_listed(string drug) => Assert.Null(AntibioticWindows.Current.Of(new Term(drug)));

    [Theory]
    [InlineData("\"redoseHours\": 4", "\"redosHours\": 4")]
    [InlineData(", \"redoseHours\": null", "")]
    [InlineData("\"windowMinutes\": 120", "\"windowMinutes\": \"120\"")]
    [InlineData("\"windowMinutes\": 120", "\"windowMinutes\": null")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"version\": 2,")]
    public void A_slip_in_the_file_is_an_error(string right, string wrong)
    {
        var file = File.ReadAllText(Path.Combine(Folder, "antibiotic-windows.v1.json"));
        Assert.Contains(right, file, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => VersionedFile.Parse<AntibioticWindows>(file.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_documentation_has_the_table_that_is_in_use()
    {
        var drugs = AntibioticWindows.Current.Drugs.Select(d => $"| {d.Name} | {d.WindowMinutes} | {(d.RedoseHours is { } hours ? $"{hours}" : "-")} |");
        Assert.Equal(drugs, Page().Where(line => line.StartsWith('|')).Skip(2));
    }

    [Fact]
    public void The_documentation_has_the_rules_the_sources_and_what_is_to_be_confirmed() =>
        Assert.Equal([.. AntibioticWindows.Current.Rules, .. AntibioticWindows.Current.Sources, .. AntibioticWindows.Current.ToConfirm],
            Page().Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => line[2..]));

    static IEnumerable<string> Page() => File.ReadLines(Path.Combine(Repository.Root, "docs", "antibiotic-windows.md"));

    static AntibioticWindows Read(string file) => VersionedFile.Parse<AntibioticWindows>(File.ReadAllText(Path.Combine(Folder, file)));
}
