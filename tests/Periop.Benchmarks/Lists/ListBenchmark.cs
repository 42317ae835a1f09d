using Npgsql;
using Periop.Benchmarks.Audit;
using Periop.Benchmarks.Rebuild;
using Periop.Server.Http;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Benchmarks.Lists;

/// <summary>Whether lists at size are sent as they are read. What years of cases have little of is multiplied, as a larger hospital would have it.</summary>
static class ListBenchmark
{
    public static async Task<int> RunAsync(int cases, int times)
    {
        await using var stage = await Stage.SetAsync();      // publishes the definitions
        var since = AsOf.Written(TimeProvider.System.GetUtcNow());
        await Task.Delay(TimeSpan.FromSeconds(3));           // a tick before there is anything
        await stage.StopServerAsync();
        await using var database = NpgsqlDataSource.Create(stage.ConnectionString + ";Command Timeout=600");
        var years = new OperatedYears(cases, new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero));
        await using (var store = Rebuilding.StoreOf(stage, KeptCases.DefaultMegabytes))
        {
            var events = await new EventCopy(database, store).WriteAsync(years.InOrderOfRecording());
            Console.WriteLine($"{cases} cases, {events} events; rebuild: {await Rebuilding.MeasureAsync(store, events)}");
            await database.ScalarAsync($"update {EventTables.Schema}.mt_event_progression set last_seq_id = {events}");     // the board is not asked
        }

        stage.StartServer();
        await new RateQuestions(stage, DateOnly.FromDateTime(years.Begin.Date)).UntilSettledAsync();
        await MultiplyAsync(database, RegisterTable.Findings, "row.finding = 'present'", times);
        await MultiplyAsync(database, RegisterTable.Corrections, "true", times);
        await EnterAsync(database, cases * times);
        foreach (var (role, list) in new[]
        {
            ("quality", "/api/register/complications"), ("quality", "/api/register/corrections"), ("quality", "/api/implants"),
            ("quality", "/api/audit/benefits/cases?measure=pain"), ("quality", "/api/audit/record-keeping/entries?metric=prompt-recording"),
            ("auditor", "/api/access-log"), ("quality", "/api/register/follow-ups/due"), ("quality", $"/api/audit/changes?since={since}"),
        })
            foreach (var format in new[] { "csv", "ndjson" })
                Console.WriteLine($"{list.Split('?')[0]}, {format}: " + await WholeList.ReadAsync(
                    stage.Server.Somebody(role), $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}"));
        return 0;
    }

    /// <summary>Rows like those there are, a microsecond apart.</summary>
    static async Task MultiplyAsync(NpgsqlDataSource database, RegisterTable table, string which, int times)
    {
        var name = table.NameIn(RegisterVersion.Shipped.Number);
        await database.ScalarAsync($"""
            insert into {name} select (jsonb_populate_record(row, jsonb_build_object(
                'from_seq', row.from_seq - n, 'recorded_at', row.recorded_at + n * interval '1 microsecond'))).*
            from {name} row, generate_series(1, {times - 1}) n where row.to_seq is null and {which}
            """);
        await database.ScalarAsync($"analyze {name}");
    }

    static Task<object?> EnterAsync(NpgsqlDataSource database, int entries) => database.ScalarAsync($$"""
        insert into {{EventTables.AccessLog}} (tenant_id, id, data, at)
        select '{{Stage.Hospital}}', id, jsonb_build_object(
            'at', at, 'id', id, 'action', 'read-case', 'outcome', '200', 'subject', 'nurse-' || n % 40, 'caseId', gen_random_uuid()), at
        from generate_series(1, {{entries}}) n, lateral (select gen_random_uuid() as id, now() - n * interval '1 second' as at) one
        """);
}
