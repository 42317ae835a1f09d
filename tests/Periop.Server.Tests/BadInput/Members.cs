using System.Text.Json.Nodes;
using Periop.Server.Tests.Http;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>Each member of each body with values of another kind than is described: the member is named, and nothing is read as something else.</summary>
public sealed class Members(HeardHost heard) : IClassFixture<HeardHost>
{
    const string Said = $"\"{Hostile.Canary}\"";

    static readonly string[] NoTexts = ["17", "true", $"[{Said}]", $$"""{"a":{{Said}}}"""];

    static readonly string[] NoTimes =
    [
        "17", "\"2026-03-02T06:00:00\"", "\"2026-03-02\"", "\"2026-02-30T06:00:00Z\"", "\"0000-01-01T00:00:00Z\"", "\"2026-03-02T06:00:60Z\"",
        "\"2026-03-02T06:00:00+14:01\"", Said,
    ];

    static readonly string[] Unreadable = ["\"a\\u0000\"", "\"\\ud83d\"", "\"\\udc00\\ud83d\""];

    static readonly string[] OfEveryCommand =
        ["entryId", "occurredAt", "source", "override", "reason", "note", "replaces", "recordedFor", "afterStop"];

    static readonly Dictionary<string, string[]> Wrong = new()
    {
        ["string"] = NoTexts,
        ["uuid"] = [.. NoTexts, Said, "\"\""],
        ["date-time"] = NoTimes,
        ["date"] = ["17", "\"2026-02-30\"", "\"2026-3-2\"", Said],
        ["word"] = [.. NoTexts, "0", "99", Said, "\"\""],
        ["integer"] = ["\"12\"", "1.5", "1e999", "true", "99999999999999999999", Said, $$"""{"a":{{Said}}}"""],
        ["number"] = ["\"12\"", "\"NaN\"", "1e999", "true", "NaN", Said, $$"""{"a":{{Said}}}"""],
        ["boolean"] = ["\"true\"", "1", Said, $"[{Said}]"],
        ["array"] = [Said, "17", $$"""{"a":{{Said}}}""", "[null]"],
        ["object"] = [Said, "17", "[]", "true"],
    };

    [Fact]
    public async Task A_value_of_another_kind_is_answered_with_400_and_its_member_named() => await SpoiltAsync(
        member => Wrong[member.IsWord ? "word" : member.Format is { } format && Wrong.ContainsKey(format) ? format : member.Type],
        (member, value, answer) => Assert.True(value == "NaN" || PointsInto(answer, member.Name), $"{member.Name} {value}: {answer}"));

    [Fact]
    public async Task Text_that_cannot_be_kept_is_answered_with_400_wherever_it_stands() => await SpoiltAsync(
        member => member.Type switch
        {
            "string" => Unreadable,
            "array" when member.Items?.Type == "string" => Unreadable.Select(text => $"[{text}]"),
            "object" => Unreadable.Select(text => $$"""{"x":{{text}}}""").Concat(Unreadable.Select(text => $$"""{{{text}}:1}""")),
            _ => [],
        },
        (_, _, answer) => answer.IsProblem(400));

    async Task SpoiltAsync(Func<DescribedMember, IEnumerable<string>> values, Action<DescribedMember, string, Answer> check)
    {
        var (hostile, sent) = (await Hostile.AtAsync(heard), 0);
        await hostile.LeavesNothingAsync(async () =>
        {
            foreach (var operation in hostile.WithJson)
                foreach (var member in operation.Members)
                    foreach (var value in InTurn(member, [.. values(member)], sent))
                    {
                        sent++;
                        check(member, value, Hostile.Told(await hostile.SendAsync(operation, With(Hostile.BodyOf(operation), member.Name, value))).Is(400));
                    }
        });
        Assert.True(sent > 10, $"{sent} bodies were sent.");
    }

    /// <summary>What every command may say is read by one hand: each command has one value of it, in turn.</summary>
    static string[] InTurn(DescribedMember member, string[] values, int turn) =>
        values.Length > 0 && OfEveryCommand.Contains(member.Name) ? [values[turn % values.Length]] : values;

    static string With(JsonObject body, string member, string value)
    {
        body.Remove(member);
        return $"{{{string.Join(',', body.Select(m => $"\"{m.Key}\":{m.Value?.ToJsonString() ?? "null"}").Append($"\"{member}\":{value}"))}}}";
    }

    static bool PointsInto(Answer answer, string member) => answer.Json["errors"] is JsonObject errors
        && errors.Any(error => error.Key == $"/{member}" || error.Key.StartsWith($"/{member}/", StringComparison.Ordinal));
}
