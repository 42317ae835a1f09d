using System.Text.Json.Serialization;
using Periop.Domain.Implants;
using Periop.Domain.Implants.Recalls;

namespace Periop.Domain.Register;

/// <summary>A recall in the register.</summary>
/// <param name="AnnouncedAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it lasts.</param>
public sealed record RecallRow(string? Gtin, string? Lot, string? Serial, string? Reference, DateTimeOffset AnnouncedAt, DateTimeOffset? EndedAt)
    : RegisterRow("recall")
{
    /// <summary>The lot as it is compared.</summary>
    public string? LotKey => DeviceSought.Key(Lot);

    /// <summary>The serial number as it is compared.</summary>
    public string? SerialKey => DeviceSought.Key(Serial);

    /// <summary>The devices it is about.</summary>
    [JsonIgnore]
    public DeviceSought Sought => new(Gtin, Lot, Serial);

    public static RecallRow Of(Recall recall) =>
        new(recall.Gtin, recall.Lot, recall.Serial, recall.Reference, recall.AnnouncedAt.ToUniversalTime(), recall.EndedAt?.ToUniversalTime());
}
