using Npgsql;
using NpgsqlTypes;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Text;
using Periop.Server.Register;

namespace Periop.Benchmarks.Recalls;

/// <summary>Copies rows of devices into the register.</summary>
sealed class RowWriter : IAsyncDisposable
{
    static readonly (string Name, NpgsqlDbType Type, Func<ImplantRow, object?> Value)[] Columns =
    [
        ("key", NpgsqlDbType.Text, r => r.Key),
        ("patient_id", NpgsqlDbType.Uuid, r => r.PatientId),
        ("kind", NpgsqlDbType.Text, r => Word<HardwareKind>.Of(r.Kind)),
        ("levels", NpgsqlDbType.Array | NpgsqlDbType.Text, r => r.Levels.Select(level => level.Value).ToArray()),
        ("site", NpgsqlDbType.Text, r => Word<HardwareSite>.Of(r.Site)),
        ("side", NpgsqlDbType.Text, r => Word<BodySide>.Of(r.Side)),
        ("quantity", NpgsqlDbType.Integer, r => r.Quantity),
        ("manufacturer", NpgsqlDbType.Text, r => r.Manufacturer),
        ("reference", NpgsqlDbType.Text, r => r.Reference),
        ("gtin", NpgsqlDbType.Text, r => r.Gtin),
        ("lot", NpgsqlDbType.Text, r => r.Lot),
        ("lot_key", NpgsqlDbType.Text, r => r.LotKey),
        ("lot_typed", NpgsqlDbType.Boolean, r => r.LotTyped),
        ("serial", NpgsqlDbType.Text, r => r.Serial),
        ("serial_key", NpgsqlDbType.Text, r => r.SerialKey),
        ("serial_typed", NpgsqlDbType.Boolean, r => r.SerialTyped),
        ("expiry", NpgsqlDbType.Date, r => r.Expiry),
        ("unread_scan", NpgsqlDbType.Text, r => r.UnreadScan),
        ("unread_scan_key", NpgsqlDbType.Text, r => r.UnreadScanKey),
        ("status", NpgsqlDbType.Text, r => Word<ImplantStatus>.Of(r.Status)),
        ("placed_at", NpgsqlDbType.TimestampTz, r => r.PlacedAt.UtcDateTime),
        ("in_place", NpgsqlDbType.Integer, r => r.InPlace),
        ("possible_lots", NpgsqlDbType.Array | NpgsqlDbType.Text, r => r.PossibleLots?.ToArray()),
        ("possible_serials", NpgsqlDbType.Array | NpgsqlDbType.Text, r => r.PossibleSerials?.ToArray()),
        ("manufacturer_key", NpgsqlDbType.Text, r => r.ManufacturerKey),
        ("reference_key", NpgsqlDbType.Text, r => r.ReferenceKey),
        ("entry_ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid, r => r.EntryIds.ToArray()),
    ];

    readonly NpgsqlBinaryImporter importer;
    readonly string hospital;

    RowWriter(NpgsqlBinaryImporter importer, string hospital) => (this.importer, this.hospital) = (importer, hospital);

    public static async Task<RowWriter> BeginAsync(NpgsqlConnection connection, string hospital) => new(
        await connection.BeginBinaryImportAsync(
            $"copy {RegisterTable.Implants.NameIn(RegisterVersion.Shipped.Number)} (tenant_id, case_id, from_seq, to_seq, recorded_from, recorded_to, "
            + $"{string.Join(", ", Columns.Select(c => c.Name))}) from stdin (format binary)"),
        hospital);

    /// <param name="recorded">When the first of the row's versions was recorded; the position tells the versions apart.</param>
    public void Write(Guid caseId, ImplantRow row, long from, long? to, DateTimeOffset recorded)
    {
        importer.StartRow();
        importer.Write(hospital, NpgsqlDbType.Varchar);
        importer.Write(caseId, NpgsqlDbType.Uuid);
        importer.Write(from, NpgsqlDbType.Bigint);
        WriteOrNull(to, NpgsqlDbType.Bigint);
        importer.Write(recorded.UtcDateTime, NpgsqlDbType.TimestampTz);
        WriteOrNull(to is null ? null : recorded.UtcDateTime, NpgsqlDbType.TimestampTz);
        foreach (var (_, type, value) in Columns)
            WriteOrNull(value(row), type);
    }

    public async Task CompleteAsync() => await importer.CompleteAsync();

    public ValueTask DisposeAsync() => importer.DisposeAsync();

    void WriteOrNull(object? value, NpgsqlDbType type)
    {
        if (value is null)
            importer.WriteNull();
        else
            importer.Write(value, type);
    }

    /// <summary>The words of a vocabulary, looked up once.</summary>
    static class Word<T> where T : struct, Enum
    {
        static readonly Dictionary<T, string> Known = Enum.GetValues<T>().ToDictionary(v => v, Vocabulary.WordFor);

        public static string? Of(T? value) => value is { } known ? Known[known] : null;
    }
}
