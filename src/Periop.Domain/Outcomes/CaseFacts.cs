using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>What a case has to say to an audit, by its surviving entries: facts and their times, never what becomes of them as days pass.</summary>
public sealed record CaseFacts(Guid CaseId, string CaseNumber)
{
    /// <summary>Stands for the patient.</summary>
    public Guid? PatientId { get; init; }

    /// <summary>The case of which this is a further stage.</summary>
    public Guid? StageOf { get; init; }

    /// <summary>Whether it is in denominators: operated on, neither cancelled nor entered in error.</summary>
    public bool IsIndex { get; init; }

    /// <summary>What its windows are counted from, most of them; null before there was one.</summary>
    public KnownEvent? FirstIncision { get; init; }

    public KnownEvent? RoomExit { get; init; }

    public KnownEvent? Discharge { get; init; }

    /// <summary>As recorded with this case. A death on another case of the patient counts, too.</summary>
    public KnownEvent? Death { get; init; }

    /// <summary>The last time somebody said that the patient was alive.</summary>
    public KnownEvent? LastSeenAlive { get; init; }

    /// <summary>The signature that completed the record of the operation.</summary>
    public KnownEvent? Signed { get; init; }

    /// <summary>The patient could not be reached; null when a follow-up came later.</summary>
    public KnownEvent? Lost { get; init; }

    /// <summary>The patient did not want to be followed up; null when a follow-up came later.</summary>
    public KnownEvent? Withdrawn { get; init; }

    /// <summary>The attempts to reach the patient.</summary>
    public ValueList<Guid> Attempts { get; init; } = [];

    /// <summary>The last of them.</summary>
    public Attempt? LastAttempt { get; init; }

    /// <summary>What was given, in the order of time.</summary>
    public ValueList<Transfusion> Transfusions { get; init; } = [];

    /// <summary>What a risk model may ask for, by the last word on each.</summary>
    public ValueList<RiskFactorTold> RiskFactors { get; init; } = [];

    public string? Room { get; init; }

    public string? Surgeon { get; init; }

    public string? Service { get; init; }

    /// <summary>The procedure's family: as planned, else as performed.</summary>
    public string? Procedure { get; init; }

    public string? Approach { get; init; }

    /// <summary>The highest SRS-Schwab grade among the osteotomies; null when none is stated.</summary>
    public int? Grade { get; init; }

    /// <summary>How many different levels were cut; null when none was.</summary>
    public int? Segments { get; init; }

    /// <summary>The region of all levels, <see cref="MixedRegions"/> when there are several; null when none was cut.</summary>
    public string? Region { get; init; }

    /// <summary>What stands for a region where the levels are of several.</summary>
    public const string MixedRegions = "mixed";

