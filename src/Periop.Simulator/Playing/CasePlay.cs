using Periop.Simulator.Planning;

namespace Periop.Simulator.Playing;

/// <summary>Sends the entries of one case in their order.</summary>
sealed class CasePlay(CaseClient client, Ledger ledger, PlayTally tally, Pace? pace, TimeProvider clock, Action<int> step)
{
    /// <param name="caseId">Null when the first entry opens the case.</param>
    public async Task PlayAsync(IReadOnlyList<PlannedEntry> entries, CancellationToken cancellation, Guid? caseId = null)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (pace is not null)
                await pace.WaitUntilAsync(entries[index].SendAt, clock, cancellation);
            var outcome = await SendAsync(entries[index], caseId, cancellation);
            caseId ??= (outcome as Acknowledged)?.Receipt.CaseId;
            if (outcome is Unanswered || caseId is null)
            {
                tally.CountAbandoned();
                step(entries.Count - index);
                return;
            }
            step(1);
        }
    }

    async Task<Outcome> SendAsync(PlannedEntry entry, Guid? caseId, CancellationToken cancellation)
    {
        var outcome = await client.SendAsync(entry, caseId, cancellation);
        switch (outcome)
        {
            case Acknowledged acknowledged:
                ledger.Note(Line(entry, acknowledged));
                tally.Count(acknowledged);
                if (entry.Twice)
                    await SendAgainAsync(entry, caseId, acknowledged, cancellation);
                break;
            case Refused refused:
                tally.Count(entry, refused);
                break;
            case Unanswered unanswered:
                ledger.Note(new(caseId ?? Guid.Empty, entry.CaseNumber, entry.EntryId, entry.Name, null, null, unanswered.Body));
                break;
        }
        return outcome;
    }

    /// <summary>The same entry again must get the same receipt.</summary>
    async Task SendAgainAsync(PlannedEntry entry, Guid? caseId, Acknowledged first, CancellationToken cancellation)
    {
        switch (await client.SendAsync(entry, caseId, cancellation))
        {
            case Acknowledged { IsReplay: true } again when again.Receipt == first.Receipt:
                tally.CountReplay();
                break;
            case Acknowledged again:
                ledger.Note(Line(entry, again));
                tally.Count(entry, new Refused(System.Net.HttpStatusCode.OK, "not-replayed", "Sent again, the entry didn't get its first receipt"));
                break;
            case Refused refused:
                tally.Count(entry, refused);
                break;
        }
    }

    static LedgerLine Line(PlannedEntry entry, Acknowledged acknowledged) =>
        new(acknowledged.Receipt.CaseId, entry.CaseNumber, entry.EntryId, entry.Name,
            acknowledged.Receipt.Version, acknowledged.Receipt.RecordedAt, acknowledged.Body);
}
