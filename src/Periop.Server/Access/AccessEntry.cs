using Marten;
using Periop.Domain.Cases;

namespace Periop.Server.Access;

/// <summary>Who read or wrote what, and what came of it. Written before the answer leaves.</summary>
/// <param name="Action">The path's name: of a command, or of what was read.</param>
/// <param name="Outcome">As <c>recorded</c>, <c>refused case-called-off</c>, <c>200</c>.</param>
public sealed record AccessEntry(Guid Id, DateTimeOffset At, string Subject, string Action, Guid? CaseId, string Outcome)
{
    public static AccessEntry By(string subject, string action, Guid? caseId, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), at, subject, action, caseId, "");

    public static string Describe(CommandResult? result) => result switch
    {
        CommandResult.Recorded => "recorded",
        CommandResult.Replayed => "replayed",
        CommandResult.Refused refused => $"refused {refused.Refusal.Code}",
        CommandResult.Stopped => "stopped",
        CommandResult.Stale => "stale",
        _ => "not-found",
    };

    public static void Configure(StoreOptions options, string schema) =>
        options.Schema.For<AccessEntry>().Duplicate(x => x.At).DatabaseSchemaName(schema)
            .Metadata(metadata => metadata.DisableInformationalFields());       // written once, never changed: no versions, no last change
}
