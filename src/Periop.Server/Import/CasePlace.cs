using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Store;
using UUIDNext;

namespace Periop.Server.Import;

/// <summary>The ids of what files bring.</summary>
static class DerivedId
{
    /// <summary>Their name space (RFC 9562): never changes, or every file would be recorded again.</summary>
    static readonly Guid Namespace = new("6f0c53a2-5d5e-4b0e-9d0e-3c7e8d3f1b64");

    public static Guid Of(string hospital, Label caseNumber, string columnAndOccurrence) => Of($"{hospital}/{caseNumber}/{columnAndOccurrence}");

    /// <summary>The retraction of what an import recorded.</summary>
    public static Guid OfRetraction(Guid importId, Guid entryId) => Of($"{importId}/{entryId}");

    static Guid Of(string name) => Uuid.NewNameBased(Namespace, name);
}

/// <summary>The case that the rows of a number are about.</summary>
/// <param name="Case">Locked; null when the rows begin it.</param>
/// <param name="EnteredInError">The last case of that number that was entered in error.</param>
/// <param name="WhyNot">Why nothing is recorded.</param>
sealed record CasePlace(Guid CaseId, SurgicalCase? Case, SurgicalCase? EnteredInError, (string Code, string Detail)? WhyNot)
{
    /// <summary>
    /// The case that holds the number, one scheduled at a screen too. One that was entered in error does not come back with the next file,
    /// unless it is begun again. What another case stands under is not taken: ids can be worked out beforehand, and whoever took one
    /// would be given another patient's times.
    /// </summary>
    public static async Task<CasePlace> FindAsync(Label caseNumber, bool again, WriteSession write)
    {
        if (await write.CaseHoldingAsync(caseNumber.Value) is { } holder)
        {
            var held = await write.LockCaseAsync(holder);
            return write.WhyClosed(holder) is { } closed
                ? new CasePlace(holder, null, null, (closed.Code, closed.Detail))
                : new CasePlace(holder, held, null, null);
        }

        var enteredInError = await write.CaseThatHadAsync(caseNumber.Value) is { } had ? await write.LockCaseAsync(had) : null;
        if (enteredInError is not null && !again)
            return new CasePlace(enteredInError.Id, null, null,
                ("entered-in-error", "The case with this number was entered in error. If it is right after all, send the file with again=true."));
        for (var attempt = 0; ; attempt++)
        {
            var caseId = DerivedId.Of(write.Hospital.Id, caseNumber, $"case/{attempt}");
            if (await write.LockCaseAsync(caseId) is not { } found)
                return new CasePlace(caseId, null, enteredInError, null);
            if (Plan.Of(found.Surviving()).CaseNumber != caseNumber || found.Entries[caseId].Survives)
                return new CasePlace(caseId, null, null, ("case-id-taken", "Another case stands under the id that rows of this number have."));
        }
    }
}
