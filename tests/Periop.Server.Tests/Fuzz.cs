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
