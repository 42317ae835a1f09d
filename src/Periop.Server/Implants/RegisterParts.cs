using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>Devices, removals and recalls as they are asked for in SQL, in the version of the register that answers.</summary>
sealed record RegisterParts(int Version)
{
    public string Implants => RegisterTable.Implants.NameIn(Version);

    public string Removals => RegisterTable.Removals.NameIn(Version);

    public string Recalls => RegisterTable.Recalls.NameIn(Version);

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
