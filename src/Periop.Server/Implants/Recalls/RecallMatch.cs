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
        ({recall}.gtin = {device}.gtin or {recall}.lot_key = {device}.lot_key or {recall}.serial_key = {device}.serial_key
        or strpos({device}.unread_scan_key, {recall}.gtin) > 0 or strpos({device}.unread_scan_key, {recall}.lot_key) > 0
        or strpos({device}.unread_scan_key, {recall}.serial_key) > 0)
        """;

    /// <summary>What the recall names is all that is known of the device, whether or not the recall lasts.</summary>
    public static string Covers(string recall, string device) => $"""
        ({recall}.gtin = {device}.gtin or {recall}.lot_key = {device}.lot_key or {recall}.serial_key = {device}.serial_key)
        and ({recall}.gtin is null or {device}.gtin is null or {recall}.gtin = {device}.gtin)
        and ({recall}.lot_key is null or {recall}.lot_key = {device}.lot_key) and ({recall}.serial_key is null or {recall}.serial_key = {device}.serial_key)
        """;
}
