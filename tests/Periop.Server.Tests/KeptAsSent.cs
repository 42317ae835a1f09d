using Xunit;

namespace Periop.Server.Tests;

/// <summary>Texts, numbers and times are kept to the letter.</summary>
public sealed class KeptAsSent(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();
    TestCase surgicalCase = null!;

    public async ValueTask InitializeAsync() => surgicalCase = await hospital.CaseInOperationAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("\U0001F9B4 \U0001F469\u200D\u2695\uFE0F")]
    [InlineData("e\u0301 and \u00e9 are not the same")]
    [InlineData("\u05d0\u202e\u05d1 \u0645\u0631\u064a\u0636")]
    [InlineData("quotes \" and \\ and </script> and \u2028")]
    [InlineData("a line\nand\tanother\r\n")]
    [InlineData("  spaces around  ")]
    public async Task A_text_is_kept_as_it_was_sent(string text)
    {
        var receipt = await surgicalCase.RecordedAsync("addenda", new { text, note = text });
        var entry = await surgicalCase.EntryAsync(receipt.EntryId);
        Assert.Equal((text, text), (entry["data"]!["text"]!.GetValue<string>(), entry["note"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Numbers_are_kept_as_they_were_sent()
    {
        var receipt = await surgicalCase.RecordedAsync("corrections-measured", """{"kind":"sva","value":-12.3456789,"unit":"mm","phase":"preoperative"}""");
        Assert.Equal(-12.3456789m, (await surgicalCase.EntryAsync(receipt.EntryId))["data"]!["value"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task The_offset_of_a_time_is_kept()
    {
        var receipt = await surgicalCase.RecordedAsync("room-ready", """{"occurredAt":"2026-03-02T11:29:59.123456+05:45"}""");
        Assert.Equal(
            new DateTimeOffset(2026, 3, 2, 11, 29, 59, TimeSpan.FromMinutes(345)).AddMicroseconds(123456),
            (await surgicalCase.EntryAsync(receipt.EntryId))["occurredAt"]!.GetValue<DateTimeOffset>());
        Assert.Contains("+05:45", (await surgicalCase.TimelineAsync()).Text, StringComparison.Ordinal);
    }
}
