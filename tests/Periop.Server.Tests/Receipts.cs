using Xunit;

namespace Periop.Server.Tests;

public sealed class Receipts(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_new_case_is_answered_with_201_and_its_location()
    {
        var receipt = await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" });
        receipt.Is(201);
        Assert.Equal($"/api/cases/{receipt.CaseId}", receipt.Header("Location"));
        Assert.Equal(receipt.CaseId, receipt.EntryId);
        Assert.Equal(1, receipt.Version);
        Assert.Equal("\"1\"", receipt.ETag);
        (await hospital.Scheduler.GetAsync(receipt.Header("Location")!)).Is(200);
    }

    [Fact]
    public async Task A_command_is_answered_with_a_receipt()
    {
        var surgicalCase = await hospital.CaseAsync();
        var receipt = await surgicalCase.RecordedAsync("room-entry");
        Assert.Equal(["caseId", "entryId", "version", "recordedAt", "flags"], receipt.Json.Select(m => m.Key));
        Assert.Equal((surgicalCase.Id, 2L, "\"2\""), (receipt.CaseId, receipt.Version, receipt.ETag));
        Assert.Equal(hospital.Now.UtcDateTime, receipt.Json["recordedAt"]!.GetValue<DateTimeOffset>().UtcDateTime, TimeSpan.FromSeconds(1));
        Assert.Null(receipt.Header("Idempotent-Replay"));
    }

    [Fact]
    public async Task A_receipt_lists_the_flags_that_its_entry_raised_and_no_earlier_ones()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        var incision = await surgicalCase.RecordedAsync("incision");
        var flag = incision.Json["flags"]!.AsArray().Single()!.AsObject();
        Assert.Equal("antibiotic-not-in-window", flag["code"]!.GetValue<string>());
        Assert.Equal("attention", flag["severity"]!.GetValue<string>());
        Assert.Equal([incision.EntryId], flag["entryIds"]!.AsArray().Select(id => id!.GetValue<Guid>()));
        Assert.NotEmpty(flag["message"]!.GetValue<string>());
        Assert.Empty((await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 10 })).Flags);
    }

    [Fact]
    public async Task The_entry_id_of_the_body_is_kept()
    {
        var surgicalCase = await hospital.CaseAsync();
        var entryId = Guid.NewGuid();
        Assert.Equal(entryId, (await surgicalCase.RecordedAsync("room-entry", new { entryId })).EntryId);
    }

    [Fact]
    public async Task The_entry_id_may_come_as_Idempotency_Key()
    {
        var surgicalCase = await hospital.CaseAsync();
        var entryId = Guid.NewGuid();
        Assert.Equal(entryId, (await surgicalCase.PostAsync("room-entry", "{}", ("Idempotency-Key", $"{entryId}"))).Is(200).EntryId);
    }

    [Fact]
    public async Task Both_may_name_the_same_entry_id()
    {
        var surgicalCase = await hospital.CaseAsync();
        var entryId = Guid.NewGuid();
        Assert.Equal(entryId, (await surgicalCase.PostAsync("room-entry", new { entryId }, ("Idempotency-Key", $"{entryId}"))).Is(200).EntryId);
    }

    [Fact]
    public async Task Two_different_entry_ids_are_answered_with_400()
    {
        var surgicalCase = await hospital.CaseAsync();
        (await surgicalCase.PostAsync("room-entry", new { entryId = Guid.NewGuid() }, ("Idempotency-Key", $"{Guid.NewGuid()}"))).IsProblem(400);
        Assert.Equal(1, await surgicalCase.EntryCountAsync());
    }

    [Fact]
    public async Task Two_Idempotency_Keys_are_answered_with_400()
    {
        var surgicalCase = await hospital.CaseAsync();
        var key = ("Idempotency-Key", $"{Guid.NewGuid()}");
        (await surgicalCase.PostAsync("room-entry", "{}", key, key)).IsProblem(400, "two-entry-ids");
        (await surgicalCase.PostAsync("room-entry", "{}", key, ("Idempotency-Key", $"{Guid.NewGuid()}"))).IsProblem(400, "two-entry-ids");
        (await surgicalCase.PostAsync("room-entry", new { entryId = Guid.Parse(key.Item2) }, key, key)).IsProblem(400, "two-entry-ids");
        Assert.Equal(1, await surgicalCase.EntryCountAsync());
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("17")]
    public async Task An_Idempotency_Key_that_is_no_UUID_is_answered_with_400(string key) =>
        (await (await hospital.CaseAsync()).PostAsync("room-entry", "{}", ("Idempotency-Key", key))).IsProblem(400);

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("17")]
    public async Task An_entry_id_that_is_no_UUID_is_answered_with_400(string entryId) =>
        (await (await hospital.CaseAsync()).PostAsync("room-entry", new { entryId })).PointsAt("/entryId");

    [Fact]
    public async Task A_fresh_If_Match_is_recorded()
    {
        var surgicalCase = await hospital.CaseAsync();
        var read = await surgicalCase.ReadAsync();
        (await surgicalCase.PostAsync("room-entry", "{}", ("If-Match", read.ETag!))).Is(200);
        (await surgicalCase.PostAsync("room-ready", "{}", ("If-Match", "*"))).Is(200);
    }

    [Fact]
    public async Task Two_If_Matches_are_answered_with_400() =>
        (await (await hospital.CaseAsync()).PostAsync("room-entry", "{}", ("If-Match", "\"1\""), ("If-Match", "\"1\""))).IsProblem(400, "invalid-if-match");

    [Fact]
    public async Task Of_a_weak_If_Match_the_version_is_compared()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        (await surgicalCase.PostAsync("addenda", new { text = "late" }, ("If-Match", "W/\"1.8f0a\""))).IsProblem(412);
        (await surgicalCase.PostAsync("addenda", new { text = "late" }, ("If-Match", "W/\"2.8f0a\""))).Is(200);
    }

    [Fact]
    public async Task A_stale_If_Match_is_answered_with_412()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        (await surgicalCase.PostAsync("addenda", new { text = "late" }, ("If-Match", "\"1\""))).IsProblem(412);
        (await surgicalCase.PostAsync("addenda", new { text = "late" }, ("If-Match", "\"99\""))).IsProblem(412);
        Assert.Equal(2, await surgicalCase.EntryCountAsync());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"two\"")]
    [InlineData("garbage")]
    [InlineData("\"\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"+1\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1\", \"2\"")]
    [InlineData("\"1\", \"1\"")]
    [InlineData("*, \"1\"")]
    public async Task An_If_Match_that_is_no_ETag_is_answered_with_400(string ifMatch) =>
        (await (await hospital.CaseAsync()).PostAsync("room-entry", "{}", ("If-Match", ifMatch))).IsProblem(400);

    [Fact]
    public async Task A_repeat_is_answered_although_its_If_Match_has_become_stale()
    {
        var surgicalCase = await hospital.CaseAsync();
        var body = new { entryId = Guid.NewGuid() };
        var first = (await surgicalCase.PostAsync("room-entry", body, ("If-Match", "\"1\""))).Is(200);
        var again = (await surgicalCase.PostAsync("room-entry", body, ("If-Match", "\"1\""))).Is(200);
        Assert.True(again.IsReplay);
        Assert.Equal(first.Text, again.Text);
    }
}
