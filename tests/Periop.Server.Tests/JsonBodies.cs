using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What is no JSON object, or too much of one, is answered with what is wrong.</summary>
public sealed class JsonBodies(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseInOperationAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("""[{"text":"x"}]""")]
    [InlineData("""{"text":"x"}{"text":"y"}""")]
    [InlineData("""{"text":"x",}""")]
    [InlineData("""{"text":"x" /* no */}""")]
    [InlineData("""{'text':'x'}""")]
    [InlineData("""{"text":"x","text":"x"}""")]
    [InlineData("""{"text":"x","\u0074ext":"x"}""")]
    [InlineData("""{"text":"x","note":NaN}""")]
    [InlineData("""{"text":"x","note":Infinity}""")]
    [InlineData("""{"text":"x\u0000"}""")]
    [InlineData("""{"text":"x","\u0000":1}""")]
    [InlineData("""{"text":"\ud83d"}""")]
    [InlineData("""{"text":"\udc00\ud83d"}""")]
    [InlineData("""{"\ud83d":"x"}""")]
    [InlineData("""{"text":"x","entryId":"\ud83d"}""")]
    [InlineData("{\"text\":\"\u0001\"}")]
    public async Task A_body_that_is_no_JSON_object_of_plain_text_is_answered_with_400(string body) =>
        (await surgicalCase.PostAsync("addenda", body)).IsProblem(400);

    [Theory]
    [InlineData("""{"procedure":{"family":"x","family":"y"}}""")]
    [InlineData("""{"procedure":{"family":"a\u0000"}}""")]
    [InlineData("""{"procedure":{"family":"\ud83d"}}""")]
    public async Task What_is_wrong_further_inside_is_answered_with_400_too(string body) => (await surgicalCase.PostAsync("plan-changes", body)).IsProblem(400);

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_answered_with_400()
    {
        (await surgicalCase.PostAsync("addenda", new byte[] { 0x7b, 0x22, 0x74, 0x65, 0x78, 0x74, 0x22, 0x3a, 0x22, 0xc3, 0x28, 0x22, 0x7d })).IsProblem(400);
        (await surgicalCase.PostAsync("addenda", new byte[] { 0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00 })).IsProblem(400);
        (await surgicalCase.PostAsync("addenda", new byte[] { 0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d })).IsProblem(400);
    }

    [Fact]
    public async Task A_body_nested_without_end_is_answered_with_400()
    {
        (await surgicalCase.PostAsync("addenda", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)))).IsProblem(400);
        (await surgicalCase.PostAsync("addenda", new string('[', 60_000))).IsProblem(400);
        (await surgicalCase.PostAsync("addenda", string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "1" + new string('}', 63))).IsProblem(400);
    }

    [Fact]
    public async Task A_body_over_64_KiB_is_answered_with_413()
    {
        var body = """{"text":"x"}""" + new string(' ', 64 * 1024);
        (await surgicalCase.PostAsync("addenda", body[..(64 * 1024)])).Is(200);
        (await surgicalCase.PostAsync("addenda", body[..(64 * 1024 + 1)])).IsProblem(413);
        (await hospital.Scheduler.PostAsync("/api/cases", body)).IsProblem(413);
    }

    [Fact]
    public async Task A_body_over_64_KiB_of_unstated_length_is_answered_with_413()
    {
        using var content = new StreamContent(new Unsized(new byte[64 * 1024 + 1]));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await hospital.Nurse.SendAsync(HttpMethod.Post, $"{surgicalCase.Path}/addenda", content)).IsProblem(413);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task A_body_that_does_not_say_it_is_JSON_is_answered_with_415(string? type)
    {
        using var content = new ByteArrayContent("""{"text":"x"}"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        (await hospital.Nurse.SendAsync(HttpMethod.Post, $"{surgicalCase.Path}/addenda", content)).IsProblem(415);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON; Charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=\"iso-8859-1\"", 415)]
    [InlineData("application/json; charset=none", 415)]
    public async Task JSON_is_in_UTF_8_and_may_say_so(string type, int status)
    {
        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Post, $"{surgicalCase.Path}/addenda", """{"text":"x"}"""), (HttpMethod.Put, "/api/patients/p-1", """{"name":"N. N."}"""),
            (HttpMethod.Post, "/api/implants/recalls", $$"""{"lots":["{{Guid.NewGuid().ToString("n")[..20]}}"]}"""),
        })
        {
            using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await hospital.Everyone.SendAsync(method, path, content);
            Assert.True(status == 415 ? answer.Status == 415 : answer.Status is 200 or 201, answer.ToString());
        }
    }

    /// <summary>A stream that does not know its length.</summary>
    sealed class Unsized(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
