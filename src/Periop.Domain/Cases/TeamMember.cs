using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Someone in the team, from joining it to leaving it.</summary>
/// <param name="LeftAt">Null while the person is in it.</param>
public sealed record TeamMember(Label Staff, TeamRole Role, DateTimeOffset JoinedAt, DateTimeOffset? LeftAt)
{
    /// <summary>In the order of joining. Who joins again in the same role without having left has been there since the first time.</summary>
    public static IReadOnlyList<TeamMember> AllOf(SurvivingEntries entries)
    {
        var team = new List<TeamMember>();
        var there = new Dictionary<(Label, TeamRole), int>();
        foreach (var entry in entries)
            if (entry.Event is TeamMemberJoined joined && there.TryAdd((joined.Staff, joined.Role), team.Count))
                team.Add(new TeamMember(joined.Staff, joined.Role, entry.EffectiveAt, null));
            else if (entry.Event is TeamMemberLeft left && there.Remove((left.Staff, left.Role), out var index))
                team[index] = team[index] with { LeftAt = entry.EffectiveAt };
        return team;
    }
}
