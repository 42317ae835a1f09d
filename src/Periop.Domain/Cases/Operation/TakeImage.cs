using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What the image is for.</summary>
public enum ImagingPurpose { LevelLocalisation, HardwareCheck, Other }

/// <summary>An image is taken, to find the level or to check hardware.</summary>
/// <param name="Levels">The levels it identified; none named means the operated ones.</param>
/// <example>{ "kind": "fluoroscopy", "purpose": "level-localisation", "levels": ["L3"] }</example>
public sealed record TakeImage(Term Kind, ImagingPurpose Purpose, IReadOnlyList<Level>? Levels = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new ImagingTaken(Kind, Purpose, Levels);
}

/// <summary>An image was taken.</summary>
[StoredAs("imaging_taken")]
public sealed record ImagingTaken(Term Kind, ImagingPurpose Purpose, IReadOnlyList<Level>? Levels) : IntraoperativeEvent;
