using Periop.Domain.Outcomes;

namespace Periop.Server.Audit.SecondSources;

/// <summary>Who says that a case had the outcome. Of the first three are the cases that the question is about.</summary>
enum Side
{
    /// <summary>The register and the second source.</summary>
    Matched,

    /// <summary>The register alone.</summary>
    OnlyInRegister,

    /// <summary>The second source alone: the register counts the case as something else.</summary>
    OnlyInSecondSource,

    /// <summary>The second source, of a case that the question is not about: operated on at another time, otherwise, or not at all.</summary>
    OutsideQuestion,

    /// <summary>The second source, under a number that no case has.</summary>
    NoCase,
}

/// <summary>A case of which the register or a second source says that it had an outcome.</summary>
/// <param name="CaseNumber">Of a case the hospital's, else as the source writes it.</param>
/// <param name="CaseId">Null where no case has the number.</param>
/// <param name="SourceKinds">As what the source names it; none where it does not.</param>
/// <param name="State">What the register has it as, by the definition; null of cases that the question is not about.</param>
/// <param name="Reason">Why.</param>
/// <param name="EntryIds">The entries that prove the state.</param>
sealed record ReconciledCase(
    Side Side, string CaseNumber, Guid? CaseId, IReadOnlyList<string> SourceKinds, OutcomeState? State, OutcomeReason? Reason, DateTimeOffset? FirstIncisionAt,
    string? Surgeon, IReadOnlyList<Guid> EntryIds);
