using Marten;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>A patient as it is read.</summary>
sealed record PatientView(string PatientRef, Note? Name, DateOnly? BirthDate, Term? RecordNumber)
{
    public static PatientView Of(PatientIdentity patient) => new(patient.Id, patient.Details?.Name, patient.Details?.BirthDate, patient.Details?.RecordNumber);
}

/// <summary>The identities of patients, apart from the events.</summary>
static class PatientEndpoints
{
    const string PutAction = "patient-put";

    public static void MapPatients(this IEndpointRouteBuilder app)
    {
        var patient = app.MapGroup("/api/patients/{patientRef}").WithTags("Patients");
        patient.MapPut("", PutAsync).For(Role.Scheduler, Role.OrStaff).WithMetadata(new LoggedAs(PutAction)).WithName("put-patient")
            .WithSummary("Says who a patient is.").Takes(typeof(PatientDetails), "application/json")
            .Produces<PatientView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415);
        patient.MapGet("", GetAsync).For(PatientQuery.Roles).WithName("patient")
            .Produces<PatientView>().Produces(304).ProducesProblem(404);
        patient.MapDelete("", ErasePatient.AnswerAsync).For(Role.Admin).WithMetadata(new LoggedAs(ErasePatient.Action)).WithName("delete-patient")
            .WithSummary("Removes who a patient is, for good; the events go on under a number that then stands for nobody.")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    static async Task<IResult> PutAsync(string patientRef, HttpContext http, IDocumentStore store, WriteSessions writing, AccessLog log)
    {
        if (Reference.Read(patientRef) is not { } reference)
            return Problems.Of(404);
        var (body, problem) = await JsonBody<PatientDetails>.ReadAsync(http.Request, typeof(PatientDetails), "patient", http.RequestAborted);
        if (body is null)
            return problem!;
        await using var session = store.LightweightSession(http.User.Hospital());
        var write = writing.Begin(session, http.RequestAborted);
        await write.WaitToNameAsync();
        var patient = await write.PatientAsync(reference) with { Details = body.Value };
        write.Record(patient);
        return await log.WriteAsync(http.User.Caller(), PutAction, null, async access =>
        {
            await write.CommitAsync(access with { PatientRef = patientRef, Outcome = "200" });
            return TypedResults.Ok(PatientView.Of(patient));
        });
    }

    static async Task<IResult> GetAsync(string patientRef, HttpContext http, PatientQuery query) =>
        Reference.Read(patientRef) is null
            ? Problems.Of(404)
            : (await query.AskAsync(http.User.Caller(), new PatientQuestion(patientRef), http.RequestAborted)).ToResult(
                http.Response, patient => Tagged.Ok(PatientView.Of(patient)));
}
