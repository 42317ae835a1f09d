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
    public static async Task<Contender> ContenderAsync(Stage stage)
    {
        var store = await StoreAsync(stage, "bare");
        return new("(b) bare Marten", count => BeginAsync(store, count), async caseId =>
        {
            await using var session = store.LightweightSession(Stage.Hospital);
            var stream = await session.Events.FetchForExclusiveWriting<SurgicalCase>(caseId);
            stream.AppendOne(Event(stream.Aggregate!));
            await session.SaveChangesAsync();
        });
    }

    /// <summary>A store of its own schema with the server's options, the case folded live.</summary>
    public static async Task<IDocumentStore> StoreAsync(Stage stage, string schema)
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
            options.Events.UseArchivedStreamPartitioning = true;
            options.Events.UseExclusiveLockOnConcurrentAppends = true;
            options.Events.UseMandatoryStreamTypeDeclaration = true;
            options.Events.MetadataConfig.EnableAll();
            options.Events.MetadataConfig.UserNameEnabled = true;
            foreach (var type in StoredEvents.Types)
                options.Events.MapEventType(type, StoredEvents.NameOf(type));
            options.Projections.Add<FoldedCase>(ProjectionLifecycle.Live);
        });
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        return store;
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

    static BloodLossEstimated Event(SurgicalCase surgicalCase) =>
        new(450) { EntryId = Guid.CreateVersion7(), OccurredAt = surgicalCase.RecordedAt, Content = Contenders.Hash };
}

/// <summary>Binds the domain's fold to the store.</summary>
public sealed class FoldedCase : SingleStreamProjection<SurgicalCase, Guid>
{
    public override SurgicalCase? Evolve(SurgicalCase? snapshot, Guid id, IEvent e) =>
        SurgicalCase.Evolve(snapshot, (CaseEvent)e.Data, e.Timestamp, e.UserName ?? "");
}
