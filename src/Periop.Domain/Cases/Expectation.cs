namespace Periop.Domain.Cases;

/// <summary>Something that is required before a case can be signed as completed.</summary>
/// <param name="Name">As it is listed when it is missing.</param>
/// <param name="Applies">In which cases it is required.</param>
/// <param name="IsRecorded">Whether a case has it.</param>
public sealed record Expectation(string Name, Func<SurvivingEntries, bool> Applies, Func<SurvivingEntries, bool> IsRecorded)
{
    /// <summary>Of every case, up to the incision.</summary>
    public static readonly IReadOnlyList<Expectation> UpToIncision =
    [
        Always(Milestone.RoomEntry),
        Of(Milestone.AnesthesiaStart, WasAnesthetized),
        Of(Milestone.AnesthesiaEnd, WasAnesthetized),
        Of(Milestone.Induction, entries => entries.All<AnesthesiaStarted>(a => a.Type is AnesthesiaType.General).Any()),
        Always(Milestone.SignIn),
        Of(Milestone.TimeOut, WasOperated),
        Of(Milestone.Incision, WasOperated),
    ];

    /// <summary>Of every case, from the closing on.</summary>
    public static readonly IReadOnlyList<Expectation> FromClosing =
    [
        new("closing-count", WasOperated, entries => IsCounted(entries, CountPhase.Closing, CountPhase.Final)),
        Of(Milestone.Closure, WasOperated),
        new("final-count", WasOperated, entries => IsCounted(entries, CountPhase.Final)),
        Always(Milestone.SignOut),
        Always(Milestone.RoomExit),
    ];

    /// <summary>Whether it came to an operation, or is still to: not where the case was aborted before the incision.</summary>
    public static bool WasOperated(SurvivingEntries entries) =>
        Progress.Of(entries).Status is not CaseStatus.Aborted || entries.First<IncisionMade>() is not null;

    internal static bool WasAnesthetized(SurvivingEntries entries) =>
        entries.Any(e => e.Event is AnesthesiaStarted or AnesthesiaInduced or PatientAnesthetized or AnesthesiaEnded);

    static bool IsCounted(SurvivingEntries entries, params CountPhase[] phases) => entries.All<CountPerformed>(c => phases.Contains(c.Phase)).Any();

    static Expectation Always(Milestone milestone) => Of(milestone, _ => true);

    static Expectation Of(Milestone milestone, Func<SurvivingEntries, bool> applies) =>
        new(milestone.Name, applies, entries => entries.Milestones.Contains(milestone));
}
