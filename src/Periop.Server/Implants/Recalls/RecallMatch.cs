using Periop.Server.Register;

namespace Periop.Server.Implants.Recalls;

/// <summary>Which recalls concern a device, as conditions on their rows in the register.</summary>
static class RecallMatch
{
    /// <summary>A recall that lasts, at a position.</summary>
    public static string Lasts(string recall, string position) => $"{RegisterSnapshot.Held(recall, position)} and {recall}.ended_at is null";

    /// <summary>
    /// The device is under this recall for all that is known of it: not merely possible by
    /// <see cref="Domain.Implants.DeviceSought.CertaintyOf"/>.
    /// </summary>
    public static string IsRecalled(string recall, string device, string position) => $"""
        {recall}.tenant_id = {device}.tenant_id and {Lasts(recall, position)} and {Covers(recall, device)}
        """;

    /// <summary>The recall may be about the device, for something that it names is known of the device or may stand in its scan.</summary>
    public static string MayConcern(string recall, string device) => $"""
        ({Names(recall, device)} or {recall}.lot_keys && {device}.possible_lots or {recall}.serial_keys && {device}.possible_serials
        or exists (select from unnest({recall}.in_scans) as sought where strpos({device}.unread_scan_key, sought) > 0))
        """;

    /// <summary>
    /// What the recall names is all that is known of the device, whether or not the recall lasts: by
    /// <see cref="Domain.Implants.DeviceSought.CertaintyOf"/> it is exact or typed.
    /// </summary>
    public static string Covers(string recall, string device) => $"""
        {Names(recall, device)}
        and ({recall}.lot_keys is null or {recall}.lot_keys @> array[{device}.lot_key])
        and ({recall}.serial_keys is null or {recall}.serial_keys @> array[{device}.serial_key])
        and case
            when {recall}.gtin = {device}.gtin then ({Differs("reference_key", recall, device)} or {MakersDiffer(recall, device)}) is not true
            when {Differs("reference_key", recall, device)} or {MakersDiffer(recall, device)} then false
            when {Differs("gtin", recall, device)} then false
            when {recall}.reference_key = {device}.reference_key then {recall}.manufacturer_key is null or {device}.manufacturer_key is not null
            when {recall}.reference_key is not null then {device}.gtin is null
            when {recall}.gtin is null and {recall}.manufacturer_key is not null and {device}.manufacturer_key is null then {device}.gtin is null
            else true end
        """;

    /// <summary>Two manufacturers, as names, that cannot be the same one.</summary>
    public static string MakersDiffer(string one, string other) =>
        $"strpos({one}.manufacturer_key, {other}.manufacturer_key) = 0 and strpos({other}.manufacturer_key, {one}.manufacturer_key) = 0";

    static string Differs(string column, string recall, string device) => $"{recall}.{column} <> {device}.{column}";

    static string Names(string recall, string device) =>
        $"({recall}.gtin = {device}.gtin or {recall}.reference_key = {device}.reference_key or {recall}.lot_keys @> array[{device}.lot_key] "
        + $"or {recall}.serial_keys @> array[{device}.serial_key])";
}
