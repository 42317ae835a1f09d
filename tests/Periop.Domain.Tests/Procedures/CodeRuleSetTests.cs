using System.Text.Json;
using Periop.Domain.Procedures;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Procedures;

public class CodeRuleSetTests
{
    static readonly string Folder = Path.Combine(Repository.Root, "src", "Periop.Domain", "Procedures");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_named_after_what_is_in_it(string file) =>
        Assert.Equal(file, VersionedFile.Parse<CodeRuleSet>(File.ReadAllText(Path.Combine(Folder, file))).Id + ".json");

    [Theory, MemberData(nameof(Files))]
    public void A_file_says_where_its_rules_come_from_and_what_nobody_has_confirmed(string file)
    {
        var rules = VersionedFile.Parse<CodeRuleSet>(File.ReadAllText(Path.Combine(Folder, file)));
        Assert.All([rules.Rules, rules.Sources, rules.ToConfirm], texts => Assert.NotEmpty(texts));
    }

    [Fact]
    public void No_code_stands_for_two_things()
    {
        var codes = CodeRuleSet.Current.Families.SelectMany(f => f.Primary.Values.Append(f.AddOn)).ToArray();
        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.Matches("^222[0-9]{2}$", code));
    }

    /// <summary>Otherwise the order of the file would decide.</summary>
    [Fact]
    public void No_osteotomy_fits_two_families() =>
        Assert.All(
            from approach in Enum.GetValues<Approach>()
            from threeColumns in new bool?[] { true, false, null }
            select CodeRuleSet.Current.Families.Count(f => f.Approaches.Contains(approach) && f.Takes(threeColumns)),
            count => Assert.InRange(count, 0, 1));

    [Theory]
    [InlineData("\"discectomyRequired\"", "\"discectomyRequird\"")]
    [InlineData("\"first-segment\"", "\"last-segment\"")]
    [InlineData("\"thoracic\"", "\"dorsal\"")]
    [InlineData("\"version\": 1,", "")]
    [InlineData("\"version\": 1,", "\"version\": 1, \"version\": 2,")]
    public void A_slip_in_the_file_is_an_error(string right, string wrong)
    {
        var file = File.ReadAllText(Path.Combine(Folder, "spinal-osteotomy-codes.v1.json"));
        Assert.Contains(right, file, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => VersionedFile.Parse<CodeRuleSet>(file.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_documentation_names_every_warning_as_the_rules_do()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "coding-rules.md"));
        Assert.All(CodeWarnings.Rules, rule => Assert.Contains(
            $"| `{rule.Code}` | {(rule.AboutEntriesWithoutUnit ? "none" : "kept")} | {rule.Meaning} |\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_documentation_names_everything_that_is_to_be_confirmed()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "coding-rules.md"));
        Assert.All(CodeRuleSet.Current.ToConfirm, open => Assert.Contains($"- {open}\n", page, StringComparison.Ordinal));
    }
}
