using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Puts devices under recall: what is named must agree, of each list one. At least a model, a lot or a serial number is named.</summary>
/// <param name="Gtin">The model: 8, 12, 13 or 14 digits with their check digit.</param>
/// <param name="Reference">The manufacturer's catalogue number.</param>
/// <param name="Notice">The number of the recall notice. All recalls of one notice are one campaign.</param>
/// <param name="EntryId">The client's id for this recall: sent again, it is recorded once. Made by the server when absent.</param>
/// <example>
/// { "gtin": "51022222233336", "manufacturer": "Example Spine", "lots": ["A213B1", "A213B2"], "notice": "FSCA-2026-014", "reason": "set screws may loosen" }
/// </example>
public sealed record AnnounceRecall(
    string? Gtin = null, Term? Manufacturer = null, Term? Reference = null, IReadOnlyList<Term>? Lots = null, IReadOnlyList<Term>? Serials = null,
    Term? Notice = null, Note? Reason = null, Guid? EntryId = null) : ICommand
{
    [JsonIgnore]
    public DeviceSought Sought =>
        new(Gtin is null ? null : Implants.Gtin.Read(Gtin), Values(Lots), Values(Serials), Manufacturer?.Value, Reference?.Value);

    public IEnumerable<(string Member, string Problem)> Missing() =>
        Gtin is null && Reference is null && Lots is null or [] && Serials is null or []
            ? [("gtin", "or reference, lots or serials is required: say which devices")]
        : Gtin is not null && Implants.Gtin.Read(Gtin) is null ? [("gtin", Implants.Gtin.Rule)]
        : Unseen("reference", Reference is { } reference ? [reference] : []).Concat(Unseen("manufacturer", Manufacturer is { } maker ? [maker] : []))
            .Concat(Unseen("lots", Lots ?? [])).Concat(Unseen("serials", Serials ?? []));

    /// <summary>The event to record.</summary>
    public RecallAnnounced Decide(Guid recallId, string content) =>
        new(recallId, Sought.Gtin, Manufacturer, Reference, Lots ?? [], Serials ?? [], Notice, Reason, content);

    static IEnumerable<string> Values(IReadOnlyList<Term>? terms) => (terms ?? []).Select(t => t.Value);

    /// <summary>A text of which nothing is left when it is compared would agree with others of its kind.</summary>
    static IEnumerable<(string Member, string Problem)> Unseen(string member, IReadOnlyList<Term> terms) =>
        terms.Any(t => DeviceText.Key(t.Value) is null) ? [(member, "has nothing to be seen")] : [];
}
