using Periop.Domain.Outcomes;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A case with what is known of it at the register's position.</summary>
/// <param name="Facts">With the patient's death, on whichever case it was recorded.</param>
/// <param name="Findings">In the order in which things happened; without returns that were planned stages.</param>
sealed record CohortCase(CaseFacts Facts, IReadOnlyList<CaseFinding> Findings)
{
    public DateTimeOffset FirstIncisionAt => Facts.FirstIncision!.When.At;
}
