using Periop.Domain.Cases;
using Periop.Domain.Implants;

namespace Periop.Domain.Register;

/// <summary>
/// Raises the flags about a case's devices that only other cases and the recall list can tell.
/// </summary>
public static class DeviceFlags
{
    public static Flag ForSerial(ImplantRow device) =>
        Raise(FlagsAcrossCases.SerialInAnotherCase, $"Serial number {device.Serial} is in place in another case too: look it up among the implants.", device);

    /// <summary>The flag that a recall raises on a device; none when it is about other devices.</summary>
    public static Flag? ForRecall(ImplantRow device, RecallRow recall)
    {
        var named = recall.Notice is null ? "recall" : $"recall {recall.Notice}";
        return recall.Sought.CertaintyOf(device.Identity) switch
        {
            MatchCertainty.Exact or MatchCertainty.Typed => Raise(FlagsAcrossCases.Recalled, $"The device is under {named}.", device),
            MatchCertainty.Possible => Raise(FlagsAcrossCases.PossiblyRecalled, $"The device may be under {named}: check its label.", device),
            _ => null,
        };
    }

    /// <summary>The flag with what was said of it since it was raised.</summary>
    public static Flag WithAcknowledgement(Flag flag, DateTimeOffset raisedAt, SurvivingEntries entries) => flag with
    {
        Acknowledged = CaseFlags.AcknowledgementOf(
            flag, [.. flag.EntryIds.Select(device => entries.Case.Entries[device])], entries.All<FlagAcknowledged>().Where(w => w.RecordedAt >= raisedAt)),
    };

    static Flag Raise(string code, string message, ImplantRow device)
    {
        var rule = FlagsAcrossCases.All.Single(f => f.Code == code);
        return new Flag(code, rule.Severity, rule.Label, message, [Guid.Parse(device.Key)]);
    }
}
