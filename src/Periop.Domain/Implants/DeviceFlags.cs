using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;

namespace Periop.Domain.Implants;

/// <summary>
/// Flags about a case's devices that the case alone cannot tell: other cases and the recall list do. They are joined when a case is
/// read, in no receipt, and stop nothing.
/// </summary>
public static class DeviceFlags
{
    public const string SerialInAnotherCase = "serial-in-another-case", Recalled = "device-recalled", PossiblyRecalled = "device-possibly-recalled";

    /// <summary>Code, severity, and when it is raised.</summary>
    public static readonly IReadOnlyList<(string Code, Severity Severity, string Meaning)> All =
    [
        (SerialInAnotherCase, Severity.Safety, "A device in place whose model and serial number are in place in another case too."),
        (Recalled, Severity.Safety, "A device in place that is under recall."),
        (PossiblyRecalled, Severity.Attention,
            "A device in place that may be under recall: its lot or serial number is not known, or its scan could not be read."),
    ];

    public static Flag ForSerial(ImplantRow device) =>
        Raise(SerialInAnotherCase, $"Serial number {device.Serial} is in place in another case too: look it up among the implants.", device);

    /// <summary>The flag that a recall raises on a device; none when it is about other devices.</summary>
    public static Flag? ForRecall(ImplantRow device, RecallRow recall)
    {
        var named = recall.Reference is null ? "recall" : $"recall {recall.Reference}";
        return recall.Sought.CertaintyOf(device.Identity) switch
        {
            MatchCertainty.Exact or MatchCertainty.Typed => Raise(Recalled, $"The device is under {named}.", device),
            MatchCertainty.Possible => Raise(PossiblyRecalled, $"The device may be under {named}: check its label.", device),
            _ => null,
        };
    }

    /// <summary>The flag with what was said of it since it was raised.</summary>
    public static Flag WithAcknowledgement(Flag flag, DateTimeOffset raisedAt, SurvivingEntries entries) => flag with
    {
        Acknowledged = CaseFlags.WordOn(
            flag, [.. flag.EntryIds.Select(device => entries.Case.Entries[device])], entries.All<FlagAcknowledged>().Where(w => w.RecordedAt >= raisedAt)),
    };

    /// <summary>Whether someone may have looked at a flag of this code: whether the case has a device that it can be about.</summary>
    internal static bool MayConcern(SurvivingEntries entries, string code, Guid? target) =>
        All.Any(f => f.Code == code) && entries.All<HardwarePlaced>().Any(p => target is null || p.Id == target);

    static Flag Raise(string code, string message, ImplantRow device) => new(code, All.Single(f => f.Code == code).Severity, message, [Guid.Parse(device.Key)]);
}
