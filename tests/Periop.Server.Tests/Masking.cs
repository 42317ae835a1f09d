using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Hosting;
using Wolverine;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>A text that was masked is nowhere any more: in no table, and in no answer of any node.</summary>
public sealed class Masking(PeriopHost host, TestDatabases databases) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();
    readonly string word = $"Quillfeather{Guid.NewGuid():n}";

    Person Admin => hospital.As("admin");

    public static TheoryData<string> Events => [.. ExampleEvents.All.Select(e => e.GetType().Name)];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_note_of_an_event_is_masked_and_nothing_else(string name)
    {
        var happened = ExampleEvents.All.Single(e => e.GetType().Name == name);
        var masked = FreeText.Masked(happened);
        foreach (var member in happened.GetType().GetProperties())
            Assert.Equal(member.GetValue(happened) is Note ? new Note("(masked)") : member.GetValue(happened), member.GetValue(masked));
    }

    [Fact]
    public async Task A_masked_text_is_in_no_table_of_the_database()
    {
        var (surgicalCase, entries) = await CaseWithWordAsync();
        await CaughtUpAsync();
        Assert.Equal(["periop_events.mt_events"], await host.HoldingAsync(word));
        foreach (var entry in entries)
            (await MaskAsync(surgicalCase, entry)).Is(200);
        Assert.Empty(await host.HoldingAsync(word));
        await CaughtUpAsync();
        Assert.Empty(await host.HoldingAsync(word));
    }

    [Fact]
    public async Task A_masked_text_is_in_no_answer_of_a_node_that_had_it_in_memory()
    {
        await using var other = new PeriopHost(databases);
        await other.StartAsync(host.ConnectionString, WithoutProjections);
        var elsewhere = new TestHospital(other, hospital.Id);
        var (surgicalCase, entries) = await CaseWithWordAsync();
        var asOf = "?asOf=" + Uri.EscapeDataString((await surgicalCase.ReadAsync()).Json["asOf"]!.GetValue<string>());
        Assert.Contains(word, (await elsewhere.Nurse.GetAsync($"{surgicalCase.Path}/timeline")).Is(200).Text, StringComparison.Ordinal);
        foreach (var entry in entries)
            (await MaskAsync(surgicalCase, entry)).Is(200);
        await CaughtUpAsync();
        foreach (var person in new[] { hospital.Everyone, elsewhere.Everyone })
            foreach (var path in new[]
                { surgicalCase.Path, $"{surgicalCase.Path}/timeline", $"{surgicalCase.Path}{asOf}", $"{surgicalCase.Path}/timeline{asOf}",
                  $"{surgicalCase.Path}/codes", "/api/cases", "/api/board", "/api/implants?lot=A1" })
            {
                var answer = (await person.GetAsync(path)).Is(200);
                Assert.DoesNotContain(word, answer.Text, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task The_timeline_shows_what_was_masked_by_whom_and_why_also_as_of_before()
    {
        var (surgicalCase, entries) = await CaseWithWordAsync();
        var before = await surgicalCase.TimelineAsync();
        var asOf = "?asOf=" + Uri.EscapeDataString(before.Json["asOf"]!.GetValue<string>());
        var masking = (await MaskAsync(surgicalCase, entries[^1])).Is(200);
        foreach (var timeline in new[] { await surgicalCase.TimelineAsync(), await surgicalCase.TimelineAsync(asOf) })
        {
            var entry = timeline.Json["entries"]!.AsArray().Single(e => e!["entryId"]!.GetValue<Guid>() == entries[^1])!;
            Assert.Equal("(masked)", entry["data"]!["text"]!.GetValue<string>());
            Assert.Equal((masking.EntryId, "admin-1", "names a relative"),
                (entry["masked"]!["entryId"]!.GetValue<Guid>(), entry["masked"]!["by"]!.GetValue<string>(), entry["masked"]!["reason"]!.GetValue<string>()));
            Assert.NotEqual(before.ETag, timeline.ETag);
        }

        Assert.Equal("entry_masked", (await surgicalCase.EntryAsync(masking.EntryId))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_masked_entry_sent_again_is_recognised_and_its_receipt_says_that_the_text_was_masked()
    {
        var surgicalCase = await hospital.CaseAsync();
        var body = new { entryId = Guid.NewGuid(), text = word };
        var first = await surgicalCase.RecordedAsync("addenda", body);
        Assert.False(first.Json.ContainsKey("textMasked"));
        (await MaskAsync(surgicalCase, body.entryId)).Is(200);
        var again = await surgicalCase.RecordedAsync("addenda", body);
        Assert.True(again.IsReplay);
        Assert.True(again.Json["textMasked"]!.GetValue<bool>());
        Assert.Empty(await host.HoldingAsync(word));
    }

    [Fact]
    public async Task A_masking_sent_again_is_one()
    {
        var (surgicalCase, entries) = await CaseWithWordAsync();
        var body = new { entryId = Guid.NewGuid(), reason = "names a relative" };
        var first = (await Admin.PostAsync($"{surgicalCase.Path}/entries/{entries[0]}/masking", body)).Is(200);
        var again = (await Admin.PostAsync($"{surgicalCase.Path}/entries/{entries[0]}/masking", body)).Is(200);
        Assert.True(again.IsReplay);
        Assert.Equal(first.Text, again.Text);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_masked() =>
        (await Admin.PostAsync($"{(await hospital.CaseAsync()).Path}/entries/{Guid.NewGuid()}/masking", "{}")).PointsAt("/reason");

    [Fact]
    public async Task A_masking_and_an_erasure_are_listed_without_what_they_took_away()
    {
        var (surgicalCase, entries) = await CaseWithWordAsync();
        var masking = (await MaskAsync(surgicalCase, entries[0])).Is(200);
        await hospital.Nurse.SendAsync(HttpMethod.Put, $"/api/patients/{word}", Json("{}"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Admin.SendAsync(HttpMethod.Delete, $"/api/patients/{word}?reason=as+asked", null)).Is(204);
        var list = (await hospital.Auditor.GetAsync("/api/maskings")).Is(200);
        Assert.Equal(["patient", "entry"], list.Items.Select(m => m!["kind"]!.GetValue<string>()));
        Assert.Equal((masking.EntryId, surgicalCase.Id, entries[0], "admin-1"),
            (list.Items[1]!["id"]!.GetValue<Guid>(), list.Items[1]!["caseId"]!.GetValue<Guid>(), list.Items[1]!["entryId"]!.GetValue<Guid>(),
                list.Items[1]!["by"]!.GetValue<string>()));
        Assert.DoesNotContain(word, list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restore_the_list_makes_maskings_and_erasures_again()
    {
        var name = $"Ottersby{Guid.NewGuid():n}";
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), patientRef = "p-1", indication = word })).Is(201);
        var surgicalCase = new TestCase(hospital, receipt.CaseId);
        await hospital.Nurse.SendAsync(HttpMethod.Put, "/api/patients/p-1", Json($$"""{ "name": "{{name}}" }"""));
        await host.StopAsync();
        var backup = await databases.BackupAsync(host.ConnectionString);
        await host.StartAsync(host.ConnectionString);
        (await MaskAsync(surgicalCase, surgicalCase.Id)).Is(200);
        (await Admin.SendAsync(HttpMethod.Delete, "/api/patients/p-1?reason=as+asked", null)).Is(204);
        var list = Path.Combine(databases.StateFolder, $"{Guid.NewGuid():n}.ndjson");
        await File.WriteAllBytesAsync(list, (await Admin.GetAsync("/api/maskings?format=ndjson")).Is(200).Bytes, TestContext.Current.CancellationToken);

        await using var restored = new PeriopHost(databases);
        await restored.StartAsync(backup);
        Assert.NotEmpty(await restored.HoldingAsync(word));
        Assert.NotEmpty(await restored.HoldingAsync(name));
        foreach (var _ in new[] { "once", "and once more" })
            Assert.Equal(0, await MaskAgainVerb.RunAsync(restored.Services, hospital.Id, new FileInfo(list), TestContext.Current.CancellationToken));
        Assert.Empty(await restored.HoldingAsync(word));
        Assert.Empty(await restored.HoldingAsync(name));
        var there = new TestHospital(restored, hospital.Id);
        Assert.Equal(2, (await there.Auditor.GetAsync("/api/maskings")).Is(200).Items.Count);
        Assert.Equal(2, (await there.Nurse.GetAsync($"{surgicalCase.Path}/timeline")).Json["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_list_that_was_cut_off_is_refused()
    {
        var list = Path.Combine(databases.StateFolder, $"{Guid.NewGuid():n}.ndjson");
        await File.WriteAllTextAsync(list, "{\"id\":\"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f31\"}\n", TestContext.Current.CancellationToken);
        Assert.Equal(1, await MaskAgainVerb.RunAsync(host.Services, hospital.Id, new FileInfo(list), TestContext.Current.CancellationToken));
    }

    /// <summary>The word in every kind of free text that a screen offers: of the scheduling, of a stop, of a replacement, of a sort of its own.</summary>
    async Task<(TestCase Case, Guid[] Entries)> CaseWithWordAsync()
    {
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases",
            new { caseNumber = Story.NewNumber(), room = "OR-1", scheduledStart = hospital.Now, indication = word, note = word })).Is(201);
        var surgicalCase = new TestCase(hospital, receipt.CaseId);
        await surgicalCase.RecordedAsync("room-entry");
        var alert = await surgicalCase.RecordedAsync("neuromonitoring-alerts", new { modality = "mep", change = word, @override = word });
        var incision = await surgicalCase.RecordedAsync("incision", new { @override = word });
        await surgicalCase.RecordedAsync("hardware", new { kind = "rod", lot = "A1" });
        var acknowledged = await surgicalCase.RecordedAsync("flag-acknowledgements", new { code = "time-out-missing", reason = word });
        var replaced = await surgicalCase.RecordedAsync("addenda", new { text = word });
        var replacing = await surgicalCase.RecordedAsync("addenda", new { text = word, reason = word, replaces = replaced.EntryId });
        return (surgicalCase, [receipt.CaseId, alert.EntryId, incision.EntryId, acknowledged.EntryId, replaced.EntryId, replacing.EntryId]);
    }

    /// <summary>Of several hosts over one database only one may run the projections, as long as they are set up to be alone.</summary>
    static void WithoutProjections(IWebHostBuilder web) => web.ConfigureTestServices(
        services => services.ConfigureWolverine(wolverine => wolverine.Durability.Mode = DurabilityMode.MediatorOnly));

    Task<Answer> MaskAsync(TestCase surgicalCase, Guid entry) =>
        Admin.PostAsync($"{surgicalCase.Path}/entries/{entry}/masking", new { reason = "names a relative" });

    Task CaughtUpAsync() => Eventually.BecomesAsync(
        () => host.SqlAsync(
            "select min(last_seq_id) >= (select max(seq_id) from periop_events.mt_events) "
            + "from periop_events.mt_event_progression where name in ('Register:V4:All', 'Board:V2:All') having count(*) = 2"),
        done => done is true, "register and board have caught up");

    static ByteArrayContent Json(string body) => new(System.Text.Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } };
}
