using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What pages and devices without a network need when they send at last.</summary>
public sealed class Queues(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    static (string, string) Waited(string seconds) => ("Periop-Waited", seconds);

    [Fact]
    public async Task An_entry_that_waited_is_recorded_and_flagged_where_it_would_be_stopped()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var receipt = (await surgicalCase.PostAsync("incision", "{}", Waited("5400"))).Is(200);
        Assert.Contains("time-out-missing", receipt.Flags);
        Assert.Equal(5400, (await surgicalCase.EntryAsync(receipt.EntryId))["waited"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_entry_that_waited_is_recorded_into_a_cancelled_case_and_into_a_signed_one()
    {
        var cancelled = await hospital.CaseAsync();
        await cancelled.RecordedAsync("cancellation", new { code = "no-bed" });
        (await cancelled.PostAsync("room-entry")).IsProblem(409, "case-called-off");
        Assert.Contains("entry-after-calling-off", (await cancelled.PostAsync("room-entry", "{}", Waited("60"))).Is(200).Flags);
        var signed = await hospital.CaseInOperationAsync().SignedAsync();
        (await signed.PostAsync("closure", new { method = "sutures" })).IsProblem(409, "record-signed");
        Assert.Contains("entry-after-signature", (await signed.PostAsync("closure", new { method = "sutures" }, Waited("60"))).Is(200).Flags);
    }

    [Fact]
    public async Task Waiting_longer_makes_it_no_other_entry()
    {
        var surgicalCase = await hospital.CaseAsync();
        var entry = new { entryId = Guid.NewGuid() };
        (await surgicalCase.PostAsync("room-entry", entry, Waited("60"))).Is(200);
        Assert.True((await surgicalCase.PostAsync("room-entry", entry, Waited("75"))).Is(200).IsReplay);
        Assert.True((await surgicalCase.PostAsync("room-entry", entry)).Is(200).IsReplay);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("a minute")]
    [InlineData("99999999999")]
    public async Task What_is_no_number_of_seconds_is_refused(string seconds) =>
        (await (await hospital.CaseAsync()).PostAsync("room-entry", "{}", Waited(seconds))).IsProblem(400, "invalid-waited");

    [Fact]
    public async Task Two_waits_are_refused() =>
        (await (await hospital.CaseAsync()).PostAsync("room-entry", "{}", Waited("1"), Waited("2"))).IsProblem(400, "invalid-waited");

    [Fact]
    public async Task Under_the_session_of_another_person_nothing_is_recorded_or_shown()
    {
        var surgicalCase = await hospital.CaseAsync();
        var nurse = hospital.Named("nurse-9", "or-staff");
        (await nurse.PostAsync($"{surgicalCase.Path}/room-entry", "{}", ("Periop-Subject", "nurse-8"))).IsProblem(401, "another-person");
        (await nurse.GetAsync(surgicalCase.Path, ("Periop-Subject", "nurse-8"))).IsProblem(401, "another-person");
        Assert.Equal(1, await surgicalCase.EntryCountAsync());
        (await nurse.PostAsync($"{surgicalCase.Path}/room-entry", "{}", ("Periop-Subject", "nurse-9"))).Is(200);
    }

    [Fact]
    public async Task A_subject_with_letters_that_no_header_takes_comes_encoded()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await hospital.Named("Łucja", "or-staff").GetAsync(surgicalCase.Path, ("Periop-Subject", Uri.EscapeDataString("Łucja")))).Is(200);
    }

    [Fact]
    public async Task An_entry_sent_for_another_says_so()
    {
        var surgicalCase = await hospital.CaseAsync();
        var receipt = await surgicalCase.RecordedAsync("room-entry", new { recordedFor = "nurse-9" });
        Assert.Contains("sent-by-another", receipt.Flags);
        Assert.Equal("nurse-9", (await surgicalCase.EntryAsync(receipt.EntryId))["recordedFor"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_entry_that_a_stop_offered_says_so()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        var receipt = await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out", afterStop = "time-out-missing" });
        Assert.Contains("recorded-after-stop", receipt.Flags);
        Assert.Equal("time-out-missing", (await surgicalCase.EntryAsync(receipt.EntryId))["afterStop"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_time_in_the_future_is_answered_with_the_time_here()
    {
        var surgicalCase = await hospital.CaseAsync();
        var refused = (await surgicalCase.PostAsync("room-entry", new { occurredAt = hospital.Now.AddMinutes(7) })).IsProblem(422, "time-in-the-future");
        Assert.Equal(hospital.Now, refused.Json["serverTime"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task A_device_whose_clock_is_ahead_is_taken_at_its_receipt()
    {
        var surgicalCase = await hospital.CaseAsync();
        var receipt = await surgicalCase.RecordedAsync("room-entry", new { source = "device", occurredAt = hospital.Now.AddMinutes(7) });
        Assert.Contains("device-clock-ahead", receipt.Flags);
        var entry = await surgicalCase.EntryAsync(receipt.EntryId);
        Assert.Equal((hospital.Now, hospital.Now.AddMinutes(7)),
            (entry["occurredAt"]!.GetValue<DateTimeOffset>(), entry["deviceAt"]!.GetValue<DateTimeOffset>()));
    }

    [Fact]
    public async Task The_headers_are_described()
    {
        var paths = JsonNode.Parse((await hospital.Nurse.GetAsync("/openapi/v1.json")).Is(200).Bytes)!["paths"]!;
        Assert.Subset(HeadersOf(paths["/api/cases"]!["post"]!), new HashSet<string> { "Periop-Waited", "Periop-Subject" });
        Assert.Subset(HeadersOf(paths["/api/cases/{caseId}/incision"]!["post"]!), new HashSet<string> { "Periop-Waited", "Periop-Subject" });
        Assert.Subset(HeadersOf(paths["/api/board"]!["get"]!), new HashSet<string> { "Periop-Subject" });

        static HashSet<string> HeadersOf(JsonNode operation) => [.. operation["parameters"]!.AsArray().Select(p => p!["name"]!.GetValue<string>())];
    }
}
