using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases;

public class TeamMemberTests
{
    static readonly Label Nurse = new("nurse-12");

    static CaseStory Started => CaseStory.Scheduled().At("08:00", Join());

    [Fact]
    public void Who_joins_twice_is_listed_once_since_the_first_time() =>
        Assert.Equal([new TeamMember(Nurse, TeamRole.Scrub, CaseStory.Time("08:00"), null)], Of(Started.At("08:30", Join())));

    [Fact]
    public void Who_left_and_joins_again_is_listed_again() =>
        Assert.Equal(["08:00 09:00", "10:00 "],
            Of(Started.At("09:00", Leave()).At("10:00", Join())).Select(m => $"{m.JoinedAt:HH:mm} {m.LeftAt:HH:mm}"));

    [Fact]
    public void In_another_role_one_is_listed_beside_the_first() =>
        Assert.Equal([TeamRole.Scrub, TeamRole.CirculatingNurse],
            Of(Started.At("08:30", new ChangeTeam(Nurse, TeamRole.CirculatingNurse, TeamAction.Join))).Select(m => m.Role));

    [Fact]
    public void Leaving_ends_what_was_joined_twice() =>
        Assert.Equal([CaseStory.Time("09:00")], Of(Started.At("08:30", Join()).At("09:00", Leave())).Select(m => m.LeftAt!.Value));

    [Fact]
    public void Who_leaves_without_having_joined_is_not_listed() => Assert.Empty(Of(CaseStory.Scheduled().At("08:00", Leave())));

    static ChangeTeam Join() => new(Nurse, TeamRole.Scrub, TeamAction.Join);

    static ChangeTeam Leave() => new(Nurse, TeamRole.Scrub, TeamAction.Leave);

    static IReadOnlyList<TeamMember> Of(CaseStory story) => TeamMember.AllOf(story.Entries);
}
