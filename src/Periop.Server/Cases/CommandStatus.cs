using Periop.Domain.Cases;
using Periop.Server.Http;

namespace Periop.Server.Cases;

/// <summary>How what came of a command is answered, for the access entry in its transaction.</summary>
static class CommandStatus
{
    public static int Of(CommandResult result, CaseCommand command) => result switch
    {
        CommandResult.Recorded or CommandResult.Replayed => command is ScheduleCase ? StatusCodes.Status201Created : StatusCodes.Status200OK,
        _ when IsUnknownPath(result, command) => StatusCodes.Status404NotFound,
        CommandResult.Refused refused => Problems.StatusOf(refused.Refusal.Kind),
        CommandResult.Stopped => StatusCodes.Status409Conflict,
        CommandResult.Stale => StatusCodes.Status412PreconditionFailed,
        CommandResult.NoSuchCase => StatusCodes.Status404NotFound,
        _ => throw new InvalidOperationException("A result that has no status."),
    };

    /// <summary>Whether the path points at an entry that is not there: that is answered like any other path of nothing.</summary>
    public static bool IsUnknownPath(CommandResult result, CaseCommand command) =>
        command is ITargetInPath && result is CommandResult.Refused { Refusal.Code: "target-unknown" };
}
