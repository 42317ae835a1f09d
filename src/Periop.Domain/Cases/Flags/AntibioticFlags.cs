namespace Periop.Domain.Cases;

/// <summary>
/// Antibiotic prophylaxis by the windows of the guideline (Bratzler DW et al., Clinical practice guidelines for antimicrobial
/// prophylaxis in surgery, Am J Health Syst Pharm 2013;70:195-283): within 60 minutes before the incision, vancomycin and
/// fluoroquinolones within 120; a further dose after two half-lives.
/// </summary>
static class AntibioticFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("antibiotic-not-in-window", Severity.Attention,
            "No antibiotic within its drug's window before the first incision, and no reason for leaving it out.", NotInWindow),
        new("antibiotic-redose-due", Severity.Attention, "A wound open longer after a dose than that drug lasts, without another dose.", RedoseDue),
    ];

    static readonly (TimeSpan Window, TimeSpan? Redose) AnyOther = (TimeSpan.FromMinutes(60), null);

    static readonly Dictionary<string, (TimeSpan Window, TimeSpan? Redose)> Drugs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ampicillin-sulbactam"] = (TimeSpan.FromMinutes(60), TimeSpan.FromHours(2)),
        ["cefazolin"] = (TimeSpan.FromMinutes(60), TimeSpan.FromHours(4)),
        ["cefoxitin"] = (TimeSpan.FromMinutes(60), TimeSpan.FromHours(2)),
        ["cefuroxime"] = (TimeSpan.FromMinutes(60), TimeSpan.FromHours(4)),
        ["ciprofloxacin"] = (TimeSpan.FromMinutes(120), null),
        ["clindamycin"] = (TimeSpan.FromMinutes(60), TimeSpan.FromHours(6)),
        ["levofloxacin"] = (TimeSpan.FromMinutes(120), null),
        ["vancomycin"] = (TimeSpan.FromMinutes(120), null),
    };

    static IEnumerable<Raised> NotInWindow(SurvivingEntries entries)
    {
        if (entries.First<IncisionMade>() is not { } incision || incision.IsImported() || entries.First<AntibioticOmitted>() is not null)
            yield break;
        var before = entries.All<AntibioticGiven>().Where(a => a.EffectiveAt <= incision.EffectiveAt).ToArray();
        if (before.Any(a => incision.EffectiveAt - a.EffectiveAt <= About(a).Window))
            yield break;
        yield return before.LastOrDefault() is { } last
            ? new Raised($"The antibiotic was given {(incision.EffectiveAt - last.EffectiveAt).TotalMinutes:0} minutes before the incision.", incision, last)
            : new Raised("No antibiotic was given before the incision.", incision);
    }

    /// <summary>Judged up to the closure, or while the wound is open up to the last thing recorded: the clock has no say.</summary>
    static IEnumerable<Raised> RedoseDue(SurvivingEntries entries)
    {
        if (entries.First<IncisionMade>() is not { } incision || incision.IsImported())
            yield break;
        var until = (entries.Last<WoundClosed>() ?? entries.Last<IntraoperativeEvent>())!.EffectiveAt;
        foreach (var drug in entries.All<AntibioticGiven>().Where(a => a.EffectiveAt <= until)
            .GroupBy(a => ((AntibioticGiven)a.Event).Drug.Value, StringComparer.OrdinalIgnoreCase))
        {
            var doses = drug.ToArray();
            for (var i = 0; i < doses.Length; i++)
            {
                var next = i + 1 < doses.Length ? doses[i + 1].EffectiveAt : until;
                if (About(doses[i]).Redose is { } lasts && next - doses[i].EffectiveAt > lasts && next > incision.EffectiveAt)
                    yield return new Raised($"{drug.Key} was due again after {lasts.TotalHours:0} hours.", doses[i]);
            }
        }
    }

    static (TimeSpan Window, TimeSpan? Redose) About(Entry given) => Drugs.GetValueOrDefault(((AntibioticGiven)given.Event).Drug.Value, AnyOther);
}
