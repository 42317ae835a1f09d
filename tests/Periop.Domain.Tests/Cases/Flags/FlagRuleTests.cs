using Periop.Domain.Cases;
using Periop.Domain.Tests.Procedures;

namespace Periop.Domain.Tests.Cases.Flags;

public class FlagRuleTests
{
    /// <summary>The tests beside this one, and those of the family that is shipped.</summary>
    static IEnumerable<Type> FlagTests =>
        typeof(FlagRuleTests).Assembly.GetTypes().Where(t => t.Namespace == typeof(FlagRuleTests).Namespace).Append(typeof(OsteotomyFlagTests));

    public static TheoryData<string> Codes => [.. CaseStory.Rules.Flags.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_rule_has_a_test_that_raises_it_and_a_near_miss(string code)
    {
        Assert.Contains(code, DeclaredTests.Codes<RaisesAttribute>(FlagTests));
        Assert.Contains(code, DeclaredTests.Codes<NearMissOfAttribute>(FlagTests));
    }

    [Fact]
    public void No_test_is_about_a_rule_that_there_is_not() =>
        Assert.Empty(DeclaredTests.Codes<DeclaredAttribute>(FlagTests).Except(CaseStory.Rules.Flags.Select(r => r.Code)));

    [Fact]
    public void Every_rule_has_a_code_of_its_own() =>
        Assert.Empty(CaseStory.Rules.Flags.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_flag_has_a_label_of_its_own_that_a_wall_can_show()
    {
        string[] labels = [.. CaseStory.Rules.Flags.Select(r => r.Label), .. FlagsAcrossCases.All.Select(f => f.Label)];
        Assert.All(labels, label => Assert.True(label.Length is > 0 and <= 18 && label.Split(' ').Length <= 3, label));
        Assert.Equal(labels, labels.Distinct());
    }

    [Fact]
    public void A_new_case_has_no_flag() => Assert.Empty(CaseStory.Scheduled().Flags);
}
