namespace Periop.Domain.Cases;

/// <summary>
/// Flags about a case's devices that the case alone cannot tell: other cases and the recall list do. They are joined when a case is
/// read, in no receipt, and stop nothing.
/// </summary>
public static class FlagsAcrossCases
{
    public const string SerialInAnotherCase = "serial-in-another-case", Recalled = "device-recalled", PossiblyRecalled = "device-possibly-recalled";

    /// <summary>Code, severity, label, and when it is raised.</summary>
    public static readonly IReadOnlyList<(string Code, Severity Severity, string Label, string Meaning)> All =
    [
        (SerialInAnotherCase, Severity.Safety, "Serial used twice", "A device in place whose model and serial number are in place in another case too."),
        (Recalled, Severity.Safety, "Implant recalled", "A device in place that is under recall."),
        (PossiblyRecalled, Severity.Attention, "Recall possible",
            "A device in place that may be under recall: its lot or serial number is not known, or its scan could not be read."),
    ];

    /// <summary>The board's own: a flag of the room, not of any case.</summary>
    public static readonly (string Code, Severity Severity, string Label, string Meaning) RoomShared =
        ("room-shared", Severity.Attention, "Two patients recorded here", "More than one patient is recorded as being in the same room.");

    /// <summary>Whether someone may have looked at a flag of this code: whether the case has a device that it can be about.</summary>
    internal static bool MayConcern(SurvivingEntries entries, string code, Guid? target) =>
        All.Any(f => f.Code == code) && entries.All<HardwarePlaced>().Any(p => target is null || p.Id == target);
}
