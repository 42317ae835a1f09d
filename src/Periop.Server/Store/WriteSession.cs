using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;

namespace Periop.Server.Store;

/// <summary>Begins what is written.</summary>
public sealed class WriteSessions(CaseStream cases, HospitalDirectory hospitals, WrittenVersions versions)
{
    /// <param name="session">The session of the hospital that is written to; its transaction is the write's.</param>
    public WriteSession Begin(IDocumentSession session, CancellationToken cancellation) =>
        new(session, cases, hospitals[session.TenantId], versions, cancellation);
}

/// <summary>
/// The one way in, for commands, files, recalls, definitions and second sources alike: lock, find the patient, judge, and write events and access entry in one
/// transaction of one hospital.
/// </summary>
public sealed class WriteSession(
    IDocumentSession session, CaseStream cases, Hospital hospital, WrittenVersions versions, CancellationToken cancellation)
{
    readonly List<(SurgicalCase? Before, SurgicalCase After, IReadOnlyList<Entry> Added)> recorded = [];
    readonly HashSet<Guid> archived = [];

    public Hospital Hospital => hospital;

    /// <summary>
    /// Waits for its turn to name a case, a patient, a recall or a version for the first time, or to upload a source. Before anything is locked.
    /// </summary>
    public Task WaitToNameAsync() => NameQueue.EnterAsync(session, cancellation);

    /// <summary>The case, locked until the transaction ends, so that its writers queue up; null when there is none.</summary>
    public async Task<SurgicalCase?> LockCaseAsync(Guid caseId)
    {
        var (surgicalCase, isArchived) = await cases.LockAsync(session, caseId, cancellation);
        if (isArchived)
            archived.Add(caseId);
        return surgicalCase;
    }

    /// <summary>Why nothing is recorded into a locked case any more; null when something may be.</summary>
    public Refusal? WhyClosed(Guid caseId) => archived.Contains(caseId) ? Refusal.CaseArchived : null;

    /// <summary>Those of the cases that are there, not archived, and that nobody else writes to, locked until the transaction ends.</summary>
    public Task<Dictionary<Guid, SurgicalCase>> LockFreeCasesAsync(Guid[] caseIds) => cases.LockFreeAsync(session, caseIds, cancellation);

    /// <summary>A case as it is, not locked; null when there is none.</summary>
    public Task<SurgicalCase?> ReadCaseAsync(Guid caseId) => cases.ReadAsync(session, caseId, cancellation);

    /// <summary>The case that holds a number.</summary>
    public async Task<Guid?> CaseHoldingAsync(string number) =>
        await session.Query<CaseSummary>().Where(c => c.HeldNumber == number).Select(c => c.CaseId).FirstOrDefaultAsync(cancellation) is var found
        && found != Guid.Empty ? found : null;

    /// <summary>The last case that had a number and gave it back, since it was entered in error.</summary>
    public async Task<Guid?> CaseThatHadAsync(string number) =>
        await session.Query<CaseSummary>().Where(c => c.CaseNumber == number && c.HeldNumber == null)
            .OrderByDescending(c => c.RecordedAt).Select(c => c.CaseId).FirstOrDefaultAsync(cancellation) is var found
        && found != Guid.Empty ? found : null;

    /// <summary>Whether nobody can tell any more whom a number stands for.</summary>
    public async Task<bool> IsErasedAsync(Guid patientId) => !await session.Query<PatientIdentity>().AnyAsync(p => p.PatientId == patientId, cancellation);

    /// <summary>Who a reference stands for, with a new identity on first use.</summary>
    public Task<PatientIdentity> PatientAsync(Reference patient) => PatientIdentity.FindOrBeginAsync(patient, session, cancellation);

    /// <summary>A recall as it is; null when there is none.</summary>
    public Task<Recall?> RecallAsync(Guid recallId) => session.LoadAsync<Recall>(recallId, cancellation);

    /// <summary>Every recall of the hospital.</summary>
    public Task<IReadOnlyList<Recall>> RecallsAsync() => session.Query<Recall>().ToListAsync(cancellation);

    /// <summary>The recalls of a model that have not ended; of those that name none, when it is null.</summary>
    public Task<IReadOnlyList<Recall>> LastingRecallsAsync(string? gtin) =>
        session.Query<Recall>().Where(r => r.EndedAt == null && r.Gtin == gtin).ToListAsync(cancellation);

    /// <summary>Whether an id stands for something already, a case or a recall.</summary>
    public async Task<bool> IsTakenAsync(Guid id) => await session.Events.FetchStreamStateAsync(id, cancellation) is not null;

    /// <summary>Why the store, other cases and recalls do not let a case become what it would; null when they do.</summary>
    public async Task<Refusal?> WhyNotAsync(SurgicalCase? before, SurgicalCase after)
    {
        if (before is null && await IsTakenAsync(after.Id))
            return Refusal.EntryIdReused;
        if (WhyClosed(after.Id) is { } closed)
            return closed;
        // A number is asked for by a new case, by one that is given another, and by one that was entered in error and is not any more.
        return CaseSummary.NumberHeldBy(after) is { } number && (before is null || CaseSummary.NumberHeldBy(before) != number)
            && await CaseHoldingAsync(number) is { } holder && holder != after.Id
            ? Refusal.CaseNumberTaken(number)
            : null;
    }

    /// <summary>Adds entries to a locked case: the events, and a patient named for the first time.</summary>
    /// <param name="trace">Of the request that they came with; null: the session's.</param>
    public void Record(SurgicalCase? before, SurgicalCase after, IReadOnlyList<Entry> added, PatientIdentity? patient, string? trace = null)
    {
        CaseStream.Append(session, after, added, versions, trace);
        if (patient is { IsNew: true })
            session.Insert(patient);        // not stored over the one that another first case has made meanwhile
        recorded.Add((before, after, added));
    }

    /// <summary>Adds an event to a recall, and beside it the recall as it is, for the list.</summary>
    public Recall Record(Recall? before, Guid recallId, RecallEvent happened, DateTimeOffset now, string by)
    {
        RecallStream.Append(session, recallId, happened, now, by, versions, isNew: before is null);
        var after = Recall.Evolve(before, happened, now, by);
        session.Store(after);
        return after;
    }

    /// <summary>What was published under a version; null when nothing was.</summary>
    public Task<Publication?> PublishedAsync(Guid stream) => PublicationStream.FindAsync(session, stream, cancellation);

    /// <summary>Publishes a version that was not published before.</summary>
    public void Record(Publication publication) => PublicationStream.Append(session, publication);

    /// <summary>The newest upload of a second source; null when there is none.</summary>
    public Task<Upload?> UploadedAsync(string source) =>
        SecondSourceStream.LastAsync(session, SecondSourceStream.IdOf(session.TenantId, source), cancellation);

    /// <summary>Adds an upload to a second source.</summary>
    public void Record(Upload upload, bool isFirst) => SecondSourceStream.Append(session, upload, isFirst);

    /// <summary>Names a patient, or says anew who it is.</summary>
    public void Record(PatientIdentity patient) => session.Store(patient);

    /// <summary>The cases that ever were of a patient.</summary>
    public Task<IReadOnlyList<Guid>> CasesOfAsync(Guid patientId) => CaseStream.EverOfAsync(session, patientId, cancellation);

    /// <summary>Removes who a patient is, and lists that it was done.</summary>
    public void Erase(PatientIdentity patient, MaskingRecord erasure)
    {
        session.Delete(patient);
        session.Store(erasure);
    }

    /// <summary>Commits, with what the access log is to say.</summary>
    /// <exception cref="TimeoutException">
    /// It was cancelled, which PostgreSQL takes for the end of waiting for a synchronous standby, and says that it has committed. Sent again, it is
    /// acknowledged when its access entry has reached the standby, and so have the events.
    /// </exception>
    public async Task CommitAsync(params IReadOnlyList<AccessEntry> access)
    {
        foreach (var written in recorded)
            MaskedEvents.Overwrite(session, written.After, written.Added);
        foreach (var written in recorded.GroupBy(written => written.After.Id))
            Summarise(written.First().Before, written.Last().After);
        AccessEntries.Insert(session, access);
        await session.SaveChangesAsync(cancellation);
        if (cancellation.IsCancellationRequested)
            throw new TimeoutException("The wait for the commit was cancelled: it may be on one disk alone, without its standby.");
        foreach (var (_, committed, _) in recorded)
            cases.Keep(session.TenantId, committed);
    }

    void Summarise(SurgicalCase? before, SurgicalCase after)
    {
        var summary = CaseSummary.Of(after, hospital);
        if (before is null || CaseSummary.Of(before, hospital) != summary)
            session.Store(summary);
    }
}
