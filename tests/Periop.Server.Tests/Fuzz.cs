using System.Collections.Concurrent;
using CsCheck;
using Xunit;

namespace Periop.Server.Tests;

public sealed class Fuzz(PeriopHost host) : IClassFixture<PeriopHost>
{
    const int Tries = 400;

    static readonly string[] Members =
    [
        "kind", "amount", "unit", "level", "levels", "approach", "grade", "occurredAt", "source", "override", "reason", "note",
        "replaces", "entryId", "targetEntryId",
        "code", "minutes", "procedure", "text", "assessments", "factors", "finding", "family", "quantity", "expiry", "udi", "role", "staff", "action",
        "phase", "x", "", "a/b", "\\ud83d", "\\u0000",
    ];

    static readonly Gen<string> Scalar = Gen.OneOf(
        AnyOf("null", "true", "0", "-1", "3", "1.5", "1e999", "-0", "1e-400", "\"\"",
            "\"live\"", "\"rod\"", "\"L2\"", "\"posterior\"", "\"2026-03-02T06:00:00Z\"", "\"9999-12-31T23:59:59-14:00\"",
            "\"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30\"", "\"\\u0000\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "\"2028-02-30\"", "\"%\"",
            "99999999999999999999999999999"),
        Gen.Int.Select(i => i.ToString()),
        Gen.Double.Where(double.IsFinite).Select(d => d.ToString("R")),
        Gen.String[0, 20].Select(s => System.Text.Json.JsonSerializer.Serialize(s)));

    static readonly Gen<string> Body = Value(3).Select(value => value is ['{', ..] ? value : $"{{\"note\":{value}}}");

