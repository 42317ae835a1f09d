using Marten;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>Takes free text out of the event table, in the transaction that records who did so.</summary>
static class MaskedEvents
{
    /// <summary>Takes the texts of entries away that an entry just added has masked.</summary>
    /// <param name="after">The case with that entry, so without the texts.</param>
    public static void Overwrite(IDocumentSession session, SurgicalCase after, IEnumerable<Entry> added)
    {
        foreach (var by in added.Where(e => e.Event is EntryMasked))
        {
            var versions = Masking.MaskedBy(after.Entries, by.Id).Select(e => e.Version).Distinct().ToArray();
            session.QueueOperation(new MaskTexts(session.TenantId, after.Id, by.Id, versions));
            session.Insert(MaskingRecord.Of(after.Id, by));
        }
    }
}
