using Marten;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Removes who a patient is. While a device is in place that is refused, unless it is insisted on: nobody could be told of a recall.</summary>
static class ErasePatient
{
    public const string Action = "patient-delete";

    public static async Task<IResult> AnswerAsync(
        string patientRef, [FromQuery] string? reason, [FromQuery] string? force, HttpContext http, IDocumentStore store, WriteSessions writing, AccessLog log)
    {
        if (reason is null)
            return Problems.Shape("/reason", "is required");
        if (Note.Read(reason) is not { } why)
            return Problems.Shape("/reason", $"must be {Note.Rule}");
        if (force is not (null or "true" or "false"))
            return Problems.Shape("/force", "must be true or false");
        if (Reference.Read(patientRef) is not { } patient)
            return Problems.Of(404);
        await using var session = store.LightweightSession(http.User.Hospital());
        var write = writing.Begin(session, http.RequestAborted);
        return await log.WriteAsync(http.User.Caller(), Action, null, async access =>
        {
            var refused = await EraseAsync(patient, why, force is "true", write, access);
            await write.CommitAsync(access with { PatientRef = patientRef, Outcome = $"{refused?.StatusCode ?? StatusCodes.Status204NoContent}" });
            return refused is null ? (IResult)TypedResults.NoContent() : refused;
        });
    }

    /// <summary>Erases a patient; the problem, when it does not.</summary>
    static async Task<ProblemHttpResult?> EraseAsync(Reference patientRef, Note reason, bool force, WriteSession write, AccessEntry access)
    {
        await write.WaitToNameAsync();      // no case begins with a patient who is just being erased
        if (await write.PatientAsync(patientRef) is not { IsNew: false } patient)
            return Problems.Of(404);
        if (!force && await CasesWithDeviceAsync(patient.PatientId, write) is { Count: > 0 } cases)
            return Problems.Of(409, "device-in-place",
                "A device is in place in this patient. Without the identity nobody could be told of a recall. If it is right, send it again with force=true.",
                ("caseIds", cases));
        write.Erase(patient, new MaskingRecord(
            Guid.CreateVersion7(access.At), MaskingKind.Patient, access.At, access.Subject, PatientId: patient.PatientId, Reason: reason));
        return null;
    }

    /// <summary>
    /// The patient's cases in which a device is in place, by the cases themselves: the register may lag behind. They are locked, so that
    /// none is placed meanwhile.
    /// </summary>
    static async Task<List<Guid>> CasesWithDeviceAsync(Guid patientId, WriteSession write)
    {
        var cases = new List<SurvivingEntries>();
        foreach (var caseId in await write.CasesOfAsync(patientId))
            if (await write.LockCaseAsync(caseId) is { } surgicalCase && surgicalCase.Surviving() is var entries && Plan.Of(entries).PatientId == patientId)
                cases.Add(entries);
        return [.. Implant.InPlaceIn(cases).Select(i => i.CaseId).Distinct()];
    }
}
