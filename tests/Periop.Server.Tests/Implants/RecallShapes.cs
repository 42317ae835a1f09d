using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using Xunit;

namespace Periop.Server.Tests.Implants;

/// <summary>Recalls that are none.</summary>
public sealed class RecallShapes(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/implants/recalls";

    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("{}", "/gtin")]
    [InlineData("""{"reason":"may loosen","notice":"R-1"}""", "/gtin")]
    [InlineData("""{"gtin":null,"lots":null}""", "/gtin")]
    [InlineData("""{"gtin":"51022222233337"}""", "/gtin")]
    [InlineData("""{"gtin":"5102222223333","lots":["A1"]}""", "/gtin")]
    [InlineData("""{"gtin":""}""", "/gtin")]
    [InlineData("""{"gtin":51022222233336}""", "/gtin")]
    [InlineData("""{"gtin":["51022222233336"]}""", "/gtin")]
    [InlineData("""{"lots":17}""", "/lots")]
    [InlineData("""{"lots":[""]}""", "/lots/0")]
    [InlineData("""{"lots":[" "]}""", "/lots/0")]
    [InlineData("""{"lots":"A1"}""", "/lots")]
    [InlineData("""{"lots":{"value":"A1"}}""", "/lots")]
    [InlineData("""{"serials":true}""", "/serials")]
    [InlineData("""{"serials":["a\tb"]}""", "/serials/0")]
    [InlineData("""{"lots":["A1"],"reference":5}""", "/reference")]
    [InlineData("""{"lots":["A1"],"notice":5}""", "/notice")]
    [InlineData("""{"manufacturer":"Acme"}""", "/gtin")]
    [InlineData("""{"lots":[],"serials":[]}""", "/gtin")]
    [InlineData("""{"reference":"\u200b"}""", "/reference")]
    [InlineData("""{"lots":["A1","\u200b"]}""", "/lots")]
    [InlineData("""{"lots":["A1",""]}""", "/lots/1")]
    [InlineData("""{"lots":["A1",null]}""", "/lots/1")]
    [InlineData("""{"lots":["A1"],"reason":""}""", "/reason")]
    [InlineData("""{"lots":["A1"],"entryId":"x"}""", "/entryId")]
    [InlineData("""{"lots":["A1"],"entryId":17}""", "/entryId")]
    [InlineData("""{"lots":["A1"],"entryId":"00000000-0000-0000-0000-000000000000"}""", "/entryId")]
    [InlineData("""{"lots":["A1"],"lot":"A2"}""", "/lot")]
    [InlineData("""{"Lot":"A1"}""", "/Lot")]
    [InlineData("""{"lots":["A1"],"recallId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"}""", "/recallId")]
    [InlineData("""{"lots":["A1"],"sought":{"lots":["A2"]}}""", "/sought")]
    [InlineData("""{"lots":["A1"],"announcedAt":"2026-03-02T06:00:00Z"}""", "/announcedAt")]
    [InlineData("""{"lots":["A1"],"endedAt":"2026-03-02T06:00:00Z"}""", "/endedAt")]
    public async Task What_is_wrong_is_named(string body, string pointer)
    {
        (await hospital.Quality.PostAsync(Path, body)).PointsAt(pointer);
        Assert.Empty((await hospital.Quality.GetAsync(Path)).Items);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""[{"lots":["A1"]}]""")]
    [InlineData("\"A1\"")]
    [InlineData("17")]
    [InlineData("""{"lots":["A1"] """)]
    [InlineData("""{"lots":["A1"],"lots":["A2"]}""")]
    [InlineData("""{"lots":["A1"]}{"lots":["A2"]}""")]
    [InlineData("""{"lots":["A\u0000"]}""")]
    [InlineData("""{"lots":["A\ud83d"]}""")]
    [InlineData("""{"\ud83d":"A","lots":["A1"]}""")]
    [InlineData("""{"lot":NaN}""")]
    public async Task What_is_no_object_of_JSON_is_answered_with_400(string body) => (await hospital.Quality.PostAsync(Path, body)).IsProblem(400);

    [Fact]
    public async Task Bytes_that_are_no_text_are_answered_with_400() =>
        (await hospital.Quality.PostAsync(Path, (byte[])[.. """{"lot":"""u8, (byte)'"', 0xFF, 0xFE, .. "\"}"u8])).IsProblem(400);

    [Theory]
    [InlineData("reference", 64)]
    [InlineData("notice", 64)]
    [InlineData("reason", 500)]
    public async Task A_text_is_as_long_as_it_may_be_and_no_longer(string member, int most)
    {
        string Body(int length) => $$"""{"gtin":"51022222233336","{{member}}":"{{new string('A', length)}}"}""";
        (await hospital.Quality.PostAsync(Path, Body(most + 1))).PointsAt("/" + member);
        (await hospital.Quality.PostAsync(Path, Body(most))).Is(201);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/csv")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_type_of_content_is_answered_with_415(string? type)
    {
        using var content = new StringContent("""{"lots":["A1"]}""");
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        (await hospital.Quality.SendAsync(HttpMethod.Post, Path, content)).IsProblem(415);
    }

    [Fact]
    public async Task A_body_of_more_than_64_KiB_is_answered_with_413() =>
        (await hospital.Quality.PostAsync(Path, $$"""{"lots":["A1"]{{new string(' ', 64 * 1024)}}}""")).IsProblem(413);

    [Fact]
    public async Task A_body_as_deep_as_it_fits_is_no_fault() =>
        (await hospital.Quality.PostAsync(Path, $$"""{"lot":{{new string('[', 30_000)}}{{new string(']', 30_000)}}}""")).IsProblem(400);

    [Theory]
    [InlineData("x")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_key_that_is_no_id_is_answered_with_400(string key) =>
        (await hospital.Quality.PostAsync(Path, """{"lots":["A1"]}""", ("Idempotency-Key", key))).IsProblem(400);

    [Fact]
    public async Task Two_ids_that_differ_are_answered_with_400() =>
        (await hospital.Quality.PostAsync(Path, $$"""{"lots":["A1"],"entryId":"{{Guid.NewGuid()}}"}""", ("Idempotency-Key", $"{Guid.NewGuid()}")))
            .IsProblem(400, "two-entry-ids");

    [Fact]
    public async Task A_wrong_method_is_answered_with_405()
    {
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        foreach (var (method, path) in new[]
        {
            ("DELETE", Path), ("PUT", Path), ("PUT", recall.Header("Location")!), ("PATCH", recall.Header("Location")!),
            ("POST", recall.Header("Location")!), ("POST", "/api/implants"), ("DELETE", "/api/implants"),
        })
            (await hospital.Quality.SendAsync(new HttpMethod(method), path, null)).IsProblem(405);
    }

    [Fact]
    public async Task No_body_is_a_fault()
    {
        var scalar = Gen.OneOf(
            Gen.Int[0, 11].Select(i => new[]
            {
                "null", "true", "0", "1e999", "\"\"", "\"A1\"", "\"51022222233336\"",
                "\"\\u0000\"", "\"\\ud83d\"", "[]", "{}", "[\"A1\"]",
            }[i]),
            Gen.String[0, 20].Select(s => System.Text.Json.JsonSerializer.Serialize(s)));
        var member = Gen.Int[0, 7].Select(i => new[] { "gtin", "lots", "serials", "reference", "notice", "entryId", "x", "" }[i]);
        var body = Gen.OneOf(
            Gen.Select(member, scalar, (name, value) => $"\"{name}\":{value}").Array[0, 4]
                .Select(members => Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}")),
            Gen.Byte.Array[0, 40]);
        await body.SampleAsync(
            async bytes => (await hospital.Quality.PostAsync(Path, bytes)).Status is 201 or 400 or 409 or 422,
            iter: 500, threads: 2, print: bytes => Encoding.UTF8.GetString(bytes));
        Assert.True((await hospital.Quality.GetAsync($"{Path}?limit=500")).Is(200).Items.Count > 0);
    }
}
