using Marten;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Spine;
using Periop.Server.Store;

namespace Periop.Benchmarks.Recalls;

/// <summary>
/// Fills the register of a hospital as its projection would have, row by row in the order of the events, so that tables and indexes
/// have grown as they grow in use. The rows of one size are still there at the next.
/// </summary>
sealed class DeviceSeed(NpgsqlDataSource database, IDocumentStore store, string hospital, int place)
{
    public const int Hospitals = 2;

    const int DevicesPerCase = 20, EventsPerCase = 60;

    static readonly DateTimeOffset Begin = new(2014, 1, 6, 7, 0, 0, TimeSpan.Zero);

    static readonly string[] Levels = ["T9", "T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"];

    readonly List<PatientIdentity> patients = [];

    readonly Random chance = new(place);

    int seeded;

    /// <summary>The position of the last event of this many devices, in all hospitals.</summary>
    public static long PositionOf(int devices) => (long)devices / DevicesPerCase * EventsPerCase * Hospitals;

    public async Task GrowToAsync(int devices)
    {
        await using (var connection = await database.OpenConnectionAsync())
        await using (var rows = await RowWriter.BeginAsync(connection, hospital))
        {
            for (; seeded < devices; seeded += DevicesPerCase)
                WriteCase(rows, seeded / DevicesPerCase);
            await rows.CompleteAsync();
        }

        await store.BulkInsertAsync(hospital, patients);
        patients.Clear();
    }

    void WriteCase(RowWriter rows, int number)
    {
        var at = Begin.AddMinutes((number * 100L) + chance.Next(4 * 24 * 60));     // 50,000 cases in ten years, recorded in about the order of the days
        var position = ((((long)number * Hospitals) + place) * EventsPerCase) + 1;
        var (caseId, patient) = (Guid.CreateVersion7(at), PatientOf(number));
        for (var device = 0; device < DevicesPerCase; device++)
        {
            var placedAt = at.AddMinutes(4 * device);
            var entryId = Guid.CreateVersion7(placedAt);
            var row = RowOf((number * DevicesPerCase) + device, entryId, placedAt) with { PatientId = patient };
            var before = row with { Status = ImplantStatus.InPlace, PatientId = null };
            var first = position + 20 + device;
            if (chance.Next(100) >= 20)
                rows.Write(caseId, row, first, null, placedAt);
            else
            {
                rows.Write(caseId, before, first, first + 20, placedAt);
                rows.Write(caseId, row, first + 20, null, placedAt);
            }
        }
    }

    /// <summary>Three cases are of two patients; of one in twenty nobody says whose it is, and one in fifty patients is erased.</summary>
    Guid? PatientOf(int number)
    {
        if (chance.Next(20) == 0)
            return null;
        if (number % 3 != 2)
            lastPatient = Guid.CreateVersion7();
        if (number % 3 != 2 && chance.Next(50) != 0)
            patients.Add(new PatientIdentity($"P-{number:0000000}", lastPatient));
        return lastPatient;
    }

    Guid lastPatient = Guid.CreateVersion7();

    ImplantRow RowOf(int number, Guid entryId, DateTimeOffset placedAt)
    {
        var lot = (number / Supply.DevicesPerLot) + chance.Next(Supply.LotsInStock);
        var model = Supply.ModelOfLot(lot);
        var expiry = placedAt.AddYears(3);
        var level = chance.Next(Levels.Length - 1);
        var row = new ImplantRow(
            $"{entryId}", null, model.Kind,
            [new Level(Levels[level]), .. model.Kind is HardwareKind.Cage ? [new Level(Levels[level + 1])] : Array.Empty<Level>()],
            model.Kind is HardwareKind.Cage ? HardwareSite.Interspace : HardwareSite.Vertebra, (BodySide)chance.Next(2), 1, model.Manufacturer, model.Reference,
            model.Gtin, Supply.Lot(lot), false,
            $"SN{place}{number * 7_368_787L % 100_000_000:00000000}", false, DateOnly.FromDateTime(expiry.UtcDateTime), null,
            chance.Next(100) switch { < 5 => ImplantStatus.Removed, < 7 => ImplantStatus.Wasted, _ => ImplantStatus.InPlace }, placedAt, [entryId]);
        row = row with { InPlace = row.Status is ImplantStatus.InPlace ? row.Quantity : 0 };
        row = model.Tracking switch
        {
            Tracking.Lot => row with { Serial = null },
            Tracking.Serial => row with { Lot = null },
            Tracking.OftenWithoutLot => row with { Serial = null, Lot = chance.Next(10) == 0 ? null : row.Lot },
            _ => row,
        };
        return chance.Next(100) switch
        {
            < 10 => row with { Gtin = null, LotTyped = row.Lot is not null, SerialTyped = row.Serial is not null },
            < 12 => Unread(row, Supply.Scan(model, expiry, Supply.UnreadableLot(number / Supply.DevicesPerUnreadableLot))),
            < 13 => Unread(row, Supply.Scan(model, expiry, Supply.Lot(lot))),
            _ => row,
        };
    }

    static ImplantRow Unread(ImplantRow row, string scan) => row with { Gtin = null, Lot = null, Serial = null, Expiry = null, UnreadScan = scan };
}
