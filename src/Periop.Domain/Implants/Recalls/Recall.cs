using System.Text.Json.Serialization;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Devices that their manufacturer or an authority calls back, until the recall ends, and what became of whom it concerns.</summary>
/// <param name="Notice">The number of the recall notice. It had another name once, under which it is kept.</param>
/// <param name="Content">The hash that tells a repeat from another recall under the same id.</param>
public sealed record Recall(
    Guid Id, string? Gtin, [property: JsonPropertyName("reference")] string? Notice, string? Reason, DateTimeOffset AnnouncedAt, string AnnouncedBy,
    string Content)
{
    public string? Manufacturer { get; init; }

    /// <summary>The manufacturer's catalogue number.</summary>
    [JsonPropertyName("catalogueNumber")]
    public string? Reference { get; init; }

    public IReadOnlyList<string> Lots { get; init; } = [];

    public IReadOnlyList<string> Serials { get; init; } = [];

    /// <summary>The lot of a recall that was kept before there could be several.</summary>
    public string? Lot { get; init; }

    /// <summary>The serial number of a recall that was kept before there could be several.</summary>
    public string? Serial { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndedBy { get; init; }

    /// <summary>The closures of the cases of its campaign that were recorded with it, in the order of recording.</summary>
    public IReadOnlyList<CaseClosure> Closures { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<string> AllLots => Lot is null ? Lots : [Lot];

    [JsonIgnore]
    public IReadOnlyList<string> AllSerials => Serial is null ? Serials : [Serial];

    /// <summary>The devices it is about.</summary>
    [JsonIgnore]
    public DeviceSought Sought => new(Gtin, AllLots, AllSerials, Manufacturer, Reference);

    /// <summary>What the campaign that it belongs to is called: by its notice, or by itself.</summary>
    [JsonIgnore]
    public string Campaign => Notice ?? $"{Id}";

    /// <summary>As it was before anything became of it.</summary>
    public Recall AsAnnounced() => this with { EndedAt = null, EndedBy = null };

    /// <summary>Adds one event to a recall; to none, when it is the first.</summary>
    public static Recall Evolve(Recall? before, RecallEvent happened, DateTimeOffset recordedAt, string recordedBy) => happened switch
    {
        RecallAnnounced a => new Recall(a.RecallId, a.Gtin, a.Notice?.Value, a.Reason?.Value, recordedAt, recordedBy, a.Content)
        {
            Manufacturer = a.Manufacturer?.Value,
            Reference = a.Reference?.Value,
            Lots = [.. a.Lots.Select(l => l.Value)],
            Serials = [.. a.Serials.Select(s => s.Value)],
        },
        RecallCaseClosed c => before! with
        { Closures = [.. before.Closures, new CaseClosure(c.EntryId, c.CaseId, c.Outcome.Value, c.Reason.Value, recordedAt, recordedBy, c.Content)] },
        RecallEnded => before! with { EndedAt = recordedAt, EndedBy = recordedBy },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} says nothing of a recall."),
    };
}

/// <summary>A case of a campaign that somebody has closed.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Content">The hash that tells a repeat from another closure under the same id.</param>
public sealed record CaseClosure(Guid EntryId, Guid CaseId, string Outcome, string Reason, DateTimeOffset ClosedAt, string ClosedBy, string Content);
