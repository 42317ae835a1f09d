using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Store;

/// <summary>What was made unreadable: the free text of an entry, or who a patient is.</summary>
public enum MaskingKind { Entry, Patient }

/// <summary>
/// One masking or erasure, so that it can be made again after a restore of an older state. It holds nothing of what was taken away.
/// </summary>
/// <param name="Id">Of a masking, the entry that says so.</param>
/// <param name="EntryId">The entry whose text was masked.</param>
/// <param name="PatientId">What stands in events for the patient who was erased: random, so that it tells nothing.</param>
/// <param name="Reason">Why a patient was erased. Why a text was masked, the case says.</param>
public sealed record MaskingRecord(
    Guid Id, MaskingKind Kind, DateTimeOffset At, string By, Guid? CaseId = null, Guid? EntryId = null, Guid? PatientId = null, Note? Reason = null)
{
    public static MaskingRecord Of(Guid caseId, Entry masking) =>
        new(masking.Id, MaskingKind.Entry, masking.RecordedAt, masking.RecordedBy, caseId, ((EntryMasked)masking.Event).TargetEntryId);

    public static void Configure(StoreOptions options) => options.Schema.For<MaskingRecord>().Duplicate(x => x.At);
}
