using System.Text;
using CsCheck;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>What a careless or hostile client may ask: always an answer that says what is wrong, never a fault.</summary>
public sealed class LedgerQuestions(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Ledger = "/api/implants", Recalls = "/api/implants/recalls";

    static readonly string Long = new('A', 10_000);

    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("gtin=51022222233337", "/gtin")]
    [InlineData("gtin=5102222223333", "/gtin")]
    [InlineData("gtin=510222222333360", "/gtin")]
    [InlineData("gtin=", "/gtin")]
    [InlineData("gtin=%20", "/gtin")]
    [InlineData("gtin=51022222233336%20", "/gtin")]
    [InlineData("gtin=%D9%A5%D9%A1%D9%A0%D9%A2%D9%A2%D9%A2%D9%A2%D9%A2%D9%A2%D9%A3%D9%A3%D9%A3%D9%A3%D9%A6", "/gtin")]
    [InlineData("gtin=4006381333932", "/gtin")]
    [InlineData("gtin=%00", "/gtin")]
    [InlineData("gtin=51022222233336&gtin=51022222233336", "/gtin")]
    [InlineData("lot=", "/lot")]
    [InlineData("lot=%20%20", "/lot")]
    [InlineData("lot=A%00", "/lot")]
    [InlineData("lot=A%0A", "/lot")]
    [InlineData("lot=A1&lot=A2", "/lot")]
    [InlineData("serial=", "/serial")]
    [InlineData("serial=%00", "/serial")]
    [InlineData("serial=%1D", "/serial")]
    [InlineData("serial=7&serial=8", "/serial")]
    [InlineData("asOf=", "/asOf")]
    [InlineData("asOf=yesterday", "/asOf")]
    [InlineData("asOf=2026-03-02", "/asOf")]
    [InlineData("asOf=2026-03-02T06:00:00", "/asOf")]
    [InlineData("asOf=2026-02-30T06:00:00Z", "/asOf")]
    [InlineData("asOf=0000-01-01T00:00:00Z", "/asOf")]
    [InlineData("asOf=0001-01-01T00:00:00%2B14:00", "/asOf")]
    [InlineData("asOf=9999-12-31T23:59:59-14:00", "/asOf")]
    [InlineData("asOf=%00", "/asOf")]
    [InlineData("limit=0", "/limit")]
    [InlineData("limit=501", "/limit")]
    [InlineData("limit=x", "/limit")]
    [InlineData("limit=", "/limit")]
    [InlineData("limit=1&limit=2", "/limit")]
    [InlineData("format=xml", "/format")]
    [InlineData("format=", "/format")]
    [InlineData("cursor=", "/cursor")]
    [InlineData("cursor=x", "/cursor")]
    [InlineData("cursor=%21%21", "/cursor")]
    [InlineData("cursor=bnVsbA", "/cursor")]
    [InlineData("cursor=e30", "/cursor")]
    [InlineData("cursor=W10", "/cursor")]
    public async Task A_question_that_is_none_is_answered_with_400(string question, string pointer)
    {
        (await hospital.Quality.GetAsync($"{Ledger}?{question}")).PointsAt(pointer);
        if (pointer is "/limit" or "/cursor" or "/format")
            (await hospital.Quality.GetAsync($"{Recalls}?{question}")).PointsAt(pointer);
    }

    [Theory]
    [InlineData("gtin")]
    [InlineData("lot")]
    [InlineData("serial")]
    [InlineData("asOf")]
    [InlineData("limit")]
    [InlineData("cursor")]
    [InlineData("format")]
    public async Task A_value_of_ten_thousand_characters_is_answered_with_400(string name) =>
        (await hospital.Quality.GetAsync($"{Ledger}?{name}={Long}")).PointsAt("/" + name);

    [Theory]
    [InlineData("cases")]
    [InlineData("access-log")]
    [InlineData("implants/recalls")]
    public async Task A_cursor_of_another_list_is_answered_with_400(string other)
    {
        for (var i = 0; i < 2; i++)
        {
            await hospital.CaseAsync();
            await hospital.RecalledAsync(new { lots = new[] { $"A{i}" } });
        }

        var next = (await hospital.As("quality", "auditor").GetAsync($"/api/{other}?limit=1")).Is(200).Json.Text("next");
        (await hospital.Quality.GetAsync($"{Ledger}?cursor={next}")).PointsAt("/cursor");
    }

    [Theory]
    [InlineData("""{"PlacedAt":"0001-01-01T00:00:00+00:00","CaseId":"00000000-0000-0000-0000-000000000000","""
        + "\"EntryId\":\"00000000-0000-0000-0000-000000000000\",\"AsOf\":\"0001-01-01T00:00:00+00:00\"}")]
    [InlineData("""{"PlacedAt":"9999-12-31T23:59:59.9999999+00:00","CaseId":"ffffffff-ffff-ffff-ffff-ffffffffffff","""
        + "\"EntryId\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\",\"AsOf\":\"9999-12-31T23:59:59.9999999+00:00\"}")]
    [InlineData("""{"PlacedAt":"2026-03-02T06:00:00+14:00","CaseId":"ffffffff-ffff-ffff-ffff-ffffffffffff","""
        + "\"EntryId\":\"ffffffff-ffff-ffff-ffff-ffffffffffff\",\"AsOf\":\"0001-01-01T00:00:00+14:00\"}")]
    [InlineData("""{"PlacedAt":"2026-03-02","CaseId":"x","EntryId":1,"AsOf":null}""")]
    [InlineData(
        """{"AnnouncedAt":"9999-12-31T23:59:59.9999999+00:00","RecallId":"ffffffff-ffff-ffff-ffff-ffffffffffff","Until":"0001-01-01T00:00:00+00:00"}""")]
    public async Task A_cursor_that_somebody_made_up_is_no_fault(string cursor)
    {
        await hospital.PlacedAsync(Scanned("A1"));
        foreach (var list in new[] { Ledger, Recalls })
        {
            var answer = await hospital.Quality.GetAsync($"{list}?cursor={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(cursor))}");
            Assert.True(answer.Status is 200 or 400 or 409 or 422, answer.ToString());
        }
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00.0000001Z")]
    [InlineData("1900-01-01T00:00:00Z")]
    public async Task Before_there_was_a_register_there_was_no_device(string asOf)
    {
        await hospital.PlacedAsync(Scanned("A1"));
        var answer = await hospital.LedgerAsync($"?asOf={asOf}");
        if (answer.Status == 200)
            Assert.Empty(answer.Items);
        else
            Assert.True(answer.IsProblem(422, "as-of-too-early").Json["since"]!.GetValue<DateTimeOffset>() > host.Now.AddDays(-1));
    }

    [Theory]
    [InlineData("lot=%27%3B%20drop%20table%20x%3B--")]
    [InlineData("lot=%25%25%25%25")]
    [InlineData("lot=%5C%5C%5C%5C")]
    [InlineData("lot=%5B%5E%5D%28%2A%7B%24")]
    [InlineData("lot=%ED%A0%80%ED%A0%80")]
    [InlineData("lot=%ED%A0%BD%ED%B8%80")]
    [InlineData("lot=%FF%FE%FF%FE")]
    [InlineData("lot=%u0000")]
    [InlineData("serial=%F0%9F%A6%B4%F0%9F%A6%B4")]
    [InlineData("serial=%EF%BF%BD%EF%BF%BE")]
    [InlineData("lot=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&serial="
        + "%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4"
        + "%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4"
        + "%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4%F0%9F%A6%B4")]
    public async Task An_odd_text_is_sought_like_any_other(string question)
    {
        await hospital.PlacedAsync(Typed(udi: "+H123 plain"));
        Assert.Empty((await hospital.LedgerAsync($"?{question}")).Is(200).Items);
    }

    [Fact]
    public async Task No_question_is_a_fault()
    {
        await hospital.PlacedAsync(Typed("A1", "7", udi: "+H123 plain"));
        var value = Gen.OneOf(
            Gen.String[0, 12].Select(Uri.EscapeDataString), Gen.Byte.Array[0, 12].Select(bytes => string.Concat(bytes.Select(b => $"%{b:X2}"))),
            Gen.Int[0, 9].Select(i => new[] { "51022222233336", "A1", "2026-03-02T06:00:00Z", "csv", "ndjson", "1", "e30", "%25", "%", "%5C" }[i]));
        var question = Gen.Select(Gen.Int[0, 7].Select(i => new[] { "gtin", "lot", "serial", "asOf", "limit", "cursor", "format", "x" }[i]),
            value, (name, v) => $"{name}={v}").Array[0, 4];
        await Gen.Select(Gen.Bool, question).SampleAsync(
            async asked => (await hospital.Quality.GetAsync($"{(asked.Item1 ? Ledger : Recalls)}?{string.Join('&', asked.Item2)}")).Status is 200 or 400 or 422,
            iter: 500, threads: 2, print: asked => $"{asked.Item1} {string.Join('&', asked.Item2)}");
    }
}
