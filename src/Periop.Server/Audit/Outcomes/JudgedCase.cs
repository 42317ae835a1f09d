using Periop.Domain.Outcomes;
using Periop.Server.Hospitals;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A case, what it came to, and the group it is counted in.</summary>
sealed record JudgedCase(CohortCase Case, OutcomeAt Outcome, string Key)
{
    public static JudgedCase Of(CohortCase known, OutcomeDefinition definition, GroupBy groupBy, DateTimeOffset asOf, Hospital hospital)
    {
        var outcome = Domain.Outcomes.Outcome.StateAt(definition, known.Facts, known.Findings, asOf, hospital.Days);
        return new JudgedCase(known, outcome, CohortGroups.KeyOf(known.Facts, outcome.LastDay, groupBy, hospital));
    }

    /// <summary>What a rate counts it as, most precisely.</summary>
    public CountedAs CountedAs => Outcome.IsClosed ? (CountedAs)Outcome.State       // the words of both are the same, in the same order
        : Outcome.State is OutcomeState.Present ? CountedAs.PresentEarly : CountedAs.NotYetDue;

    /// <summary>Whether it is one of those that a rate counts under a word.</summary>
    public bool IsCountedAs(CountedAs count) => count is CountedAs.NotYetDue ? !Outcome.IsClosed : CountedAs == count;
}

/// <summary>
/// How a rate counts a case: all whose window is open as not yet due, whatever is known of them already, those of them with an event as
/// present early, too; of closed windows each by its state.
/// </summary>
enum CountedAs { Present, Absent, NotYetDue, DueNotAssessed, Lost, Died, Withdrawn, PresentEarly }
