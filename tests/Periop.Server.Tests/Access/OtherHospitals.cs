using System.Text;
using System.Text.Json.Nodes;
using Periop.Server.Access;
using Periop.Server.Tests.Http;
using Xunit;

namespace Periop.Server.Tests.Access;

/// <summary>
/// Whatever another hospital has is asked for like what nobody has: wherever an id or a name may stand, the answer is the same to the byte, and so is
/// the access entry; in the log of the other hospital there is none.
/// </summary>
public sealed class OtherHospitals(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string Definition =
        """{"kind":"death","title":"Death","window":{"days":30},"anchor":"first-incision","evidence":"seen-alive-after-close","source":"own"}""";

    readonly TestHospital hospital = host.NewHospital();
    ForeignThings things = null!;

    Person Asker => hospital.Named("asker", Role.All);

    public async ValueTask InitializeAsync() => things = await ForeignThings.MadeAsync(host.NewHospital());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_path_that_names_theirs_is_answered_as_one_that_names_nobodys()
    {
        var before = await Entered.AllAsync(things.Owner);
        var routes = host.Routes().Where(route => route.Parameters.Count > 0
            && (route.IsOfInterface || (route.IsPage && route.Method == "GET"))).ToArray();
        Assert.NotEmpty(routes);
        // what a PUT makes is asked for no more
        foreach (var route in routes.OrderBy(route => Array.IndexOf(["GET", "POST", "DELETE", "PUT"], route.Method)))
        {
            var pairs = route.Parameters.Select(name => (Name: name, Pair: things.Of(char.ToLowerInvariant(name[0]) + name[1..])
                ?? throw new InvalidOperationException($"{route.Operation}: what another hospital has as {name} is not said."))).ToArray();
            await SameAsync([.. pairs.Select(p => p.Pair)], isTheirs => Asker.SendAsync(
                route.Verb, pairs.Aggregate(route.Path, (path, p) => path.Replace($"{{{p.Name}}}", isTheirs ? p.Pair.Theirs : p.Pair.Nobodys)), BodyOf(route)));
        }

        Assert.Equal(before.Count, (await Entered.AllAsync(things.Owner)).Count);
    }

    [Fact]
    public async Task A_body_that_names_theirs_is_answered_as_one_that_names_nobodys()
    {
        var operations = (await Described.AllAsync(hospital)).Where(o => o.Members.Any(m => m.IsId && m.Name != "entryId")).ToArray();
        Assert.NotEmpty(operations);
        var (ours, other) = (await hospital.CaseWithTargetsAsync(), await hospital.CaseWithTargetsAsync());
        foreach (var operation in operations)
            foreach (var member in operation.Members.Where(m => m.IsId && m.Name != "entryId"))
                foreach (var theirs in new[] { $"{things.Case.Id}", things.Of("targetEntryId")!.Value.Theirs })
                {
                    (string, string)[] pairs = [(theirs, $"{Guid.NewGuid()}"), ($"{ours.Case.Id}", $"{other.Case.Id}")];
                    var status = await SameAsync(pairs, isTheirs =>
                    {
                        var (surgicalCase, fill) = isTheirs ? ours : other;
                        var path = operation.Filled(name => name == "caseId" ? $"{surgicalCase.Id}" : fill("{complication}"));
                        return Asker.PostAsync(path, Naming(operation, fill, member, isTheirs ? pairs[0].Item1 : pairs[0].Item2));
                    });
                    if (status < 300)
                        (ours, other) = (await hospital.CaseWithTargetsAsync(), await hospital.CaseWithTargetsAsync());
                }
    }

    [Fact]
    public async Task A_question_that_names_theirs_is_answered_as_one_that_names_nobodys()
    {
        using var definition = Json(Definition);
        (await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/definitions/own/versions/1", definition)).Is(201);
        using var source = new StringContent("caseNumber,kind\nA 1,death\n", Encoding.UTF8, "text/csv");
        (await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/second-sources/own", source)).Is(201);
        await hospital.CaseInOperationAsync();
        await host.SettledAsync();
        var asked = 0;
        var operations = (await Described.AllAsync(hospital)).Where(o => o.Method == "GET" && !o.Path.Contains('{'));
        foreach (var operation in operations.OrderBy(o => o.Path != "/api/access-log"))     // later on it has these questions themselves
            foreach (var (name, pair) in operation.Query.Select(name => (name, things.Of(name))).Where(asking => asking.Item2 is not null))
            {
                asked++;
                await SameAsync([pair!.Value], isTheirs => Asker.GetAsync(
                    $"{operation.Path}?{string.Join('&', Required(operation, name).Append($"{name}={(isTheirs ? pair.Value.Theirs : pair.Value.Nobodys)}"))}"));
            }

        Assert.True(asked > 50, $"{asked} questions were asked.");
    }

    /// <summary>What an operation cannot be asked without, but for the parameter in question.</summary>
    static IEnumerable<string> Required(Described operation, string but) =>
        from required in new[]
        {
            ("definition", "own"), ("source", "own"), ("since", "2026-03-02T05:00:00Z"), ("measure", "pain"),
            ("metric", operation.Path.Contains("record-keeping", StringComparison.Ordinal) ? "stops-overridden" : "turnover"),
        }
        where required.Item1 != but && operation.Query.Contains(required.Item1)
        where required.Item1 != "definition" || !operation.Query.Contains("metric") && !operation.Query.Contains("measure")     // these have some of their own
        where required.Item1 != "since" || operation.Path.EndsWith("/changes", StringComparison.Ordinal)
        select $"{required.Item1}={required.Item2}";

    /// <summary>A body that is understood, with an id in one of its members.</summary>
    static string Naming(Described operation, Func<string, string> fill, DescribedMember member, string id)
    {
        var command = Command.All.FirstOrDefault(c => Allowed.OperationOf(c) == operation.Operation);
        var body = command is null ? operation.Example!.DeepClone().AsObject() : JsonNode.Parse(fill(command.Least))!.AsObject();
        body.Remove("entryId");
        if (operation.Path == "/api/cases")
            body["caseNumber"] = Story.NewNumber();
        if (operation.Members.Any(m => m.Name == "reason"))
            body["reason"] = "as discussed";
        body[member.Name] = member.Items is null ? JsonValue.Create(id) : new JsonArray(id);
        return body.ToJsonString();
    }

    /// <summary>Asks for what the first of each pair names and for what the second does; answers the status of both.</summary>
    async Task<int> SameAsync(IReadOnlyList<(string Theirs, string Nobodys)> pairs, Func<bool, Task<Answer>> ask)
    {
        var theirs = await Entered.OnceAsync(hospital, () => ask(true));
        var nobodys = await Entered.OnceAsync(hospital, () => ask(false));
        var (one, other) = (Compared.Of(theirs.Answer, theirs.Entry, pairs), Compared.Of(nobodys.Answer, nobodys.Entry, pairs));
        Assert.True(one == other, $"{theirs.Answer.Request}\n{one}\n{other}");
        return theirs.Answer.Status;
    }

    static StringContent? BodyOf(ProgramRoute route) => route switch
    {
        { Takes: null } => null,
        { Takes: "text/csv" } => new StringContent("caseNumber,kind\nA 1,death\n", Encoding.UTF8, "text/csv"),
        { Path: var path } => Json(Command.All.FirstOrDefault(command => Allowed.OperationOf(command) == route.Operation)?.Least is { } least
            ? least.Replace("{entry}", $"{Guid.Empty}").Replace("{alert}", $"{Guid.Empty}").Replace("{implant}", $"{Guid.Empty}")
            : path switch
            {
                "/api/imports/{importId}/retraction" => """{"reason":"wrong"}""",
                "/api/implants/recalls/campaigns/{notice}/cases/{caseId}/closures" => """{"outcome":"informed","reason":"by telephone"}""",
                "/api/cases/{caseId}/moves" => $$"""{"targetEntryIds":["{{Guid.Empty}}"],"toCaseId":"{{Guid.Empty}}","reason":"wrong screen"}""",
                "/api/patients/{patientRef}" => """{"name":"-"}""",
                "/api/audit/definitions/{id}/versions/{version}" => Definition,
                "/api/audit/risk-models/{id}/versions/{version}" => """{"intercept":-3,"coefficients":{"age":0.07}}""",
                _ => throw new InvalidOperationException($"{route.Operation}: a body that is understood is not said."),
            }),
    };

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
