using Xunit;

namespace Periop.Server.Tests;

public sealed class AsOf(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    public async Task The_answer_of_before_a_correction_is_the_same_bytes_afterwards(string what)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-1", reason = "not named" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var cut = await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3 });
        var before = (await hospital.Nurse.GetAsync(surgicalCase.Path + what)).Is(200);
        var between = hospital.Now.AddSeconds(30);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await surgicalCase.RecordedAsync("time-corrections",
            new { targetEntryId = cut.EntryId, correctedTo = hospital.Now.AddMinutes(-10), reason = "read off the monitor" });
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = cut.EntryId, reason = "wrong case" });
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-2", reason = "digits swapped" });
        host.Clock.Advance(TimeSpan.FromDays(30));
        await surgicalCase.RecordedAsync("discharge", new { destination = "home" });

        foreach (var asOf in new[]
        {
            Uri.EscapeDataString(before.Json["asOf"]!.GetValue<string>()), Uri.EscapeDataString($"{between:O}"),
            Uri.EscapeDataString($"{between.ToOffset(TimeSpan.FromHours(5)):O}"),
        })
        {
            var again = (await hospital.Nurse.GetAsync($"{surgicalCase.Path}{what}?asOf={asOf}")).Is(200);
            Assert.Equal(before.Text, again.Text);
            Assert.Equal(before.ETag, again.ETag);
        }

        Assert.NotEqual(before.Text, (await hospital.Nurse.GetAsync(surgicalCase.Path + what)).Is(200).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    public async Task Before_the_case_there_was_none(string what)
    {
        var surgicalCase = await hospital.CaseAsync();
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}{what}?asOf=2026-03-02T05:00:00Z")).IsProblem(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02T06:00:00")]
    [InlineData("17")]
    [InlineData("%00")]
    public async Task An_asOf_that_is_no_instant_is_answered_with_400(string asOf)
    {
        var surgicalCase = await hospital.CaseAsync();
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}?asOf={asOf}")).PointsAt("/asOf");
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}/timeline?asOf={asOf}")).PointsAt("/asOf");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/timeline")]
    public async Task What_the_reader_has_already_is_answered_with_304(string what)
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var path = surgicalCase.Path + what;
        var first = (await hospital.Nurse.GetAsync(path)).Is(200);
        var unchanged = (await hospital.Nurse.GetAsync(path, ("If-None-Match", first.ETag!))).Is(304);
        Assert.Empty(unchanged.Bytes);
        Assert.Equal(first.ETag, unchanged.ETag);
        (await hospital.Nurse.GetAsync(path, ("If-None-Match", $"\"0\", {first.ETag}"))).Is(304);
        (await hospital.Nurse.GetAsync(path, ("If-None-Match", $"W/{first.ETag}"))).Is(304);
        (await hospital.Nurse.GetAsync(path, ("If-None-Match", "*"))).Is(304);
        (await hospital.Nurse.GetAsync(path, ("If-None-Match", "\"0\""))).Is(200);
        await surgicalCase.RecordedAsync("induction");
        (await hospital.Nurse.GetAsync(path, ("If-None-Match", first.ETag!))).Is(200);
    }

    [Fact]
    public async Task Entries_of_one_instant_have_recording_times_that_rise()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var times = (await surgicalCase.TimelineAsync()).Json["entries"]!.AsArray().Select(e => e!["recordedAt"]!.GetValue<DateTimeOffset>()).ToArray();
        Assert.Equal(times.Order().Distinct(), times);
        foreach (var (index, time) in times.Index())
            Assert.Equal(index + 1, (await surgicalCase.TimelineAsync($"?asOf={Uri.EscapeDataString($"{time:O}")}")).Version);
    }
}
