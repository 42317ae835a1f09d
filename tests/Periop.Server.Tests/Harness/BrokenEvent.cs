namespace Periop.Server.Tests;

/// <summary>A stream of its own with one event, as an earlier or later version of the program might have left it.</summary>
public sealed record BrokenEvent(PeriopHost Host, Guid Stream, long Sequence)
{
    public static async Task<BrokenEvent> InsertAsync(PeriopHost host, string type, string body, TestCase like)
    {
        var stream = Guid.NewGuid();
        await host.SqlAsync(await CopyOf(host, "mt_streams", "id", "$1", ("version", "1")), like.Id, stream);
        await host.SqlAsync(
            await CopyOf(host, "mt_events", "stream_id", "$1 and version = 1",
                ("seq_id", "nextval('periop_events.mt_events_sequence')"), ("id", "gen_random_uuid()"), ("type", $"'{type}'"),
                ("data", $"'{body}'::jsonb"), ("mt_dotnet_type", "null")),
            like.Id, stream);
        return new BrokenEvent(host, stream, Convert.ToInt64(await host.SqlAsync("select seq_id from periop_events.mt_events where stream_id = $1", stream)));
    }

    public async Task DeleteAsync()
    {
        await Host.SqlAsync("delete from periop_events.mt_events where stream_id = $1", Stream);
        await Host.SqlAsync("delete from periop_events.mt_streams where id = $1", Stream);
    }

    static async Task<string> CopyOf(PeriopHost host, string table, string key, string which, params (string Column, string Value)[] other)
    {
        var columns = ((string)(await host.SqlAsync(
            "select string_agg(column_name, ',') from information_schema.columns "
            + "where table_schema = 'periop_events' and table_name = $1 and is_generated = 'NEVER'", table))!).Split(',');
        var values = columns.Select(c => c == key ? "$2" : other.Where(o => o.Column == c).Select(o => o.Value).FirstOrDefault() ?? c);
        return $"insert into periop_events.{table} ({string.Join(",", columns)}) "
            + $"select {string.Join(",", values)} from periop_events.{table} where {key} = {which}";
    }
}
