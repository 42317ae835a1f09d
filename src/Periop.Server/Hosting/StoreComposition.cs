using JasperFx;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using JasperFx.OpenTelemetry;
using Marten;
using Marten.Events;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Server.Access;
using Periop.Server.Access.Displays;
using Periop.Server.Board;
using Periop.Server.Hospitals;
using Periop.Server.Import;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Server.Store;
using Weasel.Core;
using Wolverine;
using Wolverine.Marten;

namespace Periop.Server.Hosting;

/// <summary>The event store: what is kept, under which names, and what can never be changed later without a rewrite.</summary>
static class StoreComposition
{
    public static void AddStore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton<DatabaseHistory>();
        builder.Services.AddSingleton(WrittenVersions.Of(builder.Configuration));
        builder.Services.AddSingleton(services => services.GetRequiredService<Database>().Open());
        builder.Services.AddSingleton(services =>
        {
            var kept = new KeptCases(builder.Configuration.GetValue("Cases:KeptMegabytes", KeptCases.DefaultMegabytes));
            services.GetRequiredService<DatabaseHistory>().WhenLeft(kept.Forget);
            return kept;
        });
        builder.Services.AddMarten(services => Options(
                services.GetRequiredService<TimeProvider>(), services.GetRequiredService<HospitalDirectory>(), services.GetRequiredService<RuleBook>(),
                services.GetRequiredService<RegisterVersion>(), builder.Environment, services.GetRequiredService<KeptCases>()))
            .UseNpgsqlDataSource()
            .IntegrateWithWolverine(wolverine =>
            {
                wolverine.MessageStorageSchemaName = EventTables.MessageSchema;
                wolverine.UseWolverineManagedEventSubscriptionDistribution = true;
            });
        builder.AddGeneratedCode();
        builder.Services.AddHostedService<LastKnownHospitals>();
        builder.Services.AddSingleton<AccessMonths>();
        builder.Services.AddHostedService<AccessMonthsAhead>();
        builder.Host.UseWolverine(wolverine =>
        {
            wolverine.ServiceName = "periop";
            wolverine.ApplicationAssembly = typeof(StoreComposition).Assembly;
            wolverine.Durability.Mode = builder.Environment.IsDevelopment() ? DurabilityMode.Solo : DurabilityMode.Balanced;
            wolverine.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(15);
            wolverine.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(3);
            wolverine.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(5);
            wolverine.Policies.AutoApplyTransactions();
        });
    }

    /// <summary>Everything about the store but its connection.</summary>
    /// <param name="kept">The folded cases that the projections share, with commands where there are any.</param>
    public static StoreOptions Options(
        TimeProvider time, HospitalDirectory hospitals, RuleBook rules, RegisterVersion register, IHostEnvironment environment, KeptCases kept)
    {
        var options = new StoreOptions { DatabaseSchemaName = EventTables.DocumentSchema };
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, PeriopJson.ConfigureStored);
        options.AutoCreateSchemaObjects = environment.IsDevelopment() ? AutoCreate.CreateOrUpdate : AutoCreate.None;
        options.Advanced.DefaultTenantUsageEnabled = false;
        options.Policies.AllDocumentsAreMultiTenanted();

        var events = options.Events;
        events.DatabaseSchemaName = EventTables.Schema;
        events.TenancyStyle = TenancyStyle.Conjoined;
        events.TimeProvider = time;
        events.UseMandatoryStreamTypeDeclaration = true;
        events.UseArchivedStreamPartitioning = true;
        events.UseExclusiveLockOnConcurrentAppends = true;
        events.EnableEventSkippingInProjectionsOrSubscriptions = true;
        events.EnableExtendedProgressionTracking = true;
        events.MetadataConfig.EnableAll();
        events.MetadataConfig.UserNameEnabled = true;       // EnableAll leaves it out
        foreach (var type in StoredEvents.Types)
        {
            events.MapEventType(type, StoredEvents.NameOf(type));
            // A node that does not know a later version must not find its own record by the name of the type: it stops instead of misreading.
            if (StoredEvents.VersionOf(type) > 1)
                ((EventGraph)events).EventMappingFor(type).DotNetTypeName = StoredEvents.NameOf(type);
        }

        OldEvents.Configure(events);

        // A projection that cannot apply an event stops and says so: it never leaves one out.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.Projections.FastPollingTime = options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(100);

        options.OpenTelemetry.TrackConnections = TrackLevel.Normal;
        options.OpenTelemetry.TrackEventCounters();

        LastKnownHospital.Configure(options);
        CaseSummary.Configure(options);
        PatientIdentity.Configure(options);
        MaskingRecord.Configure(options);
        AccessEntry.Configure(options, EventTables.AccessSchema, time);
        BoardCard.Configure(options);
        RecallStream.Configure(options);
        ImportedEntries.Configure(options);
        options.Storage.ExtendedSchemaObjects.Add(BoardProjection.Halted.Build());
        options.Storage.ExtendedSchemaObjects.Add(WriteProbe.Build());
        options.Storage.ExtendedSchemaObjects.Add(ProtectionKeys.Build());
        options.Storage.ExtendedSchemaObjects.Add(DisplayDirectory.Build());
        RegisterModule.Configure(options, register);
        options.Projections.Add(new BoardProjection(hospitals, new FoldedCases(kept), rules), ProjectionLifecycle.Async);
        options.Projections.Add(new RegisterProjection(register, new FoldedCases(kept)), ProjectionLifecycle.Async);
        return options;
    }
}
