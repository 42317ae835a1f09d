namespace Periop.Domain.Cases;

/// <summary>How much of what a record of this case should have is there.</summary>
public sealed record Completeness(int Recorded, int Expected, IReadOnlyList<string> Missing)
{
    public static Completeness Of(SurvivingEntries entries)
    {
        var expected = Expectations(entries).ToArray();
        var missing = expected.Where(x => !x.Recorded).Select(x => x.Name).ToArray();
        return new Completeness(expected.Length - missing.Length, expected.Length, missing);
    }

    /// <summary>What is required before a case can be signed as completed; under a condition, only where it holds.</summary>
    static IEnumerable<(string Name, bool Recorded)> Expectations(SurvivingEntries entries)
    {
        bool Marked(string name) => entries.Milestones.Contains(name);
        bool Has<TEvent>() => entries.First<TEvent>() is not null;
        bool Counted(params CountPhase[] phases) => entries.All<CountPerformed>(c => phases.Contains(c.Phase)).Any();

        var status = Progress.Of(entries).Status;
        if (status is CaseStatus.Cancelled or CaseStatus.EnteredInError)
            yield break;
        yield return ("room-entry", Marked("room-entry"));
        if (Has<AnesthesiaStarted>() || Has<AnesthesiaInduced>() || Has<PatientAnesthetized>() || Has<AnesthesiaEnded>())
        {
            yield return ("anesthesia-start", Marked("anesthesia-start"));
            yield return ("anesthesia-end", Marked("anesthesia-end"));
        }

        if (entries.All<AnesthesiaStarted>(a => a.Type is AnesthesiaType.General).Any())
            yield return ("induction", Marked("induction"));
        yield return ("sign-in", Marked("sign-in"));
        if (status is not CaseStatus.Aborted || Has<IncisionMade>())
        {
            yield return ("time-out", Marked("time-out"));
            yield return ("incision", Has<IncisionMade>());
            if (Has<OsteotomyPerformed>())
                yield return ("level-localisation", entries.All<ImagingTaken>(i => i.Purpose is ImagingPurpose.LevelLocalisation).Any());
            yield return ("closing-count", Counted(CountPhase.Closing, CountPhase.Final));
            yield return ("closure", Has<WoundClosed>());
            yield return ("final-count", Counted(CountPhase.Final));
        }

        yield return ("sign-out", Marked("sign-out"));
        yield return ("room-exit", Marked("room-exit"));
    }
}
