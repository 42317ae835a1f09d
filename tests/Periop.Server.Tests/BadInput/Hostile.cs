using System.Text.Json.Nodes;
using Periop.Server.Access;
using Periop.Server.Tests.Http;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>
/// Somebody who may do everything and sends what nobody should, at every operation that the description has. Whatever it is, it is told as a problem,
/// nothing of it is repeated, to the sender or in the log, and nothing of it is written.
/// </summary>
sealed class Hostile
{
    /// <summary>Stands where a patient's data may stand.</summary>
    public const string Canary = "Kestrel-Marigold-Canary";

    /// <summary>Bodies that are understood, of operations that are described without an example.</summary>
    static readonly Dictionary<string, string> Bodies = new()
    {
        ["POST /api/imports/{importId}/retraction"] = """{"reason":"wrong file"}""",
        ["POST /api/displays"] = """{"code":"2222-2222","name":"OR wall"}""",
        ["PUT /api/patients/{patientRef}"] = """{"name":"N. N.","birthDate":"1965-02-03","recordNumber":"17"}""",
    };

    readonly HeardHost heard;
    readonly TestHospital hospital;
    readonly TestCase surgicalCase;
    readonly Person person;

    Hostile(HeardHost heard, TestHospital hospital, TestCase surgicalCase, IReadOnlyList<Described> operations)
    {
        (this.heard, this.hospital, this.surgicalCase, Operations) = (heard, hospital, surgicalCase, operations);
        person = hospital.Named("hostile", Role.All);
    }

    public IReadOnlyList<Described> Operations { get; }

    public IEnumerable<Described> WithJson => Operations.Where(operation => operation.Takes == "application/json");

    public static async Task<Hostile> AtAsync(HeardHost heard)
    {
        var place = heard.Host.NewHospital();
        var (inOperation, _) = await place.CaseWithTargetsAsync();
        using var definition = new StringContent(
            """{"kind":"death","title":"Death","window":{"days":30},"anchor":"first-incision","evidence":"seen-alive-after-close","source":"own"}""",
            System.Text.Encoding.UTF8, "application/json");
        (await place.Quality.SendAsync(HttpMethod.Put, "/api/audit/definitions/own/versions/1", definition)).Is(201);
        return new Hostile(heard, place, inOperation, await Described.AllAsync(place));
    }

    /// <summary>A body that is understood.</summary>
    public static JsonObject BodyOf(Described operation) => operation.Example?.DeepClone().AsObject()
        ?? JsonNode.Parse(Bodies.GetValueOrDefault(operation.Operation)
            ?? throw new InvalidOperationException($"{operation.Operation}: a body that is understood is neither described nor said."))!.AsObject();

    public Task<Answer> SendAsync(Described operation, string body) => SendAsync(operation, System.Text.Encoding.UTF8.GetBytes(body));

    public async Task<Answer> SendAsync(Described operation, byte[]? body, string question = "", params (string Name, string Value)[] headers)
    {
        using var content = body is null ? null : new ByteArrayContent(body);
        content?.Headers.TryAddWithoutValidation("Content-Type", operation.Takes);
        return await person.SendAsync(operation.Verb, PathOf(operation) + question, content, headers);
    }

    /// <summary>Does something hostile, and looks afterwards whether anything was written, or the canary is in the log.</summary>
    public async Task LeavesNothingAsync(Func<Task> act)
    {
        var before = await WrittenAsync();
        await act();
        Assert.Equal(before, await WrittenAsync());
        Assert.DoesNotContain(heard.Said.Lines, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(heard.Said.Faults);
    }

    /// <summary>A problem that repeats nothing.</summary>
    public static Answer Told(Answer answer)
    {
        Assert.True(answer.Status is >= 400 and < 500, $"{answer}");
        answer.IsProblem(answer.Status);
        Assert.False(answer.Text.Contains(Canary, StringComparison.OrdinalIgnoreCase), $"{answer}");
        return answer;
    }

    string PathOf(Described operation) => operation.Filled(name => name switch
    {
        "caseId" or "targetEntryId" => $"{surgicalCase.Id}",
        "patientRef" => "p-1",
        "id" or "name" => "own",
        "version" => "1",
        "notice" => "N-1",
        _ => $"{Guid.Empty}",
    });

    /// <summary>How many rows of the hospital each table has, and what is in them, but for the access log.</summary>
    async Task<string> WrittenAsync()
    {
        await hospital.Host.SettledAsync();
        await Eventually.BecomesAsync(() => hospital.Display.GetAsync("/api/board"), board => board.Header("Periop-Behind") == "0", "the board has caught up");
        return (string)(await hospital.Host.SqlAsync(
            """
            select string_agg(format('%s %s', name, (xpath('/row/rows/text()', query_to_xml(format(
                'select count(*) || '' '' || coalesce(sum(hashtext(r::text)::bigint), 0) as rows from %s r where r.tenant_id = %L', name, $1),
                false, true, '')))[1]), chr(10) order by name)
            from (select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'mt_doc_accessentry') tables
            """, hospital.Id))!;
    }
}
