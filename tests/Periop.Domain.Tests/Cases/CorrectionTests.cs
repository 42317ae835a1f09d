using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class CorrectionTests
{
    [Fact]
    public void A_corrected_time_is_the_one_that_counts() =>
        Assert.Equal(CaseStory.Time("07:58"),
            CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Correct(entered, "07:58"))[entered].EffectiveAt);

    [Fact]
    public void The_time_first_said_stays_readable() =>
        Assert.Equal(CaseStory.Time("08:00"),
            CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Correct(entered, "07:58"))[entered].Event.OccurredAt);

    [Fact]
    public void A_corrected_entry_names_its_correction() =>
        Assert.Equal(CaseStory.Id(3),
            CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Correct(entered, "07:58"))[entered].CorrectedBy);

    [Fact]
    public void The_last_correction_counts() =>
        Assert.Equal(CaseStory.Time("07:59"), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered)
            .At("08:10", Correct(entered, "07:50")).At("08:11", Correct(entered, "07:59"))[entered].EffectiveAt);

    [Fact]
    public void A_retracted_correction_gives_the_time_before_it_back() =>
        Assert.Equal(CaseStory.Time("07:50"), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered)
            .At("08:10", Correct(entered, "07:50")).At("08:11", Correct(entered, "07:59"), out var second).At("08:12", Retract(second))[entered].EffectiveAt);

    [Fact]
    public void With_all_corrections_retracted_the_time_first_said_counts_again() =>
        Assert.Equal(CaseStory.Time("08:00"), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered)
            .At("08:10", Correct(entered, "07:50"), out var correction).At("08:12", Retract(correction))[entered].EffectiveAt);

    [Fact]
    public void A_correction_changes_the_order_of_what_happened() =>
        Assert.DoesNotContain("time-out-missing", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:45", new MakeIncision())
            .At("08:50", TimeOut, out var timeOut).At("08:55", Correct(timeOut, "08:44")).Codes);

    [Fact]
    public void A_correction_before_any_plausible_time_is_refused() =>
        Expect.Refused(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered)
            .When("08:10", new CorrectTime(entered, new DateTimeOffset(1026, 3, 2, 8, 0, 0, TimeSpan.Zero)) { Reason = new Note("typed wrongly") }),
            "senseless-value");

    [Fact]
    public void What_is_retracted_does_not_count() =>
        Assert.Empty(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Retract(entered)).Entries.All<PatientEnteredRoom>());

    [Fact]
    public void What_is_retracted_stays_readable() =>
        Assert.IsType<PatientEnteredRoom>(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Retract(entered))[entered].Event);

    [Fact]
    public void A_retracted_entry_names_its_retraction() =>
        Assert.Equal(CaseStory.Id(3), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Retract(entered))[entered].RetractedBy);

    [Fact]
    public void A_retracted_retraction_gives_its_entry_back() =>
        Assert.True(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Retract(entered), out var retraction)
            .At("08:11", Retract(retraction))[entered].Survives);

    [Fact]
    public void A_retraction_given_back_takes_its_entry_out_again() =>
        Assert.False(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Retract(entered), out var first)
            .At("08:11", Retract(first), out var second).At("08:12", Retract(second))[entered].Survives);

    [Fact]
    public void A_retracted_retraction_of_a_correction_gives_the_corrected_time_back() =>
        Assert.Equal(CaseStory.Time("07:50"), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered)
            .At("08:10", Correct(entered, "07:50"), out var correction)
            .At("08:11", Retract(correction), out var retraction).At("08:12", Retract(retraction))[entered].EffectiveAt);

    [Fact]
    public void A_correction_keeps_its_hold_on_an_entry_that_comes_back() =>
        Assert.Equal(CaseStory.Time("07:50"), CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Correct(entered, "07:50"))
            .At("08:11", Retract(entered), out var retraction).At("08:12", Retract(retraction))[entered].EffectiveAt);

    [Fact]
    public void A_replacement_takes_the_entry_it_replaces_out_of_account()
    {
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure).At("11:05", new CloseWound(ClosureMethod.Staples).Replacing(closure));
        Assert.Equal([ClosureMethod.Staples], story.Entries.All<WoundClosed>().Select(e => ((WoundClosed)e.Event).Method));
    }

    [Fact]
    public void A_replacement_is_two_entries_of_one_command() =>
        Assert.Equal([typeof(EntryRetracted), typeof(WoundClosed)],
            Expect.Recorded(CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure).When("11:05", Closure.Replacing(closure)))
                .Entries.Select(e => e.Event.GetType()));

    [Fact]
    public void The_retraction_of_a_replacement_carries_its_reason() =>
        Assert.Equal("typed wrongly",
            Expect.Recorded(CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure).When("11:05", Closure.Replacing(closure)))
                .Entries[0].Event.Reason?.Value);

    [Fact]
    public void A_refused_replacement_retracts_nothing()
    {
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure);
        Expect.Refused(story.When("11:05", new CloseWound(ClosureMethod.Sutures, 9).Replacing(closure)), "senseless-value");
        Assert.True(story[closure].Survives);
    }

    [Fact]
    public void A_replacement_never_overwrites_an_entry_that_has_the_id_of_its_retraction()
    {
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure);
        var replacement = Closure.Under(CaseStory.Id(1000)).Replacing(closure);
        var retractionId = Expect.Recorded(story.When("11:05", replacement)).Entries[0].Id;
        Expect.Refused(story.At("11:04", new EstimateBloodLoss(400).Under(retractionId)).When("11:05", replacement), "entry-id-reused");
    }

    [Fact]
    public void A_corrected_patient_is_the_one_in_the_plan()
    {
        var (wrong, right) = (CaseStory.Id(71), CaseStory.Id(72));
        var story = CaseStory.Scheduled(Plan() with { PatientId = wrong })
            .At("08:00", new CorrectPatient(new Reference("p-2")) { PatientId = right, Reason = new Note("digits swapped") });
        Assert.Equal(right, Domain.Cases.Plan.Of(story.Entries).PatientId);
    }

    [Fact]
    public void A_retracted_patient_correction_gives_the_first_patient_back()
    {
        var (wrong, right) = (CaseStory.Id(71), CaseStory.Id(72));
        var story = CaseStory.Scheduled(Plan() with { PatientId = wrong })
            .At("08:00", new CorrectPatient(new Reference("p-2")) { PatientId = right, Reason = new Note("digits swapped") }, out var correction)
            .At("08:05", Retract(correction));
        Assert.Equal(wrong, Domain.Cases.Plan.Of(story.Entries).PatientId);
    }

    [Fact]
    public void Undoing_a_retraction_after_the_signatures_is_flagged()
    {
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure).At("11:05", Retract(closure), out var retraction).Signed("13:00");
        Assert.Contains("entry-after-signature", Expect.Recorded(story.When("13:01", Retract(retraction))).Receipt.Flags.Select(f => f.Code));
    }

    [Fact]
    public void Undoing_a_time_correction_after_the_signatures_is_flagged()
    {
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure)
            .At("11:05", Correct(closure, "10:50"), out var correction).Signed("13:00");
        Assert.Contains("entry-after-signature", Expect.Recorded(story.When("13:01", Retract(correction))).Receipt.Flags.Select(f => f.Code));
    }

    [Fact]
    public void An_acknowledged_flag_stays_with_the_word_on_it()
    {
        var story = CaseStory.Scheduled().At("08:45", new MakeIncision(), out var incision)
            .At("09:00", new AcknowledgeFlag(new Term("time-out-missing"), incision) { Reason = new Note("done by voice") });
        Assert.Equal("done by voice", story.Flags.Single(f => f.Code == "time-out-missing").Acknowledged?.Reason?.Value);
    }

    [Fact]
    public void A_retracted_acknowledgement_is_none()
    {
        var story = CaseStory.Scheduled().At("08:45", new MakeIncision())
            .At("09:00", new AcknowledgeFlag(new Term("time-out-missing")) { Reason = new Note("done by voice") }, out var word).At("09:05", Retract(word));
        Assert.Null(story.Flags.Single(f => f.Code == "time-out-missing").Acknowledged);
    }
}
