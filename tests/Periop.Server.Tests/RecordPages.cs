using System.Globalization;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>The record of a case, as a page.</summary>
public sealed class RecordPages(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_corrected_time_and_what_was_taken_back_stay_readable_with_their_reasons()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var tapped = hospital.Now;
        var loss = await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 900, note = "suction only" });
        var early = await surgicalCase.RecordedAsync("closing-start");
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = loss.EntryId, correctedTo = tapped.AddMinutes(-5), reason = "tapped late" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = early.EntryId, reason = "wrong button" });
        var page = (await hospital.Nurse.GetAsync($"/cases/{surgicalCase.Id}/record")).Is(200).Text;
        foreach (var said in new[]
        {
            $"id=\"{loss.EntryId}\"", $"<s>{AtTheHospital(tapped)}</s>", $"Set to {AtTheHospital(tapped.AddMinutes(-5))}",
            "tapped late", "suction only", "Taken back", "wrong button",
        })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("class=\"retracted\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_had_as_it_was_known_then()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var then = hospital.Now;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        var address = $"/cases/{surgicalCase.Id}/record?asOf={then:yyyy-MM-ddTHH:mm:ss}Z";
        var page = (await hospital.Nurse.GetAsync(address)).Is(200);
        Assert.DoesNotContain($"{later.EntryId}", page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Text, (await hospital.Nurse.GetAsync(address)).Text);
    }

    [Theory]
    [InlineData("asof=soon", "asOf must be")]
    [InlineData("colour=red", "There is no parameter colour here.")]
    public async Task What_cannot_be_read_in_the_address_is_said_in_place(string question, string said)
    {
        var surgicalCase = await hospital.CaseAsync();
        Assert.Contains(said, (await hospital.Nurse.GetAsync($"/cases/{surgicalCase.Id}/record?{question}")).Is(400).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_none_of_a_case_of_another_hospital_and_none_for_a_wall_display()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await host.NewHospital().Nurse.GetAsync($"/cases/{surgicalCase.Id}/record")).Is(404);
        (await hospital.Display.GetAsync($"/cases/{surgicalCase.Id}/record")).Is(403);
    }

    /// <summary>2 Mar 2026, 07:00, by the clocks there.</summary>
    static string AtTheHospital(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, "Europe/Zurich").ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
