using System.Text;
using Periop.Server.Tests.Http;
using Xunit;

namespace Periop.Server.Tests.BadInput;

/// <summary>Bodies that are no JSON object of plain text, at every operation that takes one.</summary>
public sealed class Bodies(HeardHost heard) : IClassFixture<HeardHost>
{
    const string Said = $"\"{Hostile.Canary}\"";

    const int Turns = 4;

    static readonly string[] Texts = ["note", "reason", "text", "title", "name"];

    [Fact]
    public async Task What_is_no_object_of_plain_text_is_answered_with_400()
    {
        var turn = 0;
        await SentAsync(operation => Some(operation, turn++), answer => answer.Is(400));

        // one hand reads all bodies: each operation has a few of them, in turn
        static IEnumerable<byte[]> Some(Described operation, int turn) =>
            NoObjects(operation).Where((_, index) => index % Turns == turn % Turns).Select(Encoding.UTF8.GetBytes);
    }

    /// <summary>Each is wrong in one place, and understood but for that.</summary>
    static IReadOnlyList<string> NoObjects(Described operation)
    {
        var name = operation.Members.Select(member => member.Name).FirstOrDefault(Texts.Contains) ?? operation.Members[0].Name;
        var others = string.Concat(Hostile.BodyOf(operation).Where(member => member.Key != name).Select(m => $"\"{m.Key}\":{m.Value!.ToJsonString()},"));
        var member = $"\"{name}\":{Said}";
        return
        [
            "", " ", "null", "17", Said, "[]", $"[{{{others}{member}}}]", "{", $"{{{others}{member}", $"{{{others}{member},}}", $"{{{others}{member}}} {{}}",
            $"{{{others}{member} /* no */}}", $"{{{others}'{name}':'{Hostile.Canary}'}}", $"{{{others}\"{name}\":NaN}}", $"{{{others}\"{name}\":01}}",
            $"{{{others}{member},{member}}}", $"{{{others}{member},\"\\u{(int)name[0]:x4}{name[1..]}\":{Said}}}",
            $"{{{others}\"{name}\":\"{Hostile.Canary}\\u0000\"}}", $"{{{others}\"{name}\":\"{Hostile.Canary}\\ud83d\"}}",
            $"{{{others}\"{name}\":\"\\udc00\\ud83d{Hostile.Canary}\"}}", $"{{{others}{member},\"\\ud83d\":{Said}}}", $"{{{others}\"{name}\":\"\u0001\"}}",
            string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100), new string('[', 60_000),
        ];
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_or_NUL_are_answered_with_400() => await SentAsync(
        _ =>
        [
            [.. "{\"note\":\"\xc3\x28\"}"u8[..9], 0xc3, 0x28, .. "\"}"u8], [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00], [.. "{\"note\":\""u8, 0x00, .. "\"}"u8],
            [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d], Encoding.Unicode.GetBytes("{}"), [.. "{\"note\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8],
        ],
        answer => answer.Is(400));

    [Fact]
    public async Task A_compressed_body_is_not_opened() => await SentAsync(
        _ => [Compressed(new string(' ', 1024 * 1024))], answer => answer.Is(400), ("Content-Encoding", "gzip"));

    [Fact]
    public async Task A_body_over_its_limit_is_answered_with_413() => await SentAsync(
        operation => [Encoding.UTF8.GetBytes(Hostile.BodyOf(operation).ToJsonString().PadRight(64 * 1024 + 1))], answer => answer.Is(413));

    [Fact]
    public async Task A_member_that_is_not_known_or_spelt_with_other_letters_is_named() => await SentAsync(
        operation => new[] { operation.Members[0].Name.ToUpperInvariant(), "nobody", "__proto__", "$type" }.Select(name =>
        {
            var body = Hostile.BodyOf(operation);
            body[name] = Hostile.Canary;
            return Encoding.UTF8.GetBytes(body.ToJsonString());
        }),
        answer => Assert.Contains("is not known here", answer.Is(400).Text, StringComparison.Ordinal));

    [Fact]
    public async Task A_member_that_it_cannot_be_without_is_named() => await SentAsync(
        operation => Hostile.BodyOf(operation).Select(member => member.Key).Where(operation.Required.Contains).Select(name =>
        {
            var body = Hostile.BodyOf(operation);
            body.Remove(name);
            return Encoding.UTF8.GetBytes(body.ToJsonString());
        }),
        answer => Assert.Contains("required", answer.Is(400).Text, StringComparison.Ordinal));

    async Task SentAsync(
        Func<Described, IEnumerable<byte[]>> bodies, Action<Answer> check, params (string Name, string Value)[] headers)
    {
        var hostile = await Hostile.AtAsync(heard);
        Assert.NotEmpty(hostile.WithJson);
        await hostile.LeavesNothingAsync(async () =>
        {
            foreach (var operation in hostile.WithJson)
                foreach (var body in bodies(operation))
                    check(Hostile.Told(await hostile.SendAsync(operation, body, headers: headers)));
        });
    }

    static byte[] Compressed(string text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return compressed.ToArray();
    }
}
