using Microsoft.AspNetCore.Http.Features;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Register;
using Wolverine;

namespace Periop.Server.Audit.SecondSources;

/// <summary>Second sources over HTTP: a hospital sends what another source of its own says.</summary>
static class UploadEndpoint
{
    const string Action = "second-source-upload";

    const string Description =
        "A file of two columns, `caseNumber` and `kind` (a kind of complication, or a family where the source does not say which member), in any order, "
        + "at most 100,000 lines and 8 MiB. It says all that the source says, and replaces the upload before it; what is asked as of an earlier instant is "
        + "answered by the upload of then. A line that cannot be read is refused and named with its line and column, and the others are taken; where none "
        + "can be read, nothing is. The file that is the newest upload already is answered with it and `Idempotent-Replay: true`. The answer waits up to two "
        + "seconds until questions know the upload, and says so in `Periop-As-Of`.";

    public static void MapSecondSources(this IEndpointRouteBuilder app) =>
        app.MapPut("/api/audit/second-sources/{name}", UploadAsync).For(Role.Quality).WithName(Action).WithTags("Audit")
            .WithSummary("Takes what another source, such as the coded discharges, says of complications.").WithDescription(Description)
            .Takes(typeof(string), "text/csv").Produces<SecondSourceUpload>(201).Produces<SecondSourceUpload>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

    static async Task<IResult> UploadAsync(string name, HttpContext http, IMessageBus bus, AccessLog log, RegisterReader registers)
    {
        if (!DefinitionRules.IsId(name))
            return Problems.Shape("/name", $"must be {DefinitionRules.IdRule}");
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;     // the file has a limit of its own, and an answer to it
        http.Deadline()?.Suspend();
        var (file, problem) = await SecondSourceFile.ReadAsync(http.Request, http.RequestAborted);
        http.Deadline()?.Begin();
        if (file is null)
            return problem!;
        if (file.Lines.Count == 0 && file.RefusedLines > 0)
            return Problems.Of(422, "nothing-readable", "No line of the file can be read, so that nothing was taken from it: the upload before it stands.",
                ("refused", file.Refused.Take(10)), ("refusedLines", file.RefusedLines));
        var caller = http.User.Caller();
        var result = await log.WriteAsync(caller, Action, null, access => bus.InvokeForTenantAsync<UploadResult>(
            caller.Hospital, new RecordUpload(SecondSourceUploaded.Of(name, file.Lines, file.RefusedLines, file.Content), caller.Subject, access),
            http.RequestAborted));
        http.Deadline()?.Begin();
        if (await registers.WhenKnownAsync(RegisterTable.SecondSources, caller.Hospital, IsKnownAsync, http.RequestAborted) is { } asOf)
            SettledResult.SayAsOf(http.Response, asOf);
        if (result.IsReplay)
            http.Response.Headers["Idempotent-Replay"] = "true";
        var answer = SecondSourceUpload.Of(result.Upload, file);
        return result.IsFirst ? TypedResults.Created((string?)null, answer) : TypedResults.Ok(answer);

        async Task<bool> IsKnownAsync(RegisterSnapshot register) =>
            await SecondSourceReader.FindAsync(register, caller.Hospital, name, http.RequestAborted) is { } known
            && known.Content == result.Upload.What.Content;
    }
}
