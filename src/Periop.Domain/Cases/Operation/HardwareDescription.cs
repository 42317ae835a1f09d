using System.Runtime.CompilerServices;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>A device as it is described that nobody recorded when it was placed.</summary>
public sealed record HardwareDescription(
    HardwareKind Kind, IReadOnlyList<Level> Levels, HardwareSite? Site, BodySide? Side, Scan? Udi, Term? Manufacturer, Term? Reference, Term? Lot, Term? Serial,
    DateOnly? Expiry, decimal? DiameterMm, decimal? LengthMm, Term? Material)
{
    /// <summary>What is read of a device once is kept with the event; so there has to be one.</summary>
    static readonly ConditionalWeakTable<HardwareDescription, HardwarePlaced> Known = [];

    /// <summary>The device, as if its placing had been recorded.</summary>
    public HardwarePlaced AsPlaced(int? quantity, DateTimeOffset at) => Known.GetValue(this, _ => new HardwarePlaced
    {
        Kind = Kind,
        Levels = Levels,
        Site = Site,
        Side = Side,
        Quantity = quantity ?? 1,
        Udi = Udi,
        Manufacturer = Manufacturer,
        Reference = Reference,
        Lot = Lot,
        Serial = Serial,
        Expiry = Expiry,
        DiameterMm = DiameterMm,
        LengthMm = LengthMm,
        Material = Material,
        OccurredAt = at,
    });
}
