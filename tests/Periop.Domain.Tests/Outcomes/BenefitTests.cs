using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using static Periop.Domain.Tests.Outcomes.Judged;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>How a patient does before the operation and after it. Six weeks are the days 28 to 56.</summary>
public class BenefitTests
{
    static readonly BenefitDefinition Usual = BenefitDefinition.Find(null, null)!;

    [Fact]
    public void The_usual_time_points_are_before_at_six_weeks_and_at_one_and_two_years() => Assert.Equal(
        ["before", "6-weeks", "12-months", "24-months"], Usual.Points.Select(p => p.Id));

    [Fact]
    public void Every_definition_begins_with_the_time_before_and_its_windows_follow_each_other() => Assert.All(BenefitDefinition.All, definition =>
    {
        Assert.True(definition.Points[0].IsBefore);
        Assert.All(definition.Points, p => Assert.InRange(p.Target, p.From, p.To));
        Assert.All(definition.Points.Zip(definition.Points.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
    });

    [Fact]
    public void One_definition_is_the_usual_one() => Assert.Single(BenefitDefinition.All.Where(d => d.IsUsual).Select(d => d.Id).Distinct());

    [Fact]
    public void A_change_is_what_was_answered_less_what_was_before() =>
        Assert.Equal((AnswerState.Answered, 42, -5m), SixWeeks([Pain(-10, 8), Pain(42, 3)]) is var at ? (at.State, at.Day, at.Change) : default);

    [Fact]
    public void Without_a_value_before_there_is_no_change() => Assert.Null(SixWeeks([Pain(42, 3)]).Change);

    [Fact]
    public void Of_several_values_the_one_nearest_to_the_target_answers_and_of_two_as_near_the_later() =>
        Assert.Equal((44, 5m), SixWeeks([Pain(29, 1), Pain(40, 4), Pain(44, 5), Pain(56, 6)]) is var at ? (at.Day, at.Score!.Value) : default);

    [Fact]
    public void Before_the_operation_the_newest_value_answers() =>
        Assert.Equal(7, At([Pain(-90, 9), Pain(-3, 7), Pain(1, 2)])[0].Score!.Value);

    [Theory]
    [InlineData(27, AnswerState.NotAnswered)]
    [InlineData(28, AnswerState.Answered)]
    [InlineData(56, AnswerState.Answered)]
    [InlineData(57, AnswerState.NotAnswered)]
    public void A_value_counts_from_the_first_day_of_the_window_to_the_last(int day, AnswerState state) => Assert.Equal(state, SixWeeks([Pain(day, 3)]).State);

    [Fact]
    public void On_the_day_of_the_operation_a_score_is_of_before_only_when_it_was_taken_before_the_incision()
    {
        Assert.Equal(AnswerState.Answered, At([Taken(Incision.AddMinutes(-30), 8)])[0].State);
        Assert.Equal(AnswerState.NotAnswered, At([Taken(Incision.AddMinutes(30), 8)])[0].State);
    }

    [Fact]
    public void What_is_known_to_the_day_of_the_operation_is_not_known_to_be_before()
    {
        Assert.Equal(AnswerState.NotAnswered, At([Pain(0, 8) with { When = new KnownTime(Incision.AddMinutes(-30), ToTheDay: true) }])[0].State);
        Assert.Equal(AnswerState.Answered, At([Pain(-1, 8) with { When = new KnownTime(Incision.AddDays(-1), ToTheDay: true) }])[0].State);
    }

    [Fact]
    public void What_a_measure_calls_preoperative_is_of_before_whenever_it_was_recorded() => Assert.Equal(
        [AnswerState.Answered, AnswerState.NotAnswered], At([Lordosis(40, CorrectionPhase.Preoperative)]).Take(2).Select(at => at.State));

    [Fact]
    public void What_a_measure_calls_intraoperative_is_of_no_time_point() =>
        Assert.All(At([Lordosis(-1, CorrectionPhase.Intraoperative), Lordosis(42, CorrectionPhase.Intraoperative)]), at => Assert.Null(at.Score));

    [Fact]
    public void What_a_measure_calls_postoperative_is_never_of_before() =>
        Assert.Equal(AnswerState.NotAnswered, At([Lordosis(-1, CorrectionPhase.Postoperative)])[0].State);

    [Theory]
    [InlineData(56, AnswerState.NotYetDue)]
    [InlineData(57, AnswerState.NotAnswered)]
    public void Nothing_is_missing_before_the_window_has_closed(int day, AnswerState state) =>
        Assert.Equal(state, At([], Incision.AddDays(day))[1].State);

    [Fact]
    public void A_value_in_an_open_window_is_early_and_has_no_change_yet() =>
        Assert.Equal((AnswerState.AnsweredEarly, null), At([Pain(-1, 8), Pain(30, 3)], Incision.AddDays(40))[1] is var at ? (at.State, at.Change) : default);

    [Fact]
    public void Who_died_before_the_close_without_an_answer_is_not_missing()
    {
        Assert.Equal(AnswerState.Died, SixWeeks([], Operated.At("35 09:00", new RecordDeath())).State);
        Assert.Equal(AnswerState.Answered, SixWeeks([Pain(30, 3)], Operated.At("35 09:00", new RecordDeath())).State);
        Assert.Equal(AnswerState.NotAnswered, At([], story: Operated.At("35 09:00", new RecordDeath()))[0].State);
    }

    [Fact]
    public void Who_withdrew_is_not_due() =>
        Assert.Equal(AnswerState.Withdrawn, SixWeeks([], Operated.At("20 09:00", new DeclineFollowUp())).State);

    [Fact]
    public void Who_was_looked_for_is_lost_and_who_was_not_is_missing()
    {
        var tried = Operated.At("40 09:00", new AttemptFollowUp(FollowUpMethod.Call, FollowUpResult.NotReached)).At("41 09:00", new LoseFollowUp());
        Assert.Equal(AnswerState.Lost, SixWeeks([], tried).State);
        Assert.Equal(AnswerState.NotAnswered, SixWeeks([], Operated.At("41 09:00", new LoseFollowUp())).State);
    }

    [Fact]
    public void An_entry_says_each_of_its_scores()
    {
        var story = Operated.At("40 09:00", new RecordFollowUp(PainScore: 2, DisabilityScore: 18))
            .At("41 09:00", new MeasureCorrection(new("lumbar-lordosis"), 52, CorrectionUnit.Deg, CorrectionPhase.Postoperative));
        Assert.Equal(
            [("pain", 2m, null, null), ("disability", 18m, null, null), ("lumbar-lordosis", 52m, CorrectionUnit.Deg, CorrectionPhase.Postoperative)],
            Score.AllOf(story.Entries).Select(s => (s.What, s.Value, s.Unit, s.Phase)));
    }

    static DateTimeOffset Incision => CaseFacts.Of(Operated.Entries).FirstIncision!.When.At;

    static Score Pain(int day, decimal value) => Taken(Incision.AddDays(day), value);

    static Score Taken(DateTimeOffset at, decimal value) => new(Guid.NewGuid(), Score.Pain, value, null, null, new KnownTime(at));

    static Score Lordosis(int day, CorrectionPhase phase) =>
        new(Guid.NewGuid(), "lumbar-lordosis", 50, CorrectionUnit.Deg, phase, new KnownTime(Incision.AddDays(day)));

    static IReadOnlyList<BenefitAt> At(IReadOnlyCollection<Score> scores, DateTimeOffset? asOf = null, CaseStory? story = null) =>
        Benefit.At(Usual, CaseFacts.Of((story ?? Operated).Entries), scores, asOf ?? Incision.AddDays(100), Zurich);

    static BenefitAt SixWeeks(IReadOnlyCollection<Score> scores, CaseStory? story = null) => At(scores, story: story)[1];
}
