using Npgsql;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>The devices of the cases that a board shows: how often others have flagged them, and by what they may be flagged yet.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Keys">Model, lot and serial number of each device in place, with those that it may have.</param>
/// <param name="UnreadScans">The scans of those whose label was not read whole.</param>
/// <param name="Changes">
/// At how many positions a flag of safety across cases began on one of the devices, or ended. It never falls while the cases are the same,
/// and two readings that have it in common have the same flags.
/// </param>
sealed record ShownDevices(IReadOnlySet<Guid> Cases, IReadOnlySet<string> Keys, IReadOnlyList<string> UnreadScans, long Changes)
{
    static string InPlace(RegisterParts parts) =>
        $"select array[gtin, lot_key, serial_key, reference_key] || possible_lots || possible_serials, unread_scan_key from {parts.Implants} i "
        + "where tenant_id = $1 and case_id = any($2) and in_place > 0 and to_seq is null";

    static string CountChanges(RegisterParts parts) =>
        $"{DeviceFlagsReader.Changes(parts, RecallMatch.Covers)} select count(distinct position) from changes";

    /// <param name="version">The version of the register that answers.</param>
    public static async Task<ShownDevices> ReadAsync(
        NpgsqlConnection connection, int version, string hospital, Guid[] cases, CancellationToken cancellation)
    {
        var parts = new RegisterParts(version);
        var (keys, scans) = (new HashSet<string>(), new List<string>());
        await using (var devices = Ask(InPlace(parts)))
        await using (var reader = await devices.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
            {
                keys.UnionWith(reader.GetFieldValue<string?[]>(0).OfType<string>());
                if (!reader.IsDBNull(1))
                    scans.Add(reader.GetString(1));
            }

        await using var count = Ask(CountChanges(parts));
        return new ShownDevices(cases.ToHashSet(), keys, scans, (long)(await count.ExecuteScalarAsync(cancellation))!);

        NpgsqlCommand Ask(string question) => new(question, connection) { Parameters = { new() { Value = hospital }, new() { Value = cases } } };
    }

    /// <summary>Whether what changed in the register may raise or end a flag on one of the devices.</summary>
    public bool AreConcernedBy(RegisterNotice notice) =>
        notice.Streams is null
        || notice.Streams.Any(Cases.Contains)
        || (notice.Keys ?? []).Any(key => Keys.Contains(key) || (Guid.TryParse(key, out var placedIn) && Cases.Contains(placedIn))
            || UnreadScans.Any(scan => scan.Contains(key, StringComparison.Ordinal)));
}
