using System.Globalization;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Register;
using Periop.Server.Store;
using Wolverine;

namespace Periop.Server.Audit.Definitions;

/// <summary>What definitions and risk models have in common over HTTP: they are published, and known to questions a moment later.</summary>
sealed class Publishing(IMessageBus bus, AccessLog log, RegisterReader registers)
{
    public const string Description =
        "A version does not change: sent again with the same content it is answered 200 with `Idempotent-Replay: true`, with other content 409 "
        + "`version-published`. It answers for all cases, past ones too, from its publication on; a question as of an earlier instant does not know it. "
        + "The answer waits up to two seconds until questions know it, and says so in `Periop-As-Of`: asked as of that instant or later, or as of now, "
        + "they do. Without that header the register is behind: the version is published all the same, and known when the register has come that far.";

    /// <summary>Reads which version a path names; a problem, when it is none, or the body names another.</summary>
    public static IResult? ReadName(string id, string version, string? idInBody, int? versionInBody, out int number)
    {
        number = 0;
        return !DefinitionRules.IsId(id) ? Problems.Shape("/id", $"must be {DefinitionRules.IdRule}")
            : !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > DefinitionRules.HighestVersion
                || version[0] == '0' ? Problems.Shape("/version", $"must be a number from 1 to {DefinitionRules.HighestVersion}")
            : idInBody is not null && idInBody != id ? Problems.Shape("/id", "must be that of the path, or left out")
            : versionInBody is not null && versionInBody != number ? Problems.Shape("/version", "must be that of the path, or left out")
            : null;
    }

    /// <param name="known">Whether questions of the register know it.</param>
    public async Task<IResult> PublishAsync<TView>(
        HttpContext http, string action, string location, string id, int version, PublicationEvent what, Func<Publication, TView> view,
        Func<RegisterSnapshot, Task<bool>> known)
    {
        var caller = http.User.Caller();
        var result = await log.WriteAsync(caller, action, null, access => bus.InvokeForTenantAsync<PublicationResult>(
            caller.Hospital, new RecordPublication(what, id, version, caller.Subject, access), http.RequestAborted));
        if (result.Published is not { } published)
            return Problems.Of(result.Refusal!);
        if (await registers.WhenKnownAsync(RegisterTable.Definitions, caller.Hospital, known, http.RequestAborted) is { } asOf)
            SettledResult.SayAsOf(http.Response, asOf);
        if (!result.IsReplay)
            return TypedResults.Created(location, view(published));
        http.Response.Headers["Idempotent-Replay"] = "true";
        return TypedResults.Ok(view(published));
    }
}
