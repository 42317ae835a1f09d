using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Puts devices under recall: those of a model, a lot, a serial number, or of several of them together.</summary>
/// <param name="Gtin">The model: 8, 12, 13 or 14 digits with their check digit.</param>
/// <param name="Reference">The number of the recall notice.</param>
/// <param name="EntryId">The client's id for this recall: sent again, it is recorded once. Made by the server when absent.</param>
/// <example>{ "gtin": "51022222233336", "lot": "A213B1", "reference": "FSCA-2026-014", "reason": "set screws may loosen" }</example>
public sealed record AnnounceRecall(
    string? Gtin = null, Term? Lot = null, Term? Serial = null, Term? Reference = null, Note? Reason = null, Guid? EntryId = null) : ICommand
{
    [JsonIgnore]
    public DeviceSought Sought => new(Gtin is null ? null : Implants.Gtin.Read(Gtin), Lot?.Value, Serial?.Value);

    public IEnumerable<(string Member, string Problem)> Missing() =>
        Gtin is null && Lot is null && Serial is null ? [("gtin", "or lot or serial is required: say which devices")]
        : Gtin is not null && Implants.Gtin.Read(Gtin) is null ? [("gtin", Implants.Gtin.Rule)]
        : [];

    /// <summary>The event to record.</summary>
    public RecallAnnounced Decide(Guid recallId, string content) => new(recallId, Sought.Gtin, Lot, Serial, Reference, Reason, content);
}
