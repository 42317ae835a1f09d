namespace Periop.Domain.Cases;

/// <summary>Antibiotic prophylaxis by the windows of each drug (<see cref="AntibioticWindows"/>).</summary>
static class AntibioticFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("antibiotic-not-in-window", Severity.Attention, "Antibiotic timing",
            "No antibiotic within its drug's window before the first incision, and no reason for leaving it out.", NotInWindow)
        {
            MayChangeWith = happened => happened is AntibioticGiven or AntibioticOmitted or IncisionMade,
        },
        new("antibiotic-redose-due", Severity.Attention, "Antibiotic due",
            "A wound open longer after a dose than that drug lasts, without another dose.", RedoseDue)
        {
            MayChangeWith = happened => happened is IntraoperativeEvent,
        },
        new("antibiotic-unknown", Severity.Attention, "Antibiotic unknown",
            "An antibiotic whose window is not known, so that its time is not judged.", Unknown)
        {
            MayChangeWith = happened => happened is AntibioticGiven,
        },
    ];

    /// <summary>Doses of unknown drugs are left out, but where there is no other, nobody can say that none was given.</summary>
    static IEnumerable<Raised> NotInWindow(SurvivingEntries entries)
    {
        if (entries.First<IncisionMade>() is not { } incision || incision.IsImported() || entries.First<AntibioticOmitted>() is not null)
            yield break;
        var before = entries.All<AntibioticGiven>().Where(a => a.EffectiveAt <= incision.EffectiveAt).ToArray();
        var known = before.Where(a => WindowOf(a) is not null).ToArray();
        if (known.Any(a => incision.EffectiveAt - a.EffectiveAt <= WindowOf(a)!.Window))
            yield break;
        if (known.LastOrDefault() is { } last)
            yield return new Raised(
                $"The antibiotic was given {(incision.EffectiveAt - last.EffectiveAt).TotalMinutes:0} minutes before the incision.", incision, last);
        else if (before.Length == 0)
            yield return new Raised("No antibiotic was given before the incision.", incision);
    }

    /// <summary>Judged up to the closure, or while the wound is open up to the last thing recorded: the clock has no say.</summary>
    static IEnumerable<Raised> RedoseDue(SurvivingEntries entries)
    {
        if (entries.First<IncisionMade>() is not { } incision || incision.IsImported())
            yield break;
        var until = (entries.Last<WoundClosed>() ?? entries.Last<IntraoperativeEvent>())!.EffectiveAt;
        foreach (var drug in entries.All<AntibioticGiven>().Where(a => a.EffectiveAt <= until).GroupBy(WindowOf))
        {
            if (drug.Key?.Lasts is not { } lasts)
                continue;
            var doses = drug.ToArray();
            for (var i = 0; i < doses.Length; i++)
            {
                var next = i + 1 < doses.Length ? doses[i + 1].EffectiveAt : until;
                if (next - doses[i].EffectiveAt > lasts && next > incision.EffectiveAt)
                    yield return new Raised($"{drug.Key.Name} was due again after {lasts.TotalHours:0} hours.", doses[i]);
            }
        }
    }

    static IEnumerable<Raised> Unknown(SurvivingEntries entries) =>
        from given in entries.All<AntibioticGiven>()
        where WindowOf(given) is null
        select new Raised($"The window of {((AntibioticGiven)given.Event).Drug} is not known.", given);

    static AntibioticWindow? WindowOf(Entry given) => AntibioticWindows.Current.Of(((AntibioticGiven)given.Event).Drug);
}
