using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What is put into the patient.</summary>
public enum HardwareKind { PedicleScrew, LateralMassScrew, IliacScrew, SetScrew, Rod, Cage, Hook, CrossLink, Plate, Graft, Other }

/// <summary>Where on the skeleton.</summary>
public enum HardwareSite { Vertebra, Interspace, Ilium, Occiput }

/// <summary>Which side.</summary>
public enum BodySide { Left, Right, Midline }

/// <summary>A command about one device, or several alike.</summary>
public abstract record HardwareStep : OperationStep
{
    public required HardwareKind Kind { get; init; }

    /// <summary>The level it is at.</summary>
    public Level? Level { get; init; }

    /// <summary>The levels it spans.</summary>
    public IReadOnlyList<Level>? Levels { get; init; }

    public HardwareSite? Site { get; init; }

    public BodySide? Side { get; init; }

    /// <summary>How many alike, at least one.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>The unique device identifier as scanned. Kept as it is, also when it cannot be read.</summary>
    public Scan? Udi { get; init; }

    public Term? Manufacturer { get; init; }

    /// <summary>The manufacturer's reference, typed by hand.</summary>
    public Term? Reference { get; init; }

    public Term? Lot { get; init; }

    public Term? Serial { get; init; }

    public DateOnly? Expiry { get; init; }

    public decimal? DiameterMm { get; init; }

    public decimal? LengthMm { get; init; }

    public Term? Material { get; init; }

    public override IEnumerable<(string Member, string Problem)> Missing() =>
        Level is not null && Levels is not null ? [.. base.Missing(), ("levels", "does not go with level: name them all in one of the two")] : base.Missing();

    private protected Decision Describe(HardwareEvent happened) =>
        Quantity < 1 ? Refusal.Senseless("At least one must have been used.")
        : DiameterMm <= 0 || LengthMm <= 0 ? Refusal.Senseless("A size is more than nothing.")
        : happened with
        {
            Kind = Kind,
            Levels = Levels ?? (Level is { } level ? [level] : []),
            Site = Site,
            Side = Side,
            Quantity = Quantity,
            Udi = Udi,
            Manufacturer = Manufacturer,
            Reference = Reference,
            Lot = Lot,
            Serial = Serial,
            Expiry = Expiry,
            DiameterMm = DiameterMm,
            LengthMm = LengthMm,
            Material = Material,
        };
}

/// <summary>Something that happened to a device, described as far as it was said.</summary>
public abstract record HardwareEvent : IntraoperativeEvent
{
    public HardwareKind Kind { get; init; }

    public IReadOnlyList<Level> Levels { get; init; } = [];

    public HardwareSite? Site { get; init; }

    public BodySide? Side { get; init; }

    public int Quantity { get; init; } = 1;

    public Scan? Udi { get; init; }

    public Term? Manufacturer { get; init; }

    public Term? Reference { get; init; }

    public Term? Lot { get; init; }

    public Term? Serial { get; init; }

    public DateOnly? Expiry { get; init; }

    public decimal? DiameterMm { get; init; }

    public decimal? LengthMm { get; init; }

    public Term? Material { get; init; }
}
