using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Store;

/// <summary>The access log in months: of a database that has none yet, ahead of time, and until they have aged.</summary>
public sealed class AccessMonthsTests(TestDatabases databases) : IAsyncLifetime
{
    const string Log = "periop_access.mt_doc_accessentry";

    readonly PeriopHost host = new(databases) { Clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero)) };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_log_without_months_is_copied_into_months_without_losing_an_entry()
    {
        var file = Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden", "register", "before_versions.sql");
        var before = await databases.RestoreAsync(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) + $$"""
            insert into {{Log}} (tenant_id, id, data, at)
            select 'general', id, jsonb_build_object(
                'id', id, 'at', at, 'subject', 'nurse-1', 'action', 'case', 'caseId', id, 'outcome', 'recorded',
                'patientRef', 'p-' || extract(month from at)), at
            from (select gen_random_uuid() as id, day + interval '23 hours 59 minutes' as at
                from generate_series(timestamptz '2025-10-01Z', timestamptz '2026-11-25Z', interval '1 day') as day) as days;
            create table public.copied as select tenant_id, id, data, at from {{Log}};
            """);
        await host.StartAsync(before);
        Assert.Equal(421L, await host.SqlAsync(
            $"select count(*) from (select tenant_id, id, data, at from {Log} intersect select * from public.copied) as same"));
        Assert.Equal(
            "m202510 31, m202511 30, m202512 31, m202601 31, m202602 28, m202603 31, m202604 30, m202605 31, m202606 30, m202607 31, m202608 31, m202609 30, "
            + "m202610 31, m202611 25", await FilledAsync());
        Assert.Null(await Schema.WhatIsMissingAsync(host.Services));
        var auditor = new TestHospital(host, "general").Auditor;
        Assert.Equal(31, (await auditor.GetAsync("/api/access-log?patientRef=p-7&limit=500")).Is(200).Items.Count);
        Assert.Equal("recorded", (await auditor.GetAsync("/api/access-log?action=case&limit=1")).Is(200).Items.Single()!["outcome"]!.GetValue<string>());
    }

    [Fact]
    public async Task Months_are_made_a_year_before_they_begin_while_the_server_runs()
    {
        await host.StartAsync(await databases.CopyAsync());
        var later = host.Now.AddDays(40).AddMonths(12);
        host.Clock.Advance(TimeSpan.FromDays(40));
        await Eventually.BecomesAsync(
            () => host.SqlAsync($"select to_regclass('{Log}_m{later:yyyyMM}') is not null"), made => made is true, "the month is made");
        Assert.Null(await Schema.WhatIsMissingAsync(host.Services));
    }

    [Fact]
    public async Task Whoever_does_not_own_the_tables_leaves_the_months_to_migrate()
    {
        await host.StartAsync(await databases.CopyAsync());
        await using var limited = NpgsqlDataSource.Create(await databases.WithoutTablesAsync(host.ConnectionString));
        await host.SqlAsync("grant usage on schema periop_access to periop_application");
        using var months = new AccessMonthsAhead(
            host.Services.GetRequiredService<IDocumentStore>(), limited, host.Clock, NullLogger<AccessMonthsAhead>.Instance);
        Assert.False(await months.MakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Entries_whose_month_was_not_made_in_time_are_put_into_it_by_migrate()
    {
        await host.StartAsync(await databases.CopyAsync());
        await EnterAsync("2028-06-30T23:59Z");
        Assert.Equal("default 1", await FilledAsync());
        await host.StopAsync();
        host.Clock.Advance(TimeSpan.FromDays(500));
        await host.StartAsync(host.ConnectionString);
        Assert.Equal("m202806 1", await FilledAsync());
        Assert.Null(await Schema.WhatIsMissingAsync(host.Services));
    }

    [Fact]
    public async Task Months_that_have_aged_are_dropped_and_no_others()
    {
        await host.StartAsync(await databases.CopyAsync());
        foreach (var at in new[] { "2026-05-31T23:59Z", "2026-06-01T00:00Z", "2026-11-26T00:00Z" })
            await EnterAsync(at);
        await Months(5).SortAsync(TestContext.Current.CancellationToken);
        Assert.Equal("The access log is kept for ever.", await Months(0).DropAgedAsync(TestContext.Current.CancellationToken));
        Assert.Equal("m202605 1, m202606 1, m202611 1", await FilledAsync());
        Assert.Equal("The access log is kept from 2026-06 on; months dropped: 3.", await Months(5).DropAgedAsync(TestContext.Current.CancellationToken));
        Assert.Equal("m202606 1, m202611 1", await FilledAsync());
        Assert.Null(await Schema.WhatIsMissingAsync(host.Services));
    }

    [Fact]
    public async Task A_drop_does_not_make_everybody_wait_behind_a_long_reader()
    {
        await host.StartAsync(await databases.CopyAsync());
        await EnterAsync("2026-05-31T23:59Z");
        await Months(5).SortAsync(TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var reading = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var read = new NpgsqlCommand($"select count(*) from {Log}", connection, reading))
            await read.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("Run migrate again.", await Months(5).DropAgedAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("m202605 1", await FilledAsync());
    }

    AccessMonths Months(int kept) => new(
        host.Services.GetRequiredService<NpgsqlDataSource>(), host.Clock,
        new ConfigurationBuilder().AddInMemoryCollection([new(AccessMonths.Setting, $"{kept}")]).Build());

    Task<object?> EnterAsync(string at) => host.SqlAsync($$"""
        insert into {{Log}} (tenant_id, id, data, at) select 'h001', id, jsonb_build_object(
            'id', id, 'at', '{{at}}', 'subject', 'nurse-1', 'action', 'case', 'outcome', '200'), '{{at}}' from gen_random_uuid() as id
        """);

    /// <summary>How many entries each month has that has any.</summary>
    async Task<string?> FilledAsync() => (string?)await host.SqlAsync($"""
        select string_agg(month || ' ' || entries, ', ' order by month)
        from (select substring(tableoid::regclass::text from '[^_]*$') as month, count(*) as entries from {Log} group by 1) as months
        """);
}
