namespace Periop.Server.Tests;

/// <summary>A stream of its own with one event, as an earlier or later version of the program might have left it.</summary>
public sealed record BrokenEvent(PeriopHost Host, Guid Stream, long Sequence)
{
    /// <summary>One that cannot be read.</summary>
    public static Task<BrokenEvent> UnreadableAsync(PeriopHost host, string type, string body, TestCase like) =>
        InsertAsync(host, like.Hospital, like, "case_scheduled", ("type", $"'{type}'"), ("data", $"'{body}'::jsonb"), ("mt_dotnet_type", "null"));

    /// <summary>One that can be read and makes no sense: a device is placed, and no case was scheduled.</summary>
    public static async Task<BrokenEvent> SenselessAsync(PeriopHost host, TestHospital hospital)
    {
        var elsewhere = await host.NewHospital().CaseInOperationAsync();
        await elsewhere.PlacedAsync(Devices.Scanned());
        return await InsertAsync(host, hospital, elsewhere, "hardware_placed");
    }

    /// <param name="type">Which of the case's events is copied.</param>
    static async Task<BrokenEvent> InsertAsync(
        PeriopHost host, TestHospital hospital, TestCase like, string type, params (string Column, string Value)[] other)
    {
        var stream = Guid.NewGuid();
        (string, string)[] own = [("tenant_id", $"'{hospital.Id}'"), ("version", "1")];
        await host.SqlAsync(await CopyOf(host, "mt_streams", "id", "$1", own), like.Id, stream);
        await host.SqlAsync(
            await CopyOf(host, "mt_events", "stream_id", $"$1 and type = '{type}'",
                [.. own, ("seq_id", "nextval('periop_events.mt_events_sequence')"), ("id", "gen_random_uuid()"), .. other]),
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
