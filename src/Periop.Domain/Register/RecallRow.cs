using System.Text.Json.Serialization;
using Periop.Domain.Implants;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Text;

namespace Periop.Domain.Register;

/// <summary>A recall in the register.</summary>
/// <param name="Manufacturer">What is recalled, with what follows: what is named must agree, of each list one.</param>
/// <param name="CatalogueNumber">The manufacturer's reference.</param>
/// <param name="Lots">Null when none is named.</param>
/// <param name="Serials">Null when none is named.</param>
/// <param name="Campaign">The number of the notice, and where there is none, what stands for the recall.</param>
/// <param name="AnnouncedAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it lasts.</param>
public sealed record RecallRow(
    string? Gtin, string? Manufacturer, string? CatalogueNumber, ValueList<string>? Lots, ValueList<string>? Serials, string? Notice, string Campaign,
    DateTimeOffset AnnouncedAt, DateTimeOffset? EndedAt) : RegisterRow("recall")
{
    /// <summary>The lots as they are compared.</summary>
    public ValueList<string>? LotKeys => Keys(Sought.Lots);

    /// <summary>The serial numbers as they are compared.</summary>
    public ValueList<string>? SerialKeys => Keys(Sought.Serials);

    /// <summary>The manufacturer as it is compared.</summary>
    public string? ManufacturerKey => Sought.Manufacturer;

    /// <summary>The catalogue number as it is compared.</summary>
    public string? ReferenceKey => Sought.Reference;

    /// <summary>The campaign as it is compared.</summary>
    public string? CampaignKey => DeviceText.Key(Campaign);

    /// <summary>What is looked for in scans that could not be read.</summary>
    public ValueList<string>? InScans => Keys([.. Sought.InScans]);

    /// <summary>The devices it is about.</summary>
    [JsonIgnore]
    public DeviceSought Sought => new(Gtin, Lots ?? [], Serials ?? [], Manufacturer, CatalogueNumber);

    public static RecallRow Of(Recall recall) => new(
        recall.Gtin, recall.Manufacturer, recall.Reference, Keys(recall.AllLots), Keys(recall.AllSerials), recall.Notice, recall.Campaign,
        recall.AnnouncedAt.ToUniversalTime(), recall.EndedAt?.ToUniversalTime());

    static ValueList<string>? Keys(IReadOnlyList<string> texts) => texts.Count == 0 ? null : [.. texts];
}
