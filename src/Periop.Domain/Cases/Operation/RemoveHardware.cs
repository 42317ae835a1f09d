using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>
/// A device is taken out: one placed in this case, or in an earlier one of the patient, or, where nobody recorded its placing, one that is
/// described as when it is placed.
/// </summary>
/// <param name="TargetEntryId">Its placing.</param>
/// <param name="TargetCaseId">The case in which it was placed; this one when absent.</param>
/// <param name="Quantity">How many of several alike; all that remain when absent.</param>
/// <param name="Code">Why.</param>
/// <example>{ "targetEntryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "quantity": 1, "code": "malposition" }</example>
public sealed record RemoveHardware(Guid? TargetEntryId = null, Guid? TargetCaseId = null, int? Quantity = null, Term? Code = null) : EndingStep, INamesCase
{
    public HardwareKind? Kind { get; init; }

    /// <summary>The level it was at.</summary>
    public Level? Level { get; init; }

    /// <summary>The levels it spanned.</summary>
    public IReadOnlyList<Level>? Levels { get; init; }

    public HardwareSite? Site { get; init; }

    public BodySide? Side { get; init; }

    /// <summary>The unique device identifier as scanned.</summary>
    public Scan? Udi { get; init; }

    public Term? Manufacturer { get; init; }

    public Term? Reference { get; init; }

    public Term? Lot { get; init; }

    public Term? Serial { get; init; }

    public DateOnly? Expiry { get; init; }

    public decimal? DiameterMm { get; init; }

    public decimal? LengthMm { get; init; }

    public Term? Material { get; init; }

    /// <summary>The case in which it was placed; null when there is none.</summary>
    [JsonIgnore]
    public SurgicalCase? TargetCase { get; init; }

    Guid? INamesCase.NamedCase => TargetCaseId;

    public CaseCommand ForCase(SurgicalCase? named) => this with { TargetCase = named };

    bool Describes =>
        Kind is not null || Level is not null || Levels is not null || Site is not null || Side is not null || Udi is not null || Manufacturer is not null
        || Reference is not null || Lot is not null || Serial is not null || Expiry is not null || DiameterMm is not null || LengthMm is not null
        || Material is not null;

    public override IEnumerable<(string Member, string Problem)> Missing() =>
    [
        .. base.Missing(),
        .. TargetEntryId is not null && Describes ? [("targetEntryId", "does not go with a description: name the device's placing, or describe it")]
            : TargetEntryId is null && TargetCaseId is not null ? [("targetEntryId", "is required with targetCaseId")]
            : TargetEntryId is null && Kind is null ? [("targetEntryId", "is required, or the device described from its kind on")]
            : Level is not null && Levels is not null ? [("levels", "does not go with level: name them all in one of the two")]
            : Array.Empty<(string, string)>(),
    ];

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Quantity < 1 ? Refusal.Senseless("At least one must have been taken out.")
        : TargetEntryId is not { } target ? Described()
        : TargetCaseId is not { } other || other == surgicalCase.Id ? PlacedIn(surgicalCase, target, null)
        : TargetCase is null || !IsOfTheSamePatient(surgicalCase, TargetCase) ? Refusal.CaseUnknown(other)
        : PlacedIn(TargetCase, target, other);

    Decision PlacedIn(SurgicalCase placedIn, Guid target, Guid? caseId) =>
        placedIn.WhyNotTarget<HardwarePlaced>(target, "implant") is { } refusal ? refusal
        : Quantity > ((HardwarePlaced)placedIn.Entries[target].Event).Quantity ? Refusal.Senseless("So many were not placed.")
        : new HardwareRemoved(target, Code, caseId, Quantity);

    Decision Described() =>
        DiameterMm <= 0 || LengthMm <= 0 ? Refusal.Senseless("A size is more than nothing.")
        : new HardwareRemoved(null, Code, null, Quantity)
        {
            Device = new HardwareDescription(
                Kind!.Value, Levels ?? (Level is { } level ? [level] : []), Site, Side, Udi, Manufacturer, Reference, Lot, Serial, Expiry, DiameterMm, LengthMm,
                Material),
        };

    static bool IsOfTheSamePatient(SurgicalCase one, SurgicalCase other) =>
        Plan.Of(one.Surviving()).PatientId is { } patient && Plan.Of(other.Surviving()).PatientId == patient && other.Entries[other.Id].Survives;
}

/// <summary>A device was taken out.</summary>
/// <param name="TargetEntryId">Its placing; null when nobody recorded it.</param>
/// <param name="TargetCaseId">The earlier case in which it was placed; null when it was this one.</param>
/// <param name="Quantity">How many of several alike; null: all that remained.</param>
[StoredAs("hardware_removed", version: 2)]
public sealed record HardwareRemoved(Guid? TargetEntryId, Term? Code, Guid? TargetCaseId, int? Quantity)
    : IntraoperativeEvent, ISurgicalStep, IPointsAtEntry
{
    Guid? IPointsAtEntry.PointsAt => TargetCaseId is null ? TargetEntryId : null;

    CaseEvent IPointsAtEntry.PointingAt(Guid target) => this with { TargetEntryId = target };

    /// <summary>The device, when nobody recorded its placing.</summary>
    public HardwareDescription? Device { get; init; }
}
