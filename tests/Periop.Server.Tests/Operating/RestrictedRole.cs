using System.Text;
using Npgsql;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Operating;

/// <summary>A server whose role in the database may change nothing that was recorded does all that a server does.</summary>
[Collection(nameof(Deployed))]
public sealed class RestrictedRole(Deployed deployed)
{
    const string Events = "periop_events.mt_events", AccessLog = "periop_access.mt_doc_accessentry";

    static int numbers;

    Deployment It => deployed.It;

    public static TheoryData<string> Forbidden => [
        $"update {Events} set data = '{{}}'", $"delete from {Events}", $"truncate {Events} cascade", $"drop table {Events}",
        $"update {Events}_default set data = '{{}}'", $"delete from {Events}_default", $"alter table {Events} add column mine int",
        $"update {AccessLog} set data = '{{}}'", $"delete from {AccessLog}", $"truncate {AccessLog}", $"drop table {AccessLog}",
        $"update {AccessLog}_default set data = '{{}}'", $"delete from {AccessLog}_default",
        "delete from periop_events.mt_streams", "truncate periop_events.mt_streams cascade", "drop schema periop_events cascade",
        "update periop_access.protection_keys set xml = ''", "delete from periop_access.protection_keys",
        "delete from periop_register.ticks", "insert into periop_register.readers values ('periop_application', 'general')",
        "create table periop_events.mine (id int)", "create role mine",
        "create or replace function periop_events.mask_texts(varchar, uuid, uuid, bigint[]) returns integer language sql as 'select 1'",
    ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task The_servers_role_may_not(string statement) => Assert.Equal(
        PostgresErrorCodes.InsufficientPrivilege,
        (await Assert.ThrowsAsync<PostgresException>(() => Deployment.SqlAsync(It.Application, statement))).SqlState);

    [Fact]
    public async Task It_takes_a_text_away_only_where_an_entry_says_so()
    {
        var (everyone, path) = await InRoomAsync();
        var caseId = path.Split('/')[^1];
        var noted = (await everyone.PostAsync($"{path}/addenda", new { text = "Quillfeather" })).Is(200);
        var mask = $"select periop_events.mask_texts('general', '{caseId}', '{noted.EntryId}', array[{noted.Version}])";
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => Deployment.SqlAsync(It.Application, mask))).SqlState);
        Assert.Equal(1L, await WithTextAsync("Quillfeather"));
    }

    [Fact]
    public async Task An_entry_is_masked_and_nothing_else_of_the_case_is_touched()
    {
        var (everyone, path) = await InRoomAsync();
        var (text, other) = ($"Ottersby{Guid.NewGuid():n}", $"Pemberley{Guid.NewGuid():n}");
        var masked = (await everyone.PostAsync($"{path}/addenda", new { text })).Is(200).EntryId;
        (await everyone.PostAsync($"{path}/addenda", new { text = other })).Is(200);
        (await everyone.PostAsync($"{path}/entries/{masked}/masking", new { reason = "names a relative" })).Is(200);
        Assert.Equal((0L, 1L), (await WithTextAsync(text), await WithTextAsync(other)));
        Assert.Contains("(masked)", (await everyone.GetAsync($"{path}/timeline")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stopped_is_recorded_with_a_reason_and_corrected_later()
    {
        var (everyone, path) = await InRoomAsync();
        (await everyone.PostAsync($"{path}/incision", "{}")).Is(409);
        var incision = (await everyone.PostAsync($"{path}/incision", new { @override = "time-out done, nobody at the screen" })).Is(200);
        (await everyone.PostAsync($"{path}/time-corrections", new
        {
            targetEntryId = incision.EntryId, correctedTo = TimeProvider.System.GetUtcNow().AddMinutes(-1), reason = "monitor was late",
        })).Is(200);
        (await everyone.PostAsync($"{path}/retractions", new { targetEntryId = incision.EntryId, reason = "another case" })).Is(200);
    }

    [Fact]
    public async Task The_board_shows_what_was_recorded()
    {
        var (everyone, path) = await InRoomAsync();
        await Eventually.BecomesAsync(
            async () => (await everyone.GetAsync("/api/board")).Is(200).Text,
            board => board.Contains(path.Split('/')[^1], StringComparison.Ordinal), "the case is on the board");
    }

    [Fact]
    public async Task The_register_finds_a_device()
    {
        var (everyone, path) = await InRoomAsync();
        var lot = $"L{Guid.NewGuid():n}"[..12].ToUpperInvariant();
        (await everyone.PostAsync($"{path}/hardware", new { kind = "rod", lot, @override = "nobody at the screen" })).Is(200);
        await Eventually.BecomesAsync(
            async () => (await everyone.GetAsync($"/api/implants?lot={lot}")).Is(200).Items.Count, found => found == 1, "the register has the device");
    }

    [Fact]
    public async Task A_file_is_imported_and_its_rate_is_known()
    {
        var everyone = await EveryoneAsync();
        var surgeon = $"S-{NewNumber()}";
        using var file = new StringContent(
            $"caseNumber,surgeon,incision,death,lastSeenAlive\n{NewNumber()},{surgeon},2026-01-05T09:00,,2026-03-01\n"
            + $"{NewNumber()},{surgeon},2026-01-06T09:00,2026-01-20,\n", Encoding.UTF8, "text/csv");
        var report = (await everyone.SendAsync(HttpMethod.Post, "/api/imports/cases?timeZone=Europe/Zurich", file)).Is(200);
        Assert.True(report.Json["refusedCount"]!.GetValue<int>() == 0, report.Text);
        var rates = await Eventually.BecomesAsync(
            () => everyone.GetAsync("/api/audit/rates?definition=death&version=1&groupBy=surgeon&from=2026-01-01&to=2026-02-01"),
            answer => answer.Status == 200 && answer.Text.Contains(surgeon, StringComparison.Ordinal), "the rate is known");
        Assert.Contains(surgeon, rates.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_is_erased()
    {
        var everyone = await EveryoneAsync();
        using var details = new StringContent("{}", Encoding.UTF8, "application/json");
        await everyone.SendAsync(HttpMethod.Put, "/api/patients/p-restricted", details);
        (await everyone.SendAsync(HttpMethod.Delete, "/api/patients/p-restricted?reason=as+asked", null)).Is(204);
    }

    [Fact]
    public async Task Nothing_that_the_server_does_was_refused_by_the_database()
    {
        await InRoomAsync();
        Assert.DoesNotContain("42501", It.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("permission denied", It.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_nothing_missing_and_warns_of_a_role_that_may_change_the_record()
    {
        var restricted = await It.RunAsync(It.Application, "check");
        Assert.True(restricted.ExitCode == 0, restricted.Printed);
        Assert.Contains("role:        periop_application\n", restricted.Printed, StringComparison.Ordinal);
        var owner = await It.RunAsync(It.Owner, "check");
        Assert.True(owner.ExitCode == 0, owner.Printed);
        Assert.Contains("which could change and remove what is recorded", owner.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_what_a_role_may_not_use_and_has_to()
    {
        await Deployment.SqlAsync(It.Owner, """
            create table periop.of_the_next_release (id int);
            revoke execute on function periop_events.mask_texts from periop_application
            """);
        try
        {
            var check = await It.RunAsync(It.Application, "check");
            Assert.Equal(1, check.ExitCode);
            Assert.Contains(
                "The role periop_application may not use periop.of_the_next_release, periop_events.mask_texts: run deploy/postgresql/roles.sql",
                check.Printed, StringComparison.Ordinal);
        }
        finally
        {
            await Deployment.SqlAsync(It.Owner, "drop table periop.of_the_next_release");
            await It.GrantAsync();
        }
    }

    [Fact]
    public async Task A_reader_made_by_its_script_sees_its_hospital_and_no_other()
    {
        foreach (var hospital in new[] { Deployment.Hospital, Deployment.OtherHospital })
        {
            var everyone = await It.PersonAsync(hospital, ["or-staff", "scheduler"]);
            var caseId = (await everyone.PostAsync("/api/cases", new { caseNumber = NewNumber(), room = "A" })).Is(201).CaseId;
            (await everyone.PostAsync($"/api/cases/{caseId}/room-entry", "{}")).Is(200);
        }

        var reader = await deployed.Databases.AsRoleAsync(It.Owner, "bi_of_one");
        var script = (await File.ReadAllTextAsync(
                Path.Combine(Repository.Root, "deploy", "postgresql", "reader.sql"), TestContext.Current.CancellationToken))
            .Replace(":'role'", "'bi_of_one'", StringComparison.Ordinal).Replace(":\"role\"", "bi_of_one", StringComparison.Ordinal)
            .Replace(":'hospital'", $"'{Deployment.OtherHospital}'", StringComparison.Ordinal);
        await Deployment.SqlAsync(It.Owner, script);
        await Eventually.BecomesAsync(
            () => Deployment.SqlAsync(
                It.Owner, $"select count(distinct tenant_id) from {RegisterTable.CaseFacts.NameIn(RegisterVersion.Shipped.Number)}"),
            hospitals => hospitals is 2L, "both hospitals are in the register");
        Assert.Equal(
            Deployment.OtherHospital, await Deployment.SqlAsync(reader, "select string_agg(distinct tenant_id, ',') from periop_bi.case_facts"));
        foreach (var table in new[] { RegisterTable.CaseFacts.NameIn(RegisterVersion.Shipped.Number), Events, AccessLog, "periop.mt_doc_patientidentity" })
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => Deployment.SqlAsync(reader, $"select count(*) from {table}"))).SqlState);
    }

    static string NewNumber() => $"R-{Interlocked.Increment(ref numbers)}";

    Task<Person> EveryoneAsync() => It.PersonAsync("or-staff", "scheduler", "quality", "admin", "coder");

    async Task<(Person Everyone, string Path)> InRoomAsync()
    {
        var everyone = await EveryoneAsync();
        var receipt = (await everyone.PostAsync("/api/cases", new { caseNumber = NewNumber(), room = "OR-1", patientRef = "p-1" })).Is(201);
        (await everyone.PostAsync($"/api/cases/{receipt.CaseId}/room-entry", "{}")).Is(200);
        return (everyone, $"/api/cases/{receipt.CaseId}");
    }

    async Task<object?> WithTextAsync(string text) =>
        await Deployment.SqlAsync(It.Owner, $"select count(*) from {Events} where data::text like '%{text}%'");
}
