using System.Reflection;

namespace Periop.Domain.Tests.Cases.Flags;

public class FlagRuleTests
{
    public static TheoryData<string> Codes => [.. CaseStory.Rules.Flags.Select(r => r.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Every_rule_has_a_test_that_raises_it_and_a_near_miss(string code)
    {
        var tests = from type in typeof(FlagRuleTests).Assembly.GetTypes()
                    from method in type.GetMethods()
                    where method.GetCustomAttributes<RuleAttribute>().Any(r => r.Code == code)
                    select method.Name;
        Assert.True(tests.Count() >= 2, $"{code} has {tests.Count()} tests");
    }

    [Fact]
    public void Every_rule_has_a_code_of_its_own() =>
        Assert.Empty(CaseStory.Rules.Flags.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void A_new_case_has_no_flag() => Assert.Empty(CaseStory.Scheduled().Flags);
}
