using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What someone does in an operation.</summary>
public enum TeamRole { Surgeon, Assistant, Anesthesiologist, CirculatingNurse, Scrub, RadiologicTechnologist, Neuromonitoring, Other }

/// <summary>Coming or going.</summary>
public enum TeamAction { Join, Leave }

/// <summary>Someone joins or leaves the team.</summary>
/// <example>{ "staff": "nurse-12", "role": "circulating-nurse", "action": "join" }</example>
public sealed record ChangeTeam(Label Staff, TeamRole Role, TeamAction Action) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Action is TeamAction.Join ? new TeamMemberJoined(Staff, Role) : new TeamMemberLeft(Staff, Role);
}

/// <summary>Someone joined the team.</summary>
[StoredAs("team_member_joined")]
public sealed record TeamMemberJoined(Label Staff, TeamRole Role) : IntraoperativeEvent;

/// <summary>Someone left the team.</summary>
[StoredAs("team_member_left")]
public sealed record TeamMemberLeft(Label Staff, TeamRole Role) : IntraoperativeEvent, IMayFollowDeath;
