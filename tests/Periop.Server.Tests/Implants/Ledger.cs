using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Implants;

/// <summary>A recall is answered in one call: which cases, where the device is, how certain, and from which entries.</summary>
public sealed class Ledger(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string OtherAgency = "+H123PARTNO1234567890120/$$420020216LOTA213B1/S1";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_device_is_told_with_its_case_its_patient_and_its_entries()
    {
        var (surgicalCase, entryId) = await hospital.CaseWithAsync(Devices.Screw("A213B1", "1234"));
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-20931", reason = "not named" });
        var answer = await hospital.LedgerAsync("", items => items.Any(i => i!["patientRef"] is not null));
        Assert.Equal(["engine", "asOf", "items", "next"], answer.Json.Select(m => m.Key));
        var device = Assert.Single(answer.Items)!;
        Assert.Equal((surgicalCase.Id, entryId), (device["caseId"]!.GetValue<Guid>(), device["entryId"]!.GetValue<Guid>()));
        Assert.Equal(("p-20931", "pedicle-screw", Devices.Gtin, "A213B1", "1234", "2028-07-07", "in-place", "exact"),
            (device.Text("patientRef"), device.Text("kind"), device.Text("gtin"), device.Text("lot"), device.Text("serial"), device.Text("expiry"), device.Text("status"), device.Text("certainty")));
        Assert.Equal(["L2"], device["levels"]!.AsArray().Select(l => l!.GetValue<string>()));
        Assert.Equal([entryId], device["entryIds"]!.AsArray().Select(e => e!.GetValue<Guid>()));
        Assert.Equal(hospital.Now, device["placedAt"]!.GetValue<DateTimeOffset>());
        Assert.False(device["recalled"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("gtin=51022222233336", "A1 A2 A- --")]
    [InlineData("lot=A", "A1 A2 A- a-typed")]
    [InlineData("lot=a%20", "A1 A2 A- a-typed")]
    [InlineData("serial=1", "A1 B1 -1-typed")]
    [InlineData("gtin=51022222233336&lot=A", "A1 A2 A- a-typed --")]
    [InlineData("gtin=51022222233336&serial=1", "A1 A- -- -1-typed")]
    [InlineData("lot=A&serial=1", "A1 A- a-typed -1-typed")]
    [InlineData("gtin=51022222233336&lot=A&serial=1", "A1 A- a-typed -1-typed --")]
    [InlineData("gtin=40000000000015&lot=A", "a-typed")]
    public async Task Any_combination_finds_what_agrees_and_nothing_that_does_not(string question, string found)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var names = new Dictionary<Guid, string>();
        foreach (var (name, device) in new (string, object)[]
        {
            ("A1", Devices.Screw("A", "1")), ("A2", Devices.Screw("A", "2")), ("A-", Devices.Screw("A")), ("--", Devices.Screw()),
            ("B1", new { kind = "rod", udi = "(01)40000000000022(10)B(21)1" }), ("a-typed", new { kind = "rod", lot = " a" }), ("-1-typed", new { kind = "rod", serial = "1" }),
        })
            names[(await surgicalCase.RecordedAsync("hardware", device)).EntryId] = name;
        await hospital.LedgerAsync("", names.Count);
        var items = (await hospital.Nurse.GetAsync("/api/implants?" + question)).Is(200).Items;
        Assert.Equal(found.Split(' ').Order(), items.Select(i => names[i!["entryId"]!.GetValue<Guid>()]).Order());
    }

    [Theory]
    [InlineData("gtin=51022222233336&lot=A213B1", "exact", "typed", "possible", "possible")]
    [InlineData("lot=A213B1", "exact", "typed", null, "possible")]
    [InlineData("gtin=51022222233336", "exact", null, "exact", null)]
    [InlineData("", "exact", "typed", "exact", "possible")]
    public async Task How_certain_it_is_depends_on_how_it_is_known(string question, string? scanned, string? typed, string? withoutLot, string? otherAgency)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var expected = new Dictionary<Guid, string?>();
        foreach (var (device, certainty) in new (object, string?)[]
        {
            (Devices.Screw("A213B1"), scanned), (new { kind = "rod", lot = "a213 b1", reference = "R-1" }, typed), (Devices.Screw(), withoutLot), (new { kind = "rod", udi = OtherAgency }, otherAgency),
        })
            expected[(await surgicalCase.RecordedAsync("hardware", device)).EntryId] = certainty;
        var items = (await hospital.LedgerAsync($"?{question}", expected.Values.Count(c => c is not null))).Items;
        Assert.Equal(expected.Where(e => e.Value is not null).OrderBy(e => e.Key), items.Select(i => KeyValuePair.Create(i!["entryId"]!.GetValue<Guid>(), (string?)i.Text("certainty"))).OrderBy(e => e.Key));
    }

    [Fact]
    public async Task Where_a_device_is_now_follows_its_entries()
    {
        var (surgicalCase, placed) = await hospital.CaseWithAsync(Devices.Screw("A"));
        await surgicalCase.RecordedAsync("hardware-waste", new { kind = "rod", lot = "W", code = "wrong-size" });
        await surgicalCase.RecordedAsync("hardware-returns", new { kind = "rod", lot = "R", code = "not-needed" });
        var statuses = (await hospital.LedgerAsync("", 3)).Items.ToDictionary(i => i.Text("lot"), i => i.Text("status"));
        Assert.Equal(("in-place", "wasted", "returned"), (statuses["A"], statuses["W"], statuses["R"]));

        var removal = await surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = placed });
        var removed = (await hospital.LedgerAsync("?lot=A", items => items[0].Text("status") == "removed")).Items[0]!;
        Assert.Equal([placed, removal.EntryId], removed["entryIds"]!.AsArray().Select(e => e!.GetValue<Guid>()));
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = removal.EntryId, reason = "it stayed" });
        await hospital.LedgerAsync("?lot=A", items => items[0].Text("status") == "in-place");
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = placed, reason = "another case" });
        await hospital.LedgerAsync("?lot=A", 0);
    }

    [Fact]
    public async Task A_case_entered_in_error_has_no_devices()
    {
        var (surgicalCase, _) = await hospital.CaseWithAsync(Devices.Screw("A"));
        await hospital.LedgerAsync("", 1);
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = surgicalCase.Id, reason = "another patient" });
        await hospital.LedgerAsync("", 0);
    }

    [Fact]
    public async Task The_answer_as_of_before_a_change_is_the_same_bytes_afterwards()
    {
        var (surgicalCase, placed) = await hospital.CaseWithAsync(Devices.Screw("A"));
        var before = await hospital.LedgerAsync("?lot=A", 1);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await surgicalCase.RecordedAsync("time-corrections", new { targetEntryId = placed, correctedTo = hospital.Now.AddMinutes(-30), reason = "read off the monitor" });
        await new Recalls(hospital).AnnounceAsync(new { lot = "A" });
        await hospital.CaseWithAsync(Devices.Screw("A"), "OR-2");
        var after = await hospital.LedgerAsync("?lot=A", items => items.Count == 2 && items.All(i => i!["recalled"]!.GetValue<bool>()));
        Assert.Equal(hospital.Now.AddMinutes(-30), after.Items[1]!["placedAt"]!.GetValue<DateTimeOffset>());

        var again = (await hospital.Quality.GetAsync($"/api/implants?lot=A&asOf={before.Json.Text("asOf")}")).Is(200);
        Assert.Equal((before.Text, before.ETag), (again.Text, again.ETag));
        (await hospital.Quality.GetAsync($"/api/implants?lot=A&asOf={before.Json.Text("asOf")}", ("If-None-Match", before.ETag!))).Is(304);
        Assert.Empty((await hospital.Quality.GetAsync("/api/implants?asOf=2026-03-01T00:00:00Z")).Is(200).Items);
    }

    [Fact]
    public async Task Pages_and_whole_lists_tell_the_same_newest_first()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        foreach (var number in Enumerable.Range(0, 7))
            await surgicalCase.RecordedAsync("hardware", new { kind = "rod", lot = number == 3 ? "=L,\"3\"" : $"L{number}", occurredAt = hospital.Now.AddMinutes(-(number % 3)), source = "downtime" });
        var whole = await hospital.LedgerAsync("", 7);
        Assert.Equal(whole.Items.Select(i => i!["placedAt"]!.GetValue<DateTimeOffset>()).OrderDescending(), whole.Items.Select(i => i!["placedAt"]!.GetValue<DateTimeOffset>()));

        var paged = new List<JsonNode>();
        for (var (cursor, pages) = ("", 0); cursor is not null && pages < 9; pages++)
        {
            var page = (await hospital.Quality.GetAsync($"/api/implants?limit=3{cursor}")).Is(200);
            paged.AddRange(page.Items.Select(i => i!));
            cursor = page.Json["next"] is { } next ? $"&cursor={next.GetValue<string>()}" : null;
            await surgicalCase.RecordedAsync("hardware", new { kind = "rod", lot = "later" });     // later pages are of the first one's instant
        }

        Assert.Equal(whole.Items.Select(i => i!.ToJsonString()), paged.Select(i => i.ToJsonString()));
        var asOf = $"&asOf={whole.Json.Text("asOf")}";
        var lines = (await hospital.Quality.GetAsync($"/api/implants?format=ndjson{asOf}")).Is(200).Text.TrimEnd('\n').Split('\n');
        Assert.Equal([.. whole.Items.Select(i => i!.ToJsonString()), """{"end":true,"count":7}"""], lines.Select(l => JsonNode.Parse(l)!.ToJsonString()));
        var csv = (await hospital.Quality.GetAsync($"/api/implants?format=csv{asOf}")).Is(200);
        Assert.Equal(8, csv.Text.TrimEnd().Split('\n').Length);
        Assert.Contains("\"'=L,\"\"3\"\"\"", csv.Text, StringComparison.Ordinal);
        Assert.Equal(whole.Json.Text("asOf"), csv.Header("Periop-As-Of"));
    }

    [Fact]
    public async Task Nothing_of_another_hospital_is_in_it()
    {
        await hospital.CaseWithAsync(Devices.Screw("A"));
        await hospital.LedgerAsync("?lot=A", 1);
        Assert.Empty((await host.NewHospital().Quality.GetAsync("/api/implants?lot=A")).Is(200).Items);
    }

    [Theory]
    [InlineData("gtin=51022222233337", "/gtin")]
    [InlineData("gtin=", "/gtin")]
    [InlineData("gtin=x", "/gtin")]
    [InlineData("lot=", "/lot")]
    [InlineData("lot=%00", "/lot")]
    [InlineData("lot=A&lot=B", "/lot")]
    [InlineData("serial=%0A", "/serial")]
    [InlineData("asOf=yesterday", "/asOf")]
    [InlineData("limit=0", "/limit")]
    [InlineData("limit=501", "/limit")]
    [InlineData("cursor=x", "/cursor")]
    [InlineData("cursor=eyJBdCI6MX0", "/cursor")]
    [InlineData("format=xml", "/format")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_is_wrong(string question, string pointer) =>
        Assert.NotEmpty((await hospital.Quality.GetAsync("/api/implants?" + question)).PointsAt(pointer));

    [Fact]
    public async Task Who_asks_is_logged_and_others_may_not()
    {
        (await hospital.Nurse.GetAsync("/api/implants?lot=A")).Is(200);
        foreach (var role in new[] { "scheduler", "coder", "auditor", "display", "operations", "admin" })
            (await hospital.As(role).GetAsync("/api/implants")).IsProblem(403);
        Assert.Contains((await hospital.Auditor.GetAsync("/api/access-log")).Is(200).Items, e => (e.Text("action"), e.Text("subject"), e.Text("outcome")) == ("implants", "or-staff-1", "200"));
    }
}
