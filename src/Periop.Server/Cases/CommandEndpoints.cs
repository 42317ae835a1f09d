using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Access.SignIn;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Json;

namespace Periop.Server.Cases;

/// <summary>The commands over HTTP: request, command, result, answer.</summary>
static class CommandEndpoints
{
    public static void MapCommands(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/cases", (HttpContext http, CaseRecorder recorder, AccessLog log) => RecordAsync(http, recorder, log, Scheduling, caseId: null))
            .Describe(Scheduling);
        var cases = app.MapGroup("/api/cases/{caseId}");
        foreach (var route in CommandRoute.All)
            cases.MapPost(
                    route.Path, (PathId caseId, HttpContext http, CaseRecorder recorder, AccessLog log) => RecordAsync(http, recorder, log, route, caseId))
                .Describe(route);
    }

    static readonly JsonSerializerOptions Said = new(PeriopJson.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    static readonly CommandRoute Scheduling = new("schedule", typeof(ScheduleCase), [Role.Scheduler, Role.OrStaff]);

    static void Describe(this RouteHandlerBuilder endpoint, CommandRoute route)
    {
        endpoint.For([.. route.Roles]).WithName(route.Name).WithTags("Commands").Takes(route.Command, "application/json")
            .Produces<ReceiptView>(route == Scheduling ? 201 : 200)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(413)
            .ProducesProblem(415).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503);
    }

    static async Task<IResult> RecordAsync(HttpContext http, CaseRecorder recorder, AccessLog log, CommandRoute route, Guid? caseId)
    {
        var (body, problem) = await JsonBody<CaseCommand>.ReadAsync(http.Request, route.Command, TargetedName(route, http), http.RequestAborted);
        if (body is null)
            return problem!;
        var command = http.Request.RouteValues["targetEntryId"] is string target && body.Value is ITargetInPath targeting
            ? targeting.At(PathId.Parse(target, null))
            : body.Value;
        if (command is SignRecord signature && Signing.WhyNot(http, caseId, signature) is { } unsigned)
            return unsigned;
        if (EntryIds.Read(http.Request, command, out var entryId) is { } unclear)
            return unclear;
        if (SeenVersionOf(http.Request, out var seenVersion) is { } unreadable)
            return unreadable;
        if (Queued.Read(http.Request, out var waited) is { } unclearWait)
            return unclearWait;

        var id = entryId ?? Guid.CreateVersion7();
        var caller = http.User.Caller();
        var result = await log.WriteAsync(caller, route.Name, caseId ?? id, access => recorder.RecordAsync(
            caller.Hospital,
            new RecordEntry(caseId ?? id, id, command, body.Content, caller.Subject, seenVersion, access)
            {
                Waited = waited,
                PlanningAlone = command is not DecideCodes && !caller.HasOneOf([Role.OrStaff, Role.Quality]),
            },
            http.RequestAborted));
        return result switch
        {
            CommandResult.NoSuchCase => Problems.Of(404),
            CommandResult.Recorded recorded => Answer(http, recorded.Receipt, isNew: caseId is null),
            CommandResult.Replayed replayed => Replay(http, replayed.Receipt, isNew: caseId is null),
            _ when CommandStatus.IsUnknownPath(result, command) => Problems.Of(404),
            CommandResult.Refused refused => Problems.Of(refused.Refusal),
            CommandResult.Stopped stopped => Problems.Stopped(stopped.Flags, stopped.Missing.Select(AsSent)),
            CommandResult.Stale => Problems.Of(412),
            _ => throw new InvalidOperationException("A result that has no answer."),
        };
    }

    /// <summary>The name that a repeat is compared by: with what the path points at.</summary>
    static string TargetedName(CommandRoute route, HttpContext http) =>
        http.Request.RouteValues["targetEntryId"] is string target ? $"{route.Name} {target}" : route.Name;

    /// <summary>A command as somebody would send it, without what is the same unless it is said.</summary>
    static MissingEntry AsSent(CaseCommand command)
    {
        var body = JsonSerializer.SerializeToNode(command, command.GetType(), Said)!.AsObject();
        foreach (var (name, unsaid) in JsonSerializer.SerializeToNode(new ReadyRoom(), Said)!.AsObject())
            if (JsonNode.DeepEquals(body[name], unsaid))
                body.Remove(name);
        return new MissingEntry(CommandRoute.Of(command.GetType()).Path, body);
    }

    static IResult Replay(HttpContext http, Receipt receipt, bool isNew)
    {
        http.Response.Headers["Idempotent-Replay"] = "true";
        return Answer(http, receipt, isNew);
    }

    static IResult Answer(HttpContext http, Receipt receipt, bool isNew)
    {
        http.Response.Headers.ETag = $"\"{receipt.Version}\"";
        var body = new ReceiptView(
            receipt.CaseId, receipt.EntryId, receipt.Version, receipt.RecordedAt, [.. receipt.Flags.Select(FlagRaised.Of)], receipt.TextMasked);
        return isNew ? TypedResults.Created($"/api/cases/{receipt.CaseId}", body) : TypedResults.Ok(body);
    }

    static IResult? SeenVersionOf(HttpRequest request, out long? version)
    {
        version = null;
        if (request.Headers.IfMatch.Count == 0 || request.Headers.IfMatch == "*")
            return null;
        // a read's tag may go on behind the version: "12.8f0a…"
        if (EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)
            && long.TryParse(tag.Tag.ToString().Trim('"').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
        {
            version = seen;
            return null;
        }

        return Problems.Of(400, "invalid-if-match", "If-Match must be the ETag of a case, such as \"12\".");
    }
}

/// <summary>Proof that something was recorded, with the flags it raised.</summary>
/// <param name="Version">The case's version with this entry.</param>
/// <param name="TextMasked">There, and true, when the entry's free text has been taken away since.</param>
/// <example>
/// { "caseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "entryId": "0198d2f4-11a0-7d52-8c6f-2f7b90a1c3d4", "version": 7,
///   "recordedAt": "2026-03-02T07:31:12.204318+00:00", "flags": [] }
/// </example>
sealed record ReceiptView(
    Guid CaseId, Guid EntryId, long Version, DateTimeOffset RecordedAt, IReadOnlyList<FlagRaised> Flags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool TextMasked);
