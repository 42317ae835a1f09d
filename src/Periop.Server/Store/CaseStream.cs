using JasperFx.Events;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>A case's stream in the store: locked for writing, read, appended to.</summary>
public sealed class CaseStream(KeptCases kept, string schema = EventTables.Schema)
{
    readonly string select = EventTables.CaseVersion(schema);

    /// <summary>
    /// The case with its stream locked until the session's transaction ends, so that writers of one case queue up. Null when
    /// there is none yet; then the store's key decides a race.
    /// </summary>
    public async Task<(SurgicalCase? Case, bool IsArchived)> LockAsync(IDocumentSession session, Guid caseId, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        return await LoadAsync(session, caseId, select + " for update", cancellation);
    }

    /// <summary>
    /// Those of the cases that are there, not archived, and that no other transaction has locked, locked themselves until the session's transaction ends. None
    /// is waited for, so that two transactions of many cases never wait for each other.
    /// </summary>
    public async Task<Dictionary<Guid, SurgicalCase>> LockFreeAsync(IDocumentSession session, Guid[] caseIds, CancellationToken cancellation)
    {
        await session.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(EventTables.LockFreeCases);
        command.Parameters.Add(new("tenant", NpgsqlDbType.Varchar) { Value = session.TenantId });
        command.Parameters.Add(new("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = caseIds });
        var versions = new List<(Guid Id, long Version)>();
        await using (var reader = await session.ExecuteReaderAsync(command, cancellation))
            while (await reader.ReadAsync(cancellation))
                versions.Add((reader.GetGuid(0), reader.GetInt64(1)));
        var cases = new Dictionary<Guid, SurgicalCase>();
        foreach (var (id, version) in versions)
            if (await AtAsync(session, id, version, cancellation) is { } surgicalCase)
                cases[id] = surgicalCase;
        return cases;
    }

    /// <summary>The case as it is.</summary>
    public async Task<SurgicalCase?> ReadAsync(IQuerySession session, Guid caseId, CancellationToken cancellation) =>
        (await LoadAsync(session, caseId, select, cancellation)).Case;

    /// <summary>The cases that ever were of a patient, whoever they are of now.</summary>
    public static async Task<IReadOnlyList<Guid>> EverOfAsync(IQuerySession session, Guid patientId, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand(EventTables.CasesOfPatient);
        question.Parameters.Add(new("tenant", NpgsqlDbType.Varchar) { Value = session.TenantId });
        question.Parameters.Add(new("patient", NpgsqlDbType.Text) { Value = $"{patientId}" });
        return await session.IdsAsync(question, cancellation);
    }

    /// <summary>Adds entries to a locked case, with the times and names they were judged with.</summary>
    /// <param name="trace">Of the request that they came with; null: the session's.</param>
    public static void Append(IDocumentSession session, SurgicalCase after, IReadOnlyList<Entry> added, WrittenVersions versions, string? trace = null)
    {
        object[] events = [.. added.Select(entry =>
        {
            var stored = session.Events.BuildEvent(versions.AsWritten(entry.Event));
            stored.Timestamp = entry.RecordedAt;
            stored.UserName = entry.RecordedBy;
            stored.CorrelationId = trace;
            return stored;
        })];
        if (after.Version == added.Count)
            session.Events.StartStream<SurgicalCase>(after.Id, events);
        else
            session.Events.Append(after.Id, events);
    }

    /// <summary>Keeps a case that was committed.</summary>
    public void Keep(string hospital, SurgicalCase committed) => kept.Keep(hospital, committed);

    /// <summary>Folds stored events onto a case.</summary>
    public static SurgicalCase? Fold(SurgicalCase? soFar, IEnumerable<IEvent> stored) =>
        SurgicalCase.Evolve(soFar, [.. stored.Select(e => ((CaseEvent)e.Data, e.Timestamp, e.UserName ?? ""))]);

    async Task<(SurgicalCase? Case, bool IsArchived)> LoadAsync(IQuerySession session, Guid caseId, string versionQuery, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(versionQuery);
        command.Parameters.Add(new("tenant", NpgsqlDbType.Varchar) { Value = session.TenantId });
        command.Parameters.Add(new("id", NpgsqlDbType.Uuid) { Value = caseId });
        (long Version, bool IsArchived) stream;
        await using (var reader = await session.ExecuteReaderAsync(command, cancellation))
        {
            if (!await reader.ReadAsync(cancellation))
                return (null, false);
            stream = (reader.GetInt64(0), reader.GetBoolean(1));
        }

        return (await AtAsync(session, caseId, stream.Version, cancellation), stream.IsArchived);
    }

    async Task<SurgicalCase?> AtAsync(IQuerySession session, Guid caseId, long version, CancellationToken cancellation)
    {
        var known = kept.Find(session.TenantId, caseId, version);
        if (known?.Version == version)
            return known;
        var from = (known?.Version ?? 0) + 1;
        var stored = await session.Events.FetchStreamAsync(caseId, fromVersion: from, token: cancellation);
        if (stored.Count == 0)      // there are some, so they are archived: left out, unless they are asked for
            stored = await session.Events.QueryAllRawEvents()
                .Where(e => e.StreamId == caseId && e.Version >= from && e.IsArchived == true).OrderBy(e => e.Version).ToListAsync(cancellation);
        var current = Fold(known, stored);
        if (current is not null)
            kept.Keep(session.TenantId, current);
        return current;
    }
}
