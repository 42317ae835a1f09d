namespace Periop.Simulator.Planning.Past;

/// <summary>The coded discharges: most of what the register has, with what coders miss, what they see that nobody reported, and numbers mistyped.</summary>
static class PlannedSecondSource
{
    const string Name = "coded-discharges";

    static readonly HashSet<string> Coded =
    [
        "infection-superficial", "infection-deep", "infection-organ-space", "nerve-injury", "deep-vein-thrombosis", "pulmonary-embolism", "dural-tear",
        "return-to-room", "readmission",
    ];

    public static SecondSource Of(IReadOnlyList<PastCase> cases, Dice dice)
    {
        var lines = new List<SecondSourceLine>();
        var known = from truth in cases.Select(one => one.Truth).OfType<CaseTruth>()
                    from kind in truth.Complications.Select(found => found.Kind).Where(Coded.Contains).Distinct()
                    select (truth.CaseNumber, Kind: kind);
        foreach (var ofKind in known.GroupBy(found => found.Kind.Split('-')[0]))
            foreach (var (index, (caseNumber, kind)) in ofKind.OrderBy(_ => dice.Between(0, 1_000_000)).Index())
                // Of twelve one is missed, and one stands under a number that no case has
                if (index % 12 is not 3)
                    lines.Add(new(index % 12 is 7 ? caseNumber + "0" : caseNumber, kind));
        foreach (var truth in cases.Select(one => one.Truth).OfType<CaseTruth>().Where(_ => dice.Chance(.015)))
            lines.Add(new(truth.CaseNumber, dice.Pick<string>(["infection-deep", "infection-superficial", "readmission", "return-to-room"])));
        return new(Name, [.. lines.Distinct()]);
    }
}