    [Fact]
    public async Task No_JSON_at_any_command_is_a_fault()
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        var everyone = hospital.Everyone;
        var paths = Command.All.Select(c => $"{surgicalCase.Path}/{c.Path.Replace("{complication}", $"{surgicalCase.Id}")}").Append("/api/cases").ToArray();
        var met = new ConcurrentDictionary<int, bool>();
        await Gen.Select(AnyOf(paths), Body).SampleAsync(
            async sent =>
            {
                var answer = await everyone.PostAsync(sent.Item1, sent.Item2);
                met[answer.Status] = true;
                return answer.Status < 500 && (answer.Status is 200 or 201
                    || answer.Header("Content-Type")!.StartsWith("application/problem+json", StringComparison.Ordinal));
            },
            iter: Tries, threads: 2, print: sent => $"POST {sent.Item1} {sent.Item2}");
        Assert.Superset(new HashSet<int> { 200, 400 }, met.Keys.ToHashSet());
    }

    [Fact]
    public async Task A_command_with_one_member_spoilt_is_no_fault()
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        var everyone = hospital.Everyone;
        var met = new ConcurrentDictionary<int, bool>();
        await Gen.Select(AnyOf(Command.All.Where(c => c.Most != "{}" && !c.Path.Contains('{')).ToArray()), Gen.Int[0, 20], Value(1)).SampleAsync(
            async sent =>
            {
                var (command, which, spoilt) = sent;
                var answer = await everyone.PostAsync($"{surgicalCase.Path}/{command.Path}", Spoil(command, which, spoilt));
                met[answer.Status] = true;
                return answer.Status < 500;
            },
            iter: Tries, threads: 2, print: sent => $"POST {sent.Item1.Path} {Spoil(sent.Item1, sent.Item2, sent.Item3)}");
        Assert.Superset(new HashSet<int> { 200, 400 }, met.Keys.ToHashSet());
    }

    [Fact]
    public async Task No_question_at_any_read_is_a_fault()
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        var someone = hospital.As("or-staff", "quality", "auditor", "admin");
        var met = new ConcurrentDictionary<int, bool>();
        var path = AnyOf("/api/cases", "/api/access-log", "/api/maskings", "/api/implants", "/api/implants/recalls", "/api/board", surgicalCase.Path,
            $"{surgicalCase.Path}/timeline", $"{surgicalCase.Path}/codes", "/api/patients/p-1", "/api/cases/%01", "/api/implants/recalls/x%2Fy");
        var name = AnyOf("from", "to", "asOf", "cursor", "limit", "format", "date", "caseId", "subject", "status", "q", "lot", "LOT", "x", "");
        var instant = AnyOf("2026-11-25", "0001-01-01", "9999-12-31", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00",
            "0001-01-01T00:00:00+14:00", "2026-03-02T05:00:00+01:00", "2026-03-02T05:00:00-11:45", "2026-03-02T24:00:00Z", "-0001-01-01T00:00:00Z");
        var cursor = Gen.Select(instant, Gen.Int[-1, 5], (at, engine) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"Date":"2026-03-02","CaseId":"{{Guid.Empty}}","Until":"{{at}}"{{(engine < 0 ? "" : $",\"At\":\"{at}\",\"Engine\":{engine}")}}}"""))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        var value = Gen.OneOf(instant, cursor, AnyOf("1", "0", "-1", "csv", "ndjson", "scheduled", "\0", "%", ""), Gen.String[0, 10]);
        var question = Gen.Select(name, value, (n, v) => $"{n}={Uri.EscapeDataString(v)}").Array[0, 3];
        await Gen.Select(path, question).SampleAsync(
            async asked =>
            {
                var answer = await someone.GetAsync($"{asked.Item1}?{string.Join('&', asked.Item2)}");
                met[answer.Status] = true;
                return answer.Status < 500;
            },
            iter: Tries, threads: 2, print: asked => $"GET {asked.Item1}?{string.Join('&', asked.Item2)}");
        Assert.Superset(new HashSet<int> { 200, 400, 404 }, met.Keys.ToHashSet());
    }

    [Fact]
    public async Task No_content_type_is_a_fault()
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseInOperationAsync();
        var everyone = hospital.Everyone;
        var target = AnyOf((HttpMethod.Put, "/api/patients/p-1"), (HttpMethod.Post, $"{surgicalCase.Path}/addenda"), (HttpMethod.Post, "/api/cases"),
            (HttpMethod.Post, "/api/implants/recalls"), (HttpMethod.Post, "/api/imports/cases"));
        var type = Gen.Select(AnyOf("application/json", "text/csv", "application/x+json", "json", "*/*", ""), AnyOf("", ";", "; charset=", "; charset"),
            AnyOf("", "utf-8", "\"utf-8\"", "\"utf-8", "UTF-8", "utf-16", "latin1", "none", "\"\""), (media, charset, named) => media + charset + named);
        var met = new ConcurrentDictionary<int, bool>();
        await Gen.Select(target, type, Body).SampleAsync(
            async sent =>
            {
                using var content = new StringContent(sent.Item3);
                content.Headers.Remove("Content-Type");
                content.Headers.TryAddWithoutValidation("Content-Type", sent.Item2);
                var answer = await everyone.SendAsync(sent.Item1.Item1, sent.Item1.Item2, content);
                met[answer.Status] = true;
                return answer.Status < 500;
            },
            iter: Tries, threads: 2, print: sent => $"{sent.Item1} {sent.Item2} {sent.Item3}");
        Assert.Superset(new HashSet<int> { 400, 415 }, met.Keys.ToHashSet());
    }

    static string Spoil(Command command, int which, string value)
    {
        var body = command.Full(Guid.NewGuid(), new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));
        var member = body.ElementAt(which % body.Count).Key;
        return "{" + string.Join(",", body.Select(m => $"\"{m.Key}\":{(m.Key == member ? value : m.Value!.ToJsonString())}")) + "}";
    }

    static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (1, Value(depth - 1).Array[0, 3].Select(items => $"[{string.Join(",", items)}]")),
            (2, Gen.Select(AnyOf(Members), Value(depth - 1)).Array[0, 4]
                .Select(members => "{" + string.Join(",", members.Select(m => $"\"{m.Item1}\":{m.Item2}")) + "}")));

    static Gen<T> AnyOf<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);
}
