using JasperFx.Events;
using Marten;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>Takes free text out of the event table, in the transaction that records who did so.</summary>
static class MaskedEvents
{
    /// <summary>Writes the texts of entries over that an entry just added has masked.</summary>
    /// <param name="after">The case with that entry, so without the texts.</param>
    public static async Task OverwriteAsync(IDocumentSession session, SurgicalCase after, IEnumerable<Entry> added, CancellationToken cancellation)
    {
        foreach (var by in added.Where(e => e.Event is EntryMasked))
        {
            var texts = Masking.MaskedBy(after.Entries, by.Id).ToDictionary(e => e.Version, e => e.Event);
            var versions = texts.Keys.ToArray();
            var stored = await ((IQuerySession)session).Events.QueryAllRawEvents()
                .Where(e => e.StreamId == after.Id && versions.Contains(e.Version)).ToListAsync(cancellation);
            foreach (var e in stored)
                session.Events.OverwriteEvent(e.WithData(texts[e.Version]));
            session.Insert(MaskingRecord.Of(after.Id, by));
        }
    }
}
