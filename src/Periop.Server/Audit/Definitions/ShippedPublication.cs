using Marten;
using Npgsql;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.Definitions;

/// <summary>
/// Publishes to each configured hospital what the release ships and the hospital does not have yet. A version that the hospital has published
/// itself stays the hospital's.
/// </summary>
sealed class ShippedPublication(
    IDocumentStore store, NpgsqlDataSource database, HospitalDirectory hospitals, WriteSessions writing, ShippedDefinitions shipped, TimeProvider clock)
{
    /// <summary>Who has published what a release brings.</summary>
    public const string By = "periop";

    /// <summary>In seconds. A start does not wait longer for a store that hangs.</summary>
    const int Patience = 5;

    /// <summary>
    /// A server of a release that knows no published definitions would stop at the first: its register is a version before they came. One that
    /// was killed stands there until the others notice.
    /// </summary>
    static readonly string OldServerRuns =
        $"select {EventTables.IsKnownToANode(RegisterProjection.Register, RegisterTable.Definitions.Since - 1)}";

    /// <summary>Publishes what is missing, one transaction a hospital.</summary>
    /// <returns>Whether it is done; not while a server runs that would stop at it.</returns>
    /// <exception cref="StartRefusedException">A version that a release has shipped is another in this one.</exception>
    public async Task<bool> PublishAsync(CancellationToken cancellation)
    {
        if (shipped.All.Count == 0)
            return true;
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            if (await connection.ScalarAsync(OldServerRuns, cancellation) is true)
                return false;
        foreach (var hospital in hospitals.All)
            await PublishAsync(hospital.Id, cancellation);
        return true;
    }

    /// <summary>A sentence for each shipped version that is not published, because the hospital has its own of that number.</summary>
    /// <exception cref="StartRefusedException">A version that a release has shipped is another in this one.</exception>
    public async Task<IReadOnlyList<string>> KeptAsync(CancellationToken cancellation)
    {
        var kept = new List<string>();
        foreach (var hospital in hospitals.All)
        {
            await using var session = Open(hospital.Id);
            var published = await PublishedAsync(session, cancellation);
            kept.AddRange(
                from definition in shipped.All
                let there = published.GetValueOrDefault(PublicationStream.IdOf(hospital.Id, definition))
                where there is { Shipped: false } && there.Content != VersionedFile.ContentOf(definition)
                select $"Hospital {hospital.Id} has published version {definition.Version} of {definition.Id} itself: the release's does not count there.");
        }

        return kept;
    }

    async Task PublishAsync(string hospital, CancellationToken cancellation)
    {
        await using var session = Open(hospital);
        if (Missing(hospital, await PublishedAsync(session, cancellation)) is [])
            return;
        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        // another node may have had its turn meanwhile
        foreach (var definition in Missing(hospital, await PublishedAsync(session, cancellation)))
            write.Record(new Publication(DefinitionPublished.Of(definition, shipped: true), clock.GetUtcNow().ToMicroseconds(), By));
        await write.CommitAsync();
    }

    OutcomeDefinition[] Missing(string hospital, Dictionary<Guid, DefinitionPublished> published) =>
        [.. shipped.All.Where(definition => !published.ContainsKey(PublicationStream.IdOf(hospital, definition)))];

    async Task<Dictionary<Guid, DefinitionPublished>> PublishedAsync(IQuerySession session, CancellationToken cancellation)
    {
        var hospital = session.TenantId;
        Guid[] streams = [.. shipped.All.Select(definition => PublicationStream.IdOf(hospital, definition))];
        var stored = await session.Events.QueryAllRawEvents().Where(e => streams.Contains(e.StreamId)).ToListAsync(cancellation);
        var published = stored.ToDictionary(e => e.StreamId, e => (DefinitionPublished)e.Data);
        foreach (var definition in shipped.All)
            if (published.GetValueOrDefault(PublicationStream.IdOf(hospital, definition)) is { Shipped: true } before
                && before.Content != VersionedFile.ContentOf(definition))
                throw new StartRefusedException(
                    $"Version {definition.Version} of the definition {definition.Id} is another in this release than the one that was published to hospital "
                    + $"{hospital}. What was published does not change: a release that ships it otherwise gives it a new number.");
        return published;
    }

    IDocumentSession Open(string hospital) => store.LightweightSession(new Marten.Services.SessionOptions { TenantId = hospital, Timeout = Patience });
}