    public static CaseFacts Of(SurvivingEntries entries)
    {
        var plan = Plan.Of(entries);
        var (incision, cuts) = (entries.First<IncisionMade>(), entries.All<OsteotomyPerformed>().Select(e => (OsteotomyPerformed)e.Event).ToArray());
        var (levels, regions) = (cuts.Select(c => c.Level).Distinct().Count(), cuts.Select(c => c.Level.Region).Distinct().ToArray());
        return new CaseFacts(entries.Case.Id, plan.CaseNumber.Value)
        {
            PatientId = plan.PatientId,
            StageOf = plan.StageOf,
            IsIndex = incision is not null && Progress.Of(entries).Status is not (CaseStatus.Cancelled or CaseStatus.EnteredInError),
            FirstIncision = KnownEvent.Of(incision),
            RoomExit = KnownEvent.Of(entries.Answering(Milestone.RoomExit)),
            Discharge = KnownEvent.Of(entries.Answering(Milestone.Discharge)),
            Death = KnownEvent.Of(entries.Answering(Milestone.Death)),
            LastSeenAlive = KnownEvent.Of(entries.All<FollowUpRecorded>(f => f.Alive is true).LastOrDefault()),
            Signed = KnownEvent.Of(Signatures.Freezing(entries)),
            Lost = KnownEvent.Of(UntilFollowedUp<FollowUpLost>(entries)),
            Withdrawn = KnownEvent.Of(UntilFollowedUp<FollowUpDeclined>(entries)),
            Attempts = [.. entries.All<FollowUpAttempted>().Select(a => a.Id)],
            LastAttempt = entries.Last<FollowUpAttempted>() is { } last ? Attempt.Of(last) : null,
            Transfusions = [.. entries.All<BloodProductGiven>().Select(Transfusion.Of)],
            RiskFactors = RiskFactorTold.AllOf(entries),
            Room = Progress.Of(entries).Room?.Value,
            Surgeon = plan.Surgeon?.Value,
            Service = plan.Service?.Value,
            Procedure = plan.Procedure?.Family.Value ?? (cuts.Length > 0 ? SpinalOsteotomy.Name : null),
            Approach = ApproachOf(cuts, plan) is { } approach ? Vocabulary.WordFor(approach) : null,
            Grade = cuts.Max(c => c.Grade),
            Segments = levels == 0 ? null : levels,
            Region = regions.Length == 0 ? null : regions.Length > 1 ? MixedRegions : Vocabulary.WordFor(regions[0]),
        };
    }

    /// <summary>The last of its kind, unless a follow-up came after it.</summary>
    static Entry? UntilFollowedUp<TEvent>(SurvivingEntries entries) =>
        entries.Last<TEvent>() is { } last && !(entries.Last<FollowUpRecorded>() is { } followUp && Moment.Of(followUp) > Moment.Of(last)) ? last : null;

    /// <summary>By the osteotomies; of several approaches, combined. Without an osteotomy, as planned.</summary>
    static Spine.Approach? ApproachOf(OsteotomyPerformed[] cuts, Plan plan) => cuts.Select(c => c.Approach).Distinct().ToArray() switch
    {
        [] => plan.Procedure?.Approach,
        [var one] => one,
        _ => Spine.Approach.Combined,
    };
}

/// <summary>An attempt to reach a patient.</summary>
public sealed record Attempt(DateTimeOffset At, FollowUpMethod Method, FollowUpResult Result, Guid EntryId)
{
    public static Attempt Of(Entry entry)
    {
        var attempted = (FollowUpAttempted)entry.Event;
        return new Attempt(entry.EffectiveAt.ToUniversalTime(), attempted.Method, attempted.Result, entry.Id);
    }
}

/// <summary>Units of a blood product that were given.</summary>
public sealed record Transfusion(DateTimeOffset At, bool ToTheDay, string Product, decimal Units, Guid EntryId)
{
    public static Transfusion Of(Entry entry)
    {
        var (when, given) = (KnownTime.Of(entry), (BloodProductGiven)entry.Event);
        return new Transfusion(when.At, when.ToTheDay, given.Product.Value, given.Units, entry.Id);
    }
}

/// <summary>A risk factor, and the entry that told it.</summary>
public sealed record RiskFactorTold(string Name, decimal Value, Guid EntryId)
{
    /// <summary>By name; of several entries about one, the last.</summary>
    public static ValueList<RiskFactorTold> AllOf(SurvivingEntries entries)
    {
        var told = new SortedDictionary<string, RiskFactorTold>(StringComparer.Ordinal);
        foreach (var entry in entries)
            foreach (var (name, value) in FactorsOf(entry.Event) ?? [])
                told[name] = new RiskFactorTold(name, value, entry.Id);
        return [.. told.Values];
    }

    static IEnumerable<KeyValuePair<string, decimal>>? FactorsOf(CaseEvent happened) => happened switch
    {
        CaseScheduled scheduled => scheduled.RiskFactors,
        RiskFactorsRecorded recorded => recorded.Factors,
        _ => null,
    };
}
