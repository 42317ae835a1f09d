using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The physical status by the American Society of Anesthesiologists.</summary>
static class AnesthesiaRisk
{
    /// <summary>Why a class cannot be meant; null when it can, or is not given.</summary>
    public static Refusal? Senseless(int? asaClass) => asaClass is < 1 or > 6 ? Refusal.Senseless("An ASA class is 1 to 6.") : null;
}
