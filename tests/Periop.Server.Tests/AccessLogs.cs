using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

public sealed class AccessLogs(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Every_write_and_what_came_of_it_is_in_the_log()
    {
        var (nurse, began) = (hospital.Named("nurse-12", "or-staff"), hospital.Now);
        var surgicalCase = await hospital.CaseAsync();
        var entry = new { entryId = Guid.NewGuid() };
        await InTurnAsync(
            () => nurse.PostAsync($"{surgicalCase.Path}/incision", "{}"),
            () => nurse.PostAsync($"{surgicalCase.Path}/room-entry", entry),
            () => nurse.PostAsync($"{surgicalCase.Path}/room-entry", entry),
            () => nurse.PostAsync($"{surgicalCase.Path}/dressing", entry),
            () => nurse.PostAsync($"{surgicalCase.Path}/dressing", "{}", ("If-Match", "\"77\"")));
        Assert.Equal(
            [("incision", "409"), ("room-entry", "200"), ("room-entry", "200"), ("dressing", "422"), ("dressing", "412")],
            (await LogAsync($"?subject=nurse-12&caseId={surgicalCase.Id}")).Reverse().Select(e => (Text(e, "action"), Text(e, "outcome"))));
        Assert.Equal(("schedule", "scheduler-1"),
            (await LogAsync($"?subject=scheduler-1&caseId={surgicalCase.Id}")).Select(e => (Text(e, "action"), Text(e, "subject"))).Single());
        Assert.All(await LogAsync(""), e => Assert.InRange(e["at"]!.GetValue<DateTimeOffset>(), began, hospital.Now));
    }

    [Fact]
    public async Task Every_read_is_in_the_log()
    {
        var surgicalCase = await hospital.CaseAsync();
        var (reader, unknown) = (hospital.Named("reader", "coder"), Guid.NewGuid());
        await InTurnAsync(
            () => reader.GetAsync(surgicalCase.Path),
            () => reader.GetAsync($"{surgicalCase.Path}/timeline"),
            () => reader.GetAsync($"/api/cases/{unknown}"),
            () => reader.GetAsync("/api/cases"),
            () => reader.GetAsync("/api/board"));
        (await reader.OpenAsync("/api/board/stream")).Dispose();
        Assert.Equal(
            [("case", surgicalCase.Id, "200"), ("timeline", surgicalCase.Id, "200"), ("case", unknown, "404"), ("case-list", null, "200"),
                ("board", null, "200"), ("board-stream", null, "200")],
            (await LogAsync("?subject=reader")).Reverse().Select(e => (Text(e, "action"), e["caseId"]?.GetValue<Guid>(), Text(e, "outcome"))));
    }

    [Fact]
    public async Task Every_look_at_devices_and_recalls_is_in_the_log()
    {
        var reader = hospital.Named("recaller", "quality");
        var recall = $"/api/implants/recalls/{Guid.NewGuid()}";
        await InTurnAsync(
            () => reader.GetAsync("/api/implants?lot=A1"),
            () => reader.GetAsync("/api/implants?format=csv"),
            () => reader.GetAsync("/api/implants?gtin=1"),
            () => reader.GetAsync("/api/implants/recalls"),
            () => reader.PostAsync("/api/implants/recalls", new { lots = new[] { "A1" }, entryId = recall[^36..] }),
            () => reader.PostAsync("/api/implants/recalls", "{}"),
            () => reader.PostAsync("/api/implants/recalls", """{"lots":["a1"]}"""),
            () => reader.GetAsync(recall),
            () => reader.SendAsync(HttpMethod.Delete, recall, null),
            () => reader.SendAsync(HttpMethod.Delete, $"/api/implants/recalls/{Guid.NewGuid()}", null));
        Assert.Equal(
            [
                ("implants", "200"), ("implants", "200"), ("implants", "200"), ("implants", "400"),
                ("recalls", "200"), ("recall-announce", "201"), ("recall-announce", "400"), ("recall-announce", "409"),
                ("recall", "200"), ("recall-end", "200"), ("recall-end", "404"),
            ],
            (await LogAsync("?subject=recaller")).Reverse().Select(e => (Text(e, "action"), Text(e, "outcome"))));
    }

    [Fact]
    public async Task An_entry_says_what_was_asked_and_how_much_was_told()
    {
        var surgicalCase = await hospital.CaseAsync();
        var reader = hospital.Named("asker", "or-staff");
        await InTurnAsync(
            () => reader.GetAsync("/api/cases?room=OR-1&limit=5"),
            () => reader.GetAsync($"{surgicalCase.Path}?asOf={Uri.EscapeDataString($"{hospital.Now:O}")}"),
            () => reader.SendAsync(HttpMethod.Put, "/api/patients/p-1", JsonContent.Create(new { name = "-" })),
            () => reader.GetAsync("/api/patients/p-1"),
            () => reader.GetAsync("/api/cases?status=lost"));
        var entries = (await LogAsync("?subject=asker")).Reverse().ToArray();
        Assert.Equal(
            [
                $$"""{"room":"OR-1"} {"count":1,"caseIds":["{{surgicalCase.Id}}"]}""", """asOf {"count":1}""", "p-1 ", """p-1 {"count":1}""", " ",
            ],
            entries.Select(e => $"{Asked(e)} {e["disclosed"]?.ToJsonString()}"));

        static string? Asked(JsonNode entry) =>
            entry["question"] is JsonObject question ? question.ContainsKey("asOf") ? "asOf" : question.ToJsonString()
                : entry["patientRef"]?.GetValue<string>();
    }

    [Fact]
    public async Task An_entry_names_the_patient_whose_identity_was_read_changed_or_erased()
    {
        await InTurnAsync(
            () => PatientAsync(HttpMethod.Put, ""), () => PatientAsync(HttpMethod.Get, ""), () => PatientAsync(HttpMethod.Delete, ""),
            () => PatientAsync(HttpMethod.Delete, "?reason=as+asked"), () => PatientAsync(HttpMethod.Get, ""));
        Assert.Equal(
            [("patient-put", "200"), ("patient", "200"), ("patient-delete", "400"), ("patient-delete", "204"), ("patient", "404")],
            (await LogAsync("?patientRef=p-77")).Reverse().Select(e => (Text(e, "action"), Text(e, "outcome"))));

        Task<Answer> PatientAsync(HttpMethod method, string more) =>
            hospital.Everyone.SendAsync(method, $"/api/patients/p-77{more}", method == HttpMethod.Put ? JsonContent.Create(new { name = "-" }) : null);
    }

    [Fact]
    public async Task An_entry_names_the_patient_that_a_command_or_a_file_names()
    {
        var booked = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "L-1", patientRef = "p-78" })).Is(201).CaseId;
        await hospital.Quality.PostAsync($"/api/cases/{booked}/patient-corrections", new { patientRef = "p-79", reason = "digits swapped" });
        using var file = new StringContent("caseNumber,patientRef\nL-2,p-80\n", Encoding.UTF8, "text/csv");
        var import = (await hospital.Scheduler.SendAsync(HttpMethod.Post, "/api/imports/cases?timeZone=Europe/Zurich", file)).Is(200).Json["importId"]!;
        Assert.Equal(("schedule", "201", booked), Of(await LogAsync("?patientRef=p-78")));
        Assert.Equal(("patient-corrections", "200", booked), Of(await LogAsync("?patientRef=p-79")));
        var row = await LogAsync("?patientRef=p-80");
        Assert.Equal(("import-cases", "200"), (Text(row[0], "action"), Text(row[0], "outcome")));
        var whole = Assert.Single(await LogAsync("?action=import-cases"), e => e["caseId"] is null);
        Assert.Equal(
            $$"""200 {"importId":"{{import}}","timeZone":"Europe/Zurich"}""", $"{Text(whole, "outcome")} {whole["question"]!.ToJsonString()}");

        static (string, string, Guid) Of(IReadOnlyList<JsonNode> entries) =>
            Assert.Single(entries) is var entry ? (Text(entry, "action"), Text(entry, "outcome"), entry["caseId"]!.GetValue<Guid>()) : default;
    }

    [Fact]
    public async Task A_page_says_which_cases_were_on_it_and_a_whole_list_how_many()
    {
        var surgicalCase = await hospital.CaseAsync();
        var reader = hospital.Named("lister", "coder");
        await InTurnAsync(() => reader.GetAsync("/api/cases?limit=1"), () => reader.GetAsync("/api/cases?format=ndjson"));
        Assert.Equal(
            [$$"""{"count":1,"caseIds":["{{surgicalCase.Id}}"]}""", """{"count":1}""", null],
            (await LogAsync("?subject=lister")).Select(e => e["disclosed"]?.ToJsonString()).OrderByDescending(told => told?.Length));
    }

    [Fact]
    public async Task A_board_and_a_list_of_maskings_say_which_cases_were_on_them()
    {
        var (surgicalCase, note) = (await hospital.CaseInRoomAsync(), new { text = "Ann Other called" });
        var addendum = await surgicalCase.RecordedAsync("addenda", note);
        (await hospital.As("admin").PostAsync($"{surgicalCase.Path}/entries/{addendum.EntryId}/masking", new { reason = "a name" })).Is(200);
        await Eventually.BecomesAsync(() => hospital.Display.GetAsync("/api/board"), b => b.Header("Periop-Behind") == "0", "the board has caught up");
        var reader = hospital.Named("looker", "auditor");
        await InTurnAsync(() => reader.GetAsync("/api/board"), () => reader.GetAsync("/api/maskings"));
        Assert.All(await LogAsync("?subject=looker"), entry =>
            Assert.Equal($$"""{"count":1,"caseIds":["{{surgicalCase.Id}}"]}""", entry["disclosed"]!.ToJsonString()));
    }

    [Fact]
    public async Task The_log_is_asked_for_an_action_an_outcome_and_a_patient()
    {
        var reader = hospital.Named("seeker", "or-staff");
        await InTurnAsync(
            () => reader.GetAsync("/api/patients/p-90"), () => reader.SendAsync(HttpMethod.Put, "/api/patients/p-90", JsonContent.Create(new { name = "-" })),
            () => reader.GetAsync("/api/patients/p-90"), () => reader.GetAsync("/api/patients/p-91"), () => reader.GetAsync("/api/access-log"));
        foreach (var (question, found) in new[]
        {
            ("?patientRef=p-90", 3), ("?patientRef=p-90&action=patient", 2), ("?action=patient&outcome=404", 2), ("?action=access-log&outcome=403", 1),
            ("?action=patient&outcome=200&patientRef=p-91", 0), ("?outcome=recorded", 0),
        })
            Assert.Equal((question, found), (question, (await LogAsync(question + "&subject=seeker")).Count));
    }

    [Fact]
    public async Task A_command_that_cannot_be_read_is_in_the_log()
    {
        var surgicalCase = await hospital.CaseAsync();
        await hospital.Named("hasty", "or-staff").PostAsync($"{surgicalCase.Path}/incision", """{"when":"now"}""");
        Assert.Equal(("incision", "400"), (await LogAsync("?subject=hasty")).Select(e => (Text(e, "action"), Text(e, "outcome"))).Single());
    }

    [Fact]
    public async Task Reading_the_log_is_in_the_log()
    {
        await LogAsync("");
        Assert.Contains(await LogAsync(""), e => Text(e, "action") == "access-log" && Text(e, "subject") == "auditor-1");
    }

    [Fact]
    public async Task The_log_is_paged_newest_first_without_gap_or_double_while_it_grows()
    {
        var surgicalCase = await hospital.CaseAsync();
        var reader = hospital.Named("busy", "coder");
        for (var i = 0; i < 25; i++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(i % 2));
            await reader.GetAsync(surgicalCase.Path);
        }

        var entries = new List<JsonNode>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await hospital.Auditor.GetAsync($"/api/access-log?subject=busy&limit=10{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Is(200);
            entries.AddRange(page.Items!);
            cursor = page.Json["next"]?.GetValue<string>();
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await reader.GetAsync(surgicalCase.Path);
        }

        Assert.Equal(25, entries.Select(e => Text(e, "id")).Distinct().Count());
        Assert.Equal(25, entries.Count);
        Assert.Equal(entries.OrderByDescending(e => e["at"]!.GetValue<DateTimeOffset>()).Select(e => Text(e, "at")), entries.Select(e => Text(e, "at")));
    }

    [Fact]
    public async Task The_log_is_asked_for_a_time()
    {
        await hospital.CaseAsync();
        var from = hospital.Now.AddMinutes(1);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await hospital.CaseAsync();
        var (all, since, until) = (await LogAsync("?subject=scheduler-1"),
            await LogAsync($"?subject=scheduler-1&from={Uri.EscapeDataString($"{from:O}")}"),
            await LogAsync($"?subject=scheduler-1&to={Uri.EscapeDataString($"{from:O}")}"));
        Assert.Equal((2, 1, 1), (all.Count, since.Count, until.Count));
        Assert.NotEqual(Text(since[0], "id"), Text(until[0], "id"));
    }

    [Theory]
    [InlineData("from=yesterday", "/from")]
    [InlineData("to=2026-03-02T06:00:00", "/to")]
    [InlineData("limit=0", "/limit")]
    [InlineData("cursor=x", "/cursor")]
    [InlineData("patientRef=p%201", "/patientRef")]
    [InlineData("action=%00", "/action")]
    [InlineData("outcome=", "/outcome")]
    [InlineData("caseId=x", "/caseId")]
    [InlineData("subject=%00", "/subject")]
    public async Task A_question_that_is_none_is_answered_with_400(string question, string pointer) =>
        (await hospital.Auditor.GetAsync($"/api/access-log?{question}")).PointsAt(pointer);

    async Task InTurnAsync(params Func<Task<Answer>>[] requests)
    {
        foreach (var request in requests)
        {
            await request();
            host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    async Task<IReadOnlyList<JsonNode>> LogAsync(string question) => [.. (await hospital.Auditor.GetAsync($"/api/access-log{question}")).Is(200).Items!];

    static string Text(JsonNode node, string member) => node[member]!.ToString();
}
