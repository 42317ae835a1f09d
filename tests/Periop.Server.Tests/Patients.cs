using System.Net.Http.Headers;
using System.Text;
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
        (await hospital.As("admin").SendAsync(HttpMethod.Delete, "/api/patients/p-2", null)).Is(204);
        Assert.Null((await hospital.Nurse.GetAsync($"/api/cases/{scheduled.CaseId}")).Is(200).Json["patientRef"]);
        (await hospital.Nurse.GetAsync("/api/patients/p-2")).IsProblem(404);
    }

    [Fact]
    public async Task Only_an_administrator_deletes_a_patient()
    {
        await PutAsync("p-3", "{}");
        (await hospital.Everyone.SendAsync(HttpMethod.Delete, "/api/patients/p-3", null)).IsProblem(403);
    }

    [Fact]
    public async Task An_unknown_patient_is_not_found() => (await hospital.Nurse.GetAsync("/api/patients/p-4")).IsProblem(404);

    Task<Answer> PutAsync(string patientRef, string body) => hospital.Nurse.SendAsync(
        HttpMethod.Put, $"/api/patients/{patientRef}",
        new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });
}
