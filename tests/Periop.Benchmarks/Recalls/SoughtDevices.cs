using Npgsql;
using Periop.Domain.Implants;
using Periop.Server.Register;

namespace Periop.Benchmarks.Recalls;

/// <summary>What is asked for: devices of the first size, of which no more are bought.</summary>
static class SoughtDevices
{
    /// <param name="devices">The first size.</param>
    /// <param name="settled">The instant as of which the register had it.</param>
    public static async Task<Kind[]> KindsAsync(NpgsqlDataSource database, int devices, DateTimeOffset settled)
    {
        // the lots that came into stock late enough to be used whole and early enough to be used up
        var lots = Enumerable.Range(Supply.LotsInStock, (devices / Supply.DevicesPerLot) - Supply.LotsInStock)
            .Select(number => (Number: number, Model: Supply.ModelOfLot(number), Text: Supply.Lot(number))).ToArray();
        var withLot = lots.Where(l => l.Model.Tracking is Tracking.Lot or Tracking.LotAndSerial).ToArray();
        var ofLots = withLot.Select(l => new DeviceSought(l.Model.Gtin, l.Text, null)).ToArray();
        var serials = await SerialsAsync(database, [.. withLot.Select(l => l.Text)]);
        return
        [
            new("gtin and lot", ofLots, true, null),
            new("lot", [.. ofLots.Select(s => new DeviceSought(null, s.Lots, []))], true, null),
            new("serial", [.. serials.Select(s => new DeviceSought(null, [], s.Serials))], true, null),
            new("gtin, lot and serial", serials, true, null),
            new("lot in scans alone",
                [.. Enumerable.Range(0, devices / Supply.DevicesPerUnreadableLot).Select(n => new DeviceSought(null, Supply.UnreadableLot(n), null))],
                true, null),
            new("gtin and lot, as of", ofLots, true, settled),
            new("gtin, rare", [.. lots.Where(l => Supply.IsAbandoned(l.Number)).Select(l => new DeviceSought(l.Model.Gtin, [], []))], true, null),
            new("gtin, most used", [new(Supply.MostUsed.Gtin, [], [])], false, null),
            new("nothing: the newest", [new(null, [], [])], false, null),
        ];
    }

    static async Task<DeviceSought[]> SerialsAsync(NpgsqlDataSource database, string[] lots)
    {
        await using var question = database.CreateCommand(
            $"select gtin, lot, serial from {RegisterTable.Implants.NameIn(RegisterVersion.Shipped.Number)} "
            + "where tenant_id = $1 and gtin is not null and lot = any($2) "
            + "and serial is not null and to_seq is null order by serial limit 300");
        question.Parameters.Add(new() { Value = Stage.Hospital });
        question.Parameters.Add(new() { Value = lots });
        await using var reader = await question.ExecuteReaderAsync();
        var found = new List<DeviceSought>();
        while (await reader.ReadAsync())
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        return [.. found];
    }
}
