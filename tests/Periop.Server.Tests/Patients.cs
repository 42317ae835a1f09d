using System.Net.Http.Headers;
using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests;

public sealed class Patients(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_patient_is_kept_apart_and_read_again()
    {
        (await PutAsync("p-1", """{ "name": "N. N.", "birthDate": "1965-04-01", "recordNumber": "R-17" }""")).Is(200);
        var patient = (await hospital.Nurse.GetAsync("/api/patients/p-1")).Is(200).Json;
        Assert.Equal(("p-1", "1965-04-01"), (patient["patientRef"]!.GetValue<string>(), patient["birthDate"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_case_does_not_name_a_deleted_patient_any_more()
    {
        var scheduled = (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "P-1", patientRef = "p-2" })).Is(201);
        Assert.Equal("p-2", (await hospital.Nurse.GetAsync($"/api/cases/{scheduled.CaseId}")).Json["patientRef"]!.GetValue<string>());
        (await hospital.As("admin").SendAsync(HttpMethod.Delete, "/api/patients/p-2?reason=as+asked", null)).Is(204);
        Assert.Null((await hospital.Nurse.GetAsync($"/api/cases/{scheduled.CaseId}")).Is(200).Json["patientRef"]);
        (await hospital.Nurse.GetAsync("/api/patients/p-2")).IsProblem(404);
    }

    [Fact]
    public async Task Only_an_administrator_deletes_a_patient()
    {
        await PutAsync("p-3", "{}");
        (await hospital.As("or-staff", "scheduler", "quality").SendAsync(HttpMethod.Delete, "/api/patients/p-3", null)).IsProblem(403);
    }

    [Fact]
    public async Task Who_an_erased_patient_was_is_in_no_table_and_the_reference_in_the_access_log_alone()
    {
        var (name, reference) = ($"Ottersby{Guid.NewGuid():n}", $"p-{Guid.NewGuid():n}");
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "P-5", patientRef = reference })).Is(201);
        await PutAsync(reference, $$"""{ "name": "{{name}}", "recordNumber": "{{name}}" }""");
        Assert.NotEmpty(await host.HoldingAsync(name));
        (await EraseAsync(reference)).Is(204);
        Assert.Empty(await host.HoldingAsync(name));
        Assert.Equal(["periop_access.mt_doc_accessentry"], await host.HoldingAsync(reference));
    }

    [Fact]
    public async Task The_access_entry_of_an_erasure_says_whose_it_was()
    {
        await PutAsync("p-14", "{}");
        (await EraseAsync("p-14")).Is(204);
        var entry = Assert.Single((await hospital.Auditor.GetAsync("/api/access-log?subject=admin-1")).Is(200).Items);
        Assert.Equal("p-14", entry!["patientRef"]!.GetValue<string>());
    }

    [Fact]
    public async Task Erasing_leaves_an_access_entry_also_when_it_was_refused()
    {
        await PutAsync("p-6", "{}");
        (await EraseAsync("p-6")).Is(204);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await EraseAsync("p-6")).IsProblem(404);
        var entries = (await hospital.Auditor.GetAsync("/api/access-log?subject=admin-1")).Is(200).Items;
        Assert.Equal([("patient-delete", "404"), ("patient-delete", "204")],
            entries.Select(e => (e!["action"]!.GetValue<string>(), e["outcome"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("", "/reason")]
    [InlineData("?reason=", "/reason")]
    [InlineData("?reason=as+asked&force=perhaps", "/force")]
    public async Task What_cannot_be_read_erases_nobody(string question, string pointer)
    {
        await PutAsync("p-7", "{}");
        (await hospital.As("admin").SendAsync(HttpMethod.Delete, $"/api/patients/p-7{question}", null)).PointsAt(pointer);
        (await hospital.Nurse.GetAsync("/api/patients/p-7")).Is(200);
    }

    [Fact]
    public async Task A_patient_with_a_device_in_place_is_erased_only_when_that_is_insisted_on()
    {
        var surgicalCase = await CaseOfAsync("p-8");
        await surgicalCase.RecordedAsync("hardware", new { kind = "rod", @override = "at once" });
        var refused = (await EraseAsync("p-8")).IsProblem(409, "device-in-place");
        Assert.Equal([surgicalCase.Id], refused.Json["caseIds"]!.AsArray().Select(id => id!.GetValue<Guid>()));
        (await EraseAsync("p-8", "&force=true")).Is(204);
    }

    [Fact]
    public async Task A_device_counts_at_once_however_far_the_register_is_behind()
    {
        var surgicalCase = await CaseOfAsync("p-9");
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new NpgsqlCommand("lock table periop_register.implants_v4 in exclusive mode", connection, transaction))
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await surgicalCase.RecordedAsync("hardware", new { kind = "rod", @override = "at once" });
        (await EraseAsync("p-9")).IsProblem(409, "device-in-place");
    }

    [Fact]
    public async Task A_device_of_an_archived_case_counts_also_on_a_node_that_never_saw_it()
    {
        var surgicalCase = await CaseOfAsync("p-13");
        await surgicalCase.RecordedAsync("hardware", new { kind = "rod", @override = "at once" });
        await using (var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession(hospital.Id))
        {
            session.Events.ArchiveStream(surgicalCase.Id);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await host.RestartAsync();
        (await EraseAsync("p-13")).IsProblem(409, "device-in-place");
    }

    [Fact]
    public async Task A_device_that_was_taken_out_does_not_count()
    {
        var surgicalCase = await CaseOfAsync("p-10");
        var device = await surgicalCase.RecordedAsync("hardware", new { kind = "rod", @override = "at once" });
        await surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = device.EntryId, @override = "at once" });
        (await EraseAsync("p-10")).Is(204);
    }

    [Fact]
    public async Task A_device_of_a_case_that_turned_out_to_be_of_another_patient_does_not_count_but_for_that_one()
    {
        var surgicalCase = await CaseOfAsync("p-11");
        await surgicalCase.RecordedAsync("hardware", new { kind = "rod", @override = "at once" });
        await surgicalCase.RecordedAsync("patient-corrections", new { patientRef = "p-12", reason = "digits swapped" });
        (await EraseAsync("p-12")).IsProblem(409, "device-in-place");
        (await EraseAsync("p-11")).Is(204);
    }

    async Task<TestCase> CaseOfAsync(string patientRef) => new(hospital,
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), patientRef })).Is(201).CaseId);

    Task<Answer> EraseAsync(string patientRef, string more = "") =>
        hospital.As("admin").SendAsync(HttpMethod.Delete, $"/api/patients/{patientRef}?reason=as+asked{more}", null);

    [Fact]
    public async Task An_unknown_patient_is_not_found() => (await hospital.Nurse.GetAsync("/api/patients/p-4")).IsProblem(404);

    Task<Answer> PutAsync(string patientRef, string body) => hospital.Nurse.SendAsync(
        HttpMethod.Put, $"/api/patients/{patientRef}",
        new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });
}
