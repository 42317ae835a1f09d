using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>
/// Devices, removals and recalls as they are asked for in SQL, in the version of the register that answers. The version before had one lot and
/// one serial number for a recall, and no removals of their own: its rows are read as today's.
/// </summary>
sealed record RegisterParts(int Version)
{
    /// <summary>In the first version, what a device may be as well was not known, and a device was in place as a whole.</summary>
    public string Implants => Version > 1 ? RegisterTable.Implants.NameIn(Version) : $"""
        (select i.*, case when i.status = 'in-place' then i.quantity else 0 end as in_place, null::text[] as possible_lots,
            null::text[] as possible_serials, regexp_replace(upper(i.manufacturer), '\s', '', 'g') as manufacturer_key,
            regexp_replace(upper(i.reference), '\s', '', 'g') as reference_key
        from {RegisterTable.Implants.NameIn(1)} i)
        """;

    public string Removals => Version > 1 ? RegisterTable.Removals.NameIn(Version) : """
        (select null::varchar as tenant_id, null::uuid as case_id, null::text as key, null::bigint as from_seq, null::bigint as to_seq,
            null::timestamptz as recorded_from, null::uuid as placed_in_case_id, null::text as placed_by_entry_id, null::integer as quantity where false)
        """;

    public string Recalls => Version > 1 ? RegisterTable.Recalls.NameIn(Version) : $$"""
        (select r.tenant_id, r.recall_id, r.key, r.from_seq, r.to_seq, r.recorded_from, r.recorded_to, r.gtin, null::text as manufacturer,
            null::text as manufacturer_key, null::text as catalogue_number, null::text as reference_key,
            array[r.lot]::text[] as lots, nullif(array_remove(array[r.lot_key], null), '{}') as lot_keys,
            array[r.serial]::text[] as serials, nullif(array_remove(array[r.serial_key], null), '{}') as serial_keys,
            array_remove(array[ltrim(r.gtin, '0'), r.lot_key, r.serial_key], null) as in_scans,
            r.reference as notice, coalesce(r.reference, r.recall_id::text) as campaign, r.announced_at, r.ended_at
        from {{RegisterTable.Recalls.NameIn(1)}} r)
        """;

    /// <summary>How many of a device other cases took out of the patient, up to a position; as many as there are, when a removal names no number.</summary>
    public string TakenElsewhere(string device, string position) => $"""
        (select case when bool_or(x.quantity is null) then {device}.in_place else coalesce(sum(x.quantity), 0) end from {Removals} x
        where x.tenant_id = {device}.tenant_id and x.placed_in_case_id = {device}.case_id and x.placed_by_entry_id = {device}.key
            and x.case_id <> {device}.case_id and {RegisterSnapshot.Held("x", position)})
        """;

    /// <summary>Whether some of a device is in place, whoever took out others.</summary>
    public string IsInPlace(string device, string position) =>
        $"{device}.in_place > 0 and {device}.in_place > {TakenElsewhere(device, position)}";
}
