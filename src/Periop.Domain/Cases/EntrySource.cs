namespace Periop.Domain.Cases;

/// <summary>How an entry came: at a screen, from a device, from a file, or typed in after an outage.</summary>
public enum EntrySource { Live, Device, Import, Downtime }
