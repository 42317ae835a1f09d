using System.Text.Json.Serialization;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Devices that their manufacturer or an authority calls back, until the recall ends.</summary>
/// <param name="Content">The hash that tells a repeat from another recall under the same id.</param>
public sealed record Recall(
    Guid Id, string? Gtin, string? Lot, string? Serial, string? Reference, string? Reason, DateTimeOffset AnnouncedAt, string AnnouncedBy, string Content)
{
    public DateTimeOffset? EndedAt { get; init; }

    public string? EndedBy { get; init; }

    /// <summary>The devices it is about.</summary>
    [JsonIgnore]
    public DeviceSought Sought => new(Gtin, Lot, Serial);

    /// <summary>As it was before anything became of it.</summary>
    public Recall AsAnnounced() => this with { EndedAt = null, EndedBy = null };

    /// <summary>Whether another recall is about the same devices.</summary>
    public bool SameDevices(DeviceSought other) =>
        (Gtin, DeviceSought.Key(Lot), DeviceSought.Key(Serial)) == (other.Gtin, DeviceSought.Key(other.Lot), DeviceSought.Key(other.Serial));

    /// <summary>Adds one event to a recall; to none, when it is the first.</summary>
    public static Recall Evolve(Recall? before, RecallEvent happened, DateTimeOffset recordedAt, string recordedBy) => happened switch
    {
        RecallAnnounced a => new Recall(
            a.RecallId, a.Gtin, a.Lot?.Value, a.Serial?.Value, a.Reference?.Value, a.Reason?.Value, recordedAt, recordedBy, a.Content),
        RecallEnded => before! with { EndedAt = recordedAt, EndedBy = recordedBy },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} says nothing of a recall."),
    };
}
