using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Events.Aggregation;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Server.Json;
using Weasel.Core;

namespace Periop.Benchmarks;

/// <summary>Marten as its documentation uses it: fetch the folded case for exclusive writing, append, save.</summary>
static class BareMarten
{
    public static async Task<Contender> FoldingAsync(Stage stage)
    {
        var store = await StoreAsync(stage, "bare");
        return new("(b) bare Marten, folding", count => BeginAsync(store, count), async caseId =>
        {
            await using var session = store.LightweightSession(Stage.Hospital);
            var stream = await session.Events.FetchForExclusiveWriting<SurgicalCase>(caseId);
            stream.AppendOne(Event(stream.Aggregate!.RecordedAt));
            await session.SaveChangesAsync();
        });
    }

    /// <summary>The best that it does: no partitions, nothing of where an event came from, a small document of each case instead of its events.</summary>
    public static async Task<Contender> InlineAsync(Stage stage)
    {
        var store = await StoreAsync(stage, "inline", inline: true);
        return new("(b) bare Marten, inline", count => BeginAsync(store, count), async caseId =>
        {
            await using var session = store.LightweightSession(Stage.Hospital);
            var stream = await session.Events.FetchForExclusiveWriting<TalliedCase>(caseId);
            stream.AppendOne(Event(stream.Aggregate!.RecordedAt));
            await session.SaveChangesAsync();
        });
    }

    /// <summary>A store of its own schema: with the server's options and the case folded live, or with the fewest and the case tallied inline.</summary>
    public static async Task<IDocumentStore> StoreAsync(Stage stage, string schema, bool inline = false)
    {
        var store = DocumentStore.For(options =>
        {
            options.Connection(
                NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(stage.ConnectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 }));
            options.DatabaseSchemaName = schema;
            options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, PeriopJson.ConfigureStored);
            options.Policies.AllDocumentsAreMultiTenanted();
            options.Events.DatabaseSchemaName = schema;
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
            options.Events.UseExclusiveLockOnConcurrentAppends = true;
            options.Events.UseMandatoryStreamTypeDeclaration = true;
            foreach (var type in StoredEvents.Types)
                options.Events.MapEventType(type, StoredEvents.NameOf(type));
            if (inline)
                options.Projections.Add<TalliedCases>(ProjectionLifecycle.Inline);
            else
                AsTheServerHasIt(options);
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        return store;
    }

    static void AsTheServerHasIt(StoreOptions options)
    {
        options.Events.UseArchivedStreamPartitioning = true;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Projections.Add<FoldedCase>(ProjectionLifecycle.Live);
    }

    /// <summary>Cases that begin like those of the pipeline.</summary>
    public static async Task<Guid[]> BeginAsync(IDocumentStore store, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
        {
            SurgicalCase? surgicalCase = null;
            foreach (var (entryId, command) in Contenders.Beginning(id))
                surgicalCase = ((CommandResult.Recorded)Recording.Record(surgicalCase, command, OtherPipelines.Now(entryId))).Case;
            await using var session = store.LightweightSession(Stage.Hospital);
            session.Events.StartStream<SurgicalCase>(id, surgicalCase!.InOrderOfRecording().Select(e => (object)e.Event).ToArray());
            await session.SaveChangesAsync();
        }

        return ids;
    }

    static BloodLossEstimated Event(DateTimeOffset at) => new(450) { EntryId = Guid.CreateVersion7(), OccurredAt = at, Content = Contenders.Hash };
}

/// <summary>Binds the domain's fold to the store.</summary>
public sealed class FoldedCase : SingleStreamProjection<SurgicalCase, Guid>
{
    public override SurgicalCase? Evolve(SurgicalCase? snapshot, Guid id, IEvent e) =>
        SurgicalCase.Evolve(snapshot, (CaseEvent)e.Data, e.Timestamp, e.UserName ?? "");
}

/// <summary>The least that a decision could ask for.</summary>
public sealed record TalliedCase(Guid Id, int Entries, DateTimeOffset RecordedAt);

/// <summary>Counts the entries of a case.</summary>
public sealed class TalliedCases : SingleStreamProjection<TalliedCase, Guid>
{
    public override TalliedCase? Evolve(TalliedCase? snapshot, Guid id, IEvent e) => new(id, (snapshot?.Entries ?? 0) + 1, e.Timestamp);
}
