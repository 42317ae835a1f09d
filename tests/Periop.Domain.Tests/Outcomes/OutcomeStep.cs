using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>Something that becomes known of a patient after an operation, in whatever order.</summary>
/// <param name="Kind">Which command.</param>
/// <param name="Pick">Its values.</param>
/// <param name="Target">Which earlier entry it points at, if it does.</param>
/// <param name="Passed">Hours since the last one was recorded.</param>
/// <param name="Ago">How many hours before it was recorded it happened.</param>
/// <param name="ToTheDay">Whether only the day is known.</param>
public sealed record OutcomeStep(int Kind, int Pick, int Target, int Passed, int Ago, bool ToTheDay)
{
    static readonly string[] Products = ["prbc", "red cells", "plasma"];

    /// <summary>Few kinds, so that they meet.</summary>
    static readonly ComplicationKind[] Kinds =
    [
        ComplicationKind.InfectionDeep, ComplicationKind.InfectionSuperficial, ComplicationKind.InfectionOrganSpace, ComplicationKind.Death,
        ComplicationKind.ReturnToRoom, ComplicationKind.BloodLoss,
    ];

    static readonly string[] Words =
        ["infection", "infection-deep", "infection-superficial", "infection-organ-space", "infection", "death", "return-to-room", "blood-loss"];

    static readonly Func<OutcomeStep, Guid, DateTimeOffset, CaseCommand>[] Commands =
    [
        (s, _, now) => new ReportComplication(Kinds[s.Pick % Kinds.Length], s.MaybeAt(7, now), s.MaybeAt(11, now)),
        (s, _, now) => new ReportComplication(Kinds[s.Pick % Kinds.Length], s.MaybeAt(5, now)),
        (s, target, now) => s.Reviewing(target, now), (s, target, now) => s.Reviewing(target, now), (s, target, now) => s.Reviewing(target, now),
        (s, _, _) => new AssessOutcomes([s.Assessed(0)]), (s, _, _) => new AssessOutcomes([s.Assessed(0)]),
        (s, _, _) => new AssessOutcomes([s.Assessed(0), s.Assessed(1), s.Assessed(2)]),
        (s, _, _) => new RecordFollowUp(Alive: s.Pick % 3 != 0), (s, _, _) => new RecordFollowUp(Assessments: [s.Assessed(0), s.Assessed(3)]),
        (_, _, _) => new LoseFollowUp(), (_, _, _) => new DeclineFollowUp(), (_, _, _) => new AttemptFollowUp(FollowUpMethod.Call, FollowUpResult.NotReached),
        (_, _, _) => new RecordDeath(), (_, _, _) => Discharge, (_, _, _) => new LeaveRoom(), (_, _, _) => new ReadmitPatient(),
        (s, _, _) => new ReturnToRoom(s.Pick % 3 == 0),
        (s, _, _) => new GiveBloodProduct(new Term(Products[s.Pick % Products.Length]), (s.Pick % 4) + 1),
        (s, _, _) => new GiveBloodProduct(new Term(Products[0]), (s.Pick % 4) + 1), (s, _, _) => new GiveBloodProduct(new Term(Products[1]), 3),
        (_, _, _) => Sign(TeamRole.Surgeon), (_, _, _) => Sign(TeamRole.CirculatingNurse),
        (_, target, _) => new RetractEntry(target), (_, target, _) => new RetractEntry(target),
        (s, target, now) => new CorrectTime(target, now.AddHours(-s.Ago)), (s, target, now) => new CorrectTime(target, now.AddHours(-s.Ago)),
    ];

    public static Gen<OutcomeStep[]> Any => Gen.Select(
        Gen.Int[0, Commands.Length - 1], Gen.Int[0, 9999], Gen.Int[0, 9999], Gen.Int[0, 240],
        Gen.OneOf(Gen.Int[0, 72], Gen.Int[0, 900], Gen.Const(0)), Gen.Int[0, 3],
        (kind, pick, target, passed, ago, day) => new OutcomeStep(kind, pick, target, passed, ago, day == 0)).Array[0, 14];

    /// <summary>A case with an incision, and what became known afterwards. What the case refuses is left out.</summary>
    public static CaseStory Play(OutcomeStep[] steps, TimeZoneInfo zone)
    {
        var story = Judged.Operated;
        var now = CaseStory.Time("09:45");
        foreach (var step in steps)
        {
            now = now.AddHours(step.Passed);
            var result = Recording.Record(story.Case, step.Command(story, now, zone), new Circumstances(
                CaseStory.Id((int)story.Case.Version + 1), step.ToString(), $"nurse-{step.Pick % 2}", now, null, new HashSet<string>(), CaseStory.Rules));
            if (result is CommandResult.Recorded recorded)
                story = story with { Case = recorded.Case };
        }

        return story;
    }

    /// <summary>The case as it stands without what became known after the incision: taken back, the last recorded first.</summary>
    public static CaseStory TakeBack(CaseStory story)
    {
        foreach (var entry in story.Case.InOrderOfRecording().Skip(Judged.Operated.Case.Entries.Count).Reverse())
            if (story[entry.Id].Survives)
                story = story.At("+400 10:00", Retract(entry.Id));
        return story;
    }

    CaseCommand Command(CaseStory story, DateTimeOffset now, TimeZoneInfo zone)
    {
        Guid[] entries = [.. story.Case.InOrderOfRecording().Select(e => e.Id)];
        Guid[] naming = [.. entries.Where(id => NamedComplications.Of(story[id].Event).Count > 0)];
        var command = Commands[Kind](this, naming.Length > 0 && Target % 2 == 0 ? naming[Target / 2 % naming.Length] : entries[Target % entries.Length], now)
            with
        { Reason = new Note("learnt later") };
        var happened = now.AddHours(-Ago);
        return command is CorrectTime ? command
            : ToTheDay ? command with { OccurredAt = EndOfDay(happened, zone), Precision = TimePrecision.Day, Source = EntrySource.Import }
            : command with { OccurredAt = happened, Source = EntrySource.Downtime };
    }

    ReviewComplication Reviewing(Guid target, DateTimeOffset now)
    {
        var decision = Enum.GetValues<ReviewDecision>()[Pick % 3];
        return new ReviewComplication(
            decision, Pick % 5 == 0 ? new AssessedKind(Words[Pick / 5 % Words.Length]) : null,
            decision is ReviewDecision.Reclassified || (decision is ReviewDecision.Confirmed && Pick % 2 == 0) ? Kinds[Pick / 3 % 3] : null,
            OnsetAt: MaybeAt(3, now))
        { TargetEntryId = target };
    }

    Assessment Assessed(int which) => new(new AssessedKind(Words[(Pick + which) % Words.Length]), Enum.GetValues<Finding>()[(Pick / 8 + which) % 3]);

    DateTimeOffset? MaybeAt(int part, DateTimeOffset now) => Pick / part % 2 == 0 ? null : now.AddHours(-(Pick / part % 800));

    static DateTimeOffset EndOfDay(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var end = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime).AddDays(1).ToDateTime(TimeOnly.MinValue).AddMicroseconds(-1);
        return new DateTimeOffset(end, zone.GetUtcOffset(end));
    }
}
