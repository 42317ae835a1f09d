using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Store;

public sealed class PatientIndexTests(PeriopHost host) : IClassFixture<PeriopHost>
{
    [Fact]
    public async Task The_cases_of_a_patient_are_found_without_a_look_at_every_event()
    {
        await host.SqlAsync($$"""
            with s as (insert into {{EventTables.Schema}}.mt_streams (id, version, tenant_id, is_archived)
                select gen_random_uuid(), 1, 'busy', false from generate_series(1, 5000) returning id, tenant_id)
            insert into {{EventTables.Events}} (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select nextval('{{EventTables.Schema}}.mt_events_sequence'), gen_random_uuid(), id, 1, '{}', 'tombstone', now(), tenant_id,
            'JasperFx.Events.Tombstone, JasperFx.Events', false from s
            """);
        await host.SqlAsync($"analyze {EventTables.Events}");
        var question = EventTables.CasesOfPatient.Replace("@tenant", "'busy'", StringComparison.Ordinal).Replace("@patient", "'p'", StringComparison.Ordinal);
        var plan = (string)(await host.SqlAsync($"explain (format json) {question}"))!;
        Assert.Contains("idx_mt_events_default_patient", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_missing_the_schema_is_not_up_to_date_until_it_is_migrated()
    {
        await host.SqlAsync($"drop index {EventTables.PatientIndexOf("mt_events_default")}");
        Assert.NotNull(await Schema.WhatIsMissingAsync(host.Services));
        await Schema.ApplyAsync(host.Services, TestContext.Current.CancellationToken);
        Assert.Null(await Schema.WhatIsMissingAsync(host.Services));
    }
}
