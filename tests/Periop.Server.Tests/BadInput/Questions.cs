using Periop.Server.Tests.Http;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>Each parameter of each operation with values that nobody means: refused, or answered, and never a fault.</summary>
public sealed class Questions(HeardHost heard) : IClassFixture<HeardHost>
{
    const int Turns = 12;

    /// <summary>
    /// What may be a text somewhere: whoever asks for it is told that there is none, or that it is none. Each parameter has a few of them, in turn, so
    /// that over all operations each has them all.
    /// </summary>
    static readonly string[] Odd =
    [
        "", "%20", "%FF", "%ED%A0%80", "%F0%9F", "%25", "_", "%5C", "%27%3B%20drop%20table%20mt_events%3B%20--", "%28a%2B%29%2B%24",
        "%0D%0ASet-Cookie%3A%20x%3D1",
        "NaN", "1e999", "-1", "99999999999999999999", "2026-03-02T06:00:00", "2026-02-30", "0000-01-01T00:00:00Z", "2026-03-02T06:00:60Z",
        "9999-12-31T23%3A59%3A59.9999999-14%3A00", "0001-01-01T00%3A00%3A00%2B14%3A00", "2026-03-02T06%3A00%3A00%2B14%3A01", "e30", new('x', 4000),
        "%F0%9F%A6%B4e%CC%81%E2%80%AE",
    ];

    [Fact]
    public async Task What_no_text_can_be_is_answered_with_400_and_named() => await AskedAsync(
        _ => ["%00", $"{Hostile.Canary}%00", $"%00{Hostile.Canary}"], (name, answer) => Hostile.Told(answer).PointsAt($"/{name}"));

    [Fact]
    public async Task What_is_said_twice_is_answered_with_400_and_named() => await AskedAsync(
        name => [$"{Hostile.Canary}&{name}={Hostile.Canary}", $"a&{name.ToUpperInvariant()}=b"], (name, answer) =>
        {
            var errors = Hostile.Told(answer).Is(400).Json["errors"]!.AsObject();
            Assert.Contains(errors, error => string.Equals(error.Key, $"/{name}", StringComparison.OrdinalIgnoreCase));
        });

    [Fact]
    public async Task What_nobody_means_is_refused_or_answered()
    {
        var turn = 0;
        await AskedAsync(
            _ => InTurn(turn++),
            (_, answer) =>
            {
                if (answer.Status is not (200 or 204))
                    Hostile.Told(answer);
            });
    }

    static IEnumerable<string> InTurn(int turn) => Odd.Where((_, index) => index % Turns == turn % Turns).Append(Hostile.Canary);

    [Fact]
    public async Task No_operation_takes_a_parameter_that_it_does_not_know()
    {
        var hostile = await Hostile.AtAsync(heard);
        await hostile.LeavesNothingAsync(async () =>
        {
            foreach (var operation in hostile.Operations)
                Hostile.Told(await hostile.SendAsync(operation, Understood(operation), $"?nobody={Hostile.Canary}")).IsProblem(400, "unknown-parameter");
        });
    }

    /// <summary>Asks every operation that only reads; what writes is asked for nothing that it would do.</summary>
    async Task AskedAsync(Func<string, IEnumerable<string>> values, Action<string, Answer> check)
    {
        var (hostile, asked) = (await Hostile.AtAsync(heard), 0);
        await hostile.LeavesNothingAsync(async () =>
        {
            foreach (var operation in hostile.Operations.Where(o => o.Method == "GET"))
                foreach (var name in operation.Query)
                    foreach (var value in values(name))
                    {
                        asked++;
                        check(name, await hostile.SendAsync(operation, null, "?" + string.Join('&', Usual(operation, name).Append($"{name}={value}"))));
                    }
        });
        Assert.True(asked > 100, $"{asked} questions were asked.");
    }

    static byte[]? Understood(Described operation) => operation.Takes switch
    {
        null => null,
        "application/json" => System.Text.Encoding.UTF8.GetBytes(Hostile.BodyOf(operation).ToJsonString()),
        _ => "caseNumber,kind\nA 1,death\n"u8.ToArray(),
    };

    /// <summary>What an operation is asked with, so that it comes to the parameter in question.</summary>
    static IEnumerable<string> Usual(Described operation, string but) =>
        from usual in new[] { ("definition", "own"), ("measure", "pain"), ("metric", Metric(operation)), ("since", "2026-03-02T05:00:00Z"), ("source", "own") }
        where usual.Item1 != but && operation.Query.Contains(usual.Item1)
        where usual.Item1 != "definition" || !operation.Query.Contains("metric") && !operation.Query.Contains("measure")
        where usual.Item1 != "since" || operation.Path.EndsWith("/changes", StringComparison.Ordinal)
        select $"{usual.Item1}={usual.Item2}";

    static string Metric(Described operation) => operation.Path.Contains("record-keeping", StringComparison.Ordinal) ? "stops-overridden" : "turnover";
}
