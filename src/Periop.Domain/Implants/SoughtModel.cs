namespace Periop.Domain.Implants;

/// <summary>How a part of what is sought agrees with a device.</summary>
enum Agreement
{
    NotSought,

    /// <summary>Read off the scan.</summary>
    Read,

    /// <summary>Typed by hand.</summary>
    Typed,

    /// <summary>It is one of several that the device may have, or something else contradicts it.</summary>
    Doubtful,

    /// <summary>The device was typed by hand, so that nothing could say it.</summary>
    NotSaid,

    NotKnown,

    Differs,
}

/// <summary>
/// Whether a device is of the model that is sought, which a number on its label names, or its manufacturer's catalogue number. The first
/// is read, the second typed; one model may have several of the first. Where the two contradict each other nobody can rule it out.
/// </summary>
static class SoughtModel
{
    public static Agreement Of(DeviceSought sought, DeviceIdentity device)
    {
        var reference = Text(sought.Reference, DeviceText.Key(device.Reference), (one, other) => one == other);
        var manufacturer = Text(sought.Manufacturer, DeviceText.Key(device.Manufacturer), MayBeTheSame);
        if (sought.Gtin is not null && sought.Gtin == device.Gtin)
            return reference is Agreement.Differs || manufacturer is Agreement.Differs ? Agreement.Doubtful : Agreement.Read;
        if (manufacturer is Agreement.Differs || reference is Agreement.Differs)
            return Agreement.Differs;
        if (sought.Gtin is not null && device.Gtin is not null)
            return reference is Agreement.Typed ? Agreement.Doubtful : Agreement.Differs;
        if (sought.Reference is not null)
            return reference is Agreement.Typed ? manufacturer is Agreement.NotKnown ? Agreement.Doubtful : Agreement.Typed : Unknown(device);
        return sought.Gtin is not null ? Unknown(device)
            : sought.Lots.Count + sought.Serials.Count == 0 ? manufacturer
            : manufacturer is Agreement.NotKnown ? Unknown(device)
            : Agreement.NotSought;      // a maker of many models names none: the lot or serial number decides
    }

    static Agreement Unknown(DeviceIdentity device) => device.Gtin is null ? Agreement.NotSaid : Agreement.NotKnown;

    /// <summary>A manufacturer's name is written with and without what follows it, as "Ltd" or "GmbH".</summary>
    static bool MayBeTheSame(string one, string other) => one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal);

    static Agreement Text(string? sought, string? known, Func<string, string, bool> agree) =>
        sought is null ? Agreement.NotSought : known is null ? Agreement.NotKnown : agree(sought, known) ? Agreement.Typed : Agreement.Differs;
}
