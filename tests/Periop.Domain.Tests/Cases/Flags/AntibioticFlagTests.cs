using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class AntibioticFlagTests
{
    [Theory, Raises("antibiotic-not-in-window")]
    [InlineData("cefazolin", "07:44")]
    [InlineData("vancomycin", "06:44")]
    [InlineData("moxifloxacin", "06:44")]
    public void A_dose_a_minute_before_its_drugs_window_is_flagged(string drug, string given) =>
        Assert.Contains("antibiotic-not-in-window", CaseStory.Scheduled().At(given, Antibiotic(drug)).Incised().Codes);

    [Theory, NearMissOf("antibiotic-not-in-window")]
    [InlineData("cefazolin", "07:45")]
    [InlineData("Cefazolin", "08:45")]
    [InlineData("vancomycin", "06:45")]
    [InlineData("ciprofloxacin", "06:45")]
    public void A_dose_at_the_edge_of_its_drugs_window_is_in_order(string drug, string given) =>
        Assert.DoesNotContain("antibiotic-not-in-window", CaseStory.Scheduled()
            .At("08:45", new MakeIncision()).At("08:46", Antibiotic(drug).HappenedAt(given)).Codes);

    [Fact, Raises("antibiotic-not-in-window")]
    public void A_dose_after_the_incision_comes_too_late() =>
        Assert.Contains("antibiotic-not-in-window", CaseStory.Scheduled().Incised().At("08:46", Antibiotic("cefazolin")).Codes);

    [Fact, NearMissOf("antibiotic-not-in-window")]
    public void A_stated_omission_is_in_order() =>
        Assert.DoesNotContain("antibiotic-not-in-window", CaseStory.Scheduled().Incised().At("08:46", new OmitAntibiotic(OmissionReason.Allergy)).Codes);

    [Fact, NearMissOf("antibiotic-not-in-window")]
    public void An_imported_incision_says_nothing_about_antibiotics() =>
        Assert.DoesNotContain("antibiotic-not-in-window", CaseStory.Scheduled().At("08:45", new MakeIncision().From(EntrySource.Import)).Codes);

    [Fact, Raises("antibiotic-redose-due")]
    public void A_wound_open_longer_than_a_dose_lasts_is_flagged() =>
        Assert.Contains("antibiotic-redose-due", CaseStory.Scheduled()
            .At("08:30", Antibiotic("cefazolin")).At("08:45", new MakeIncision()).At("12:31", Closure).Codes);

    [Fact, NearMissOf("antibiotic-redose-due")]
    public void A_wound_closed_just_when_a_dose_ends_is_in_order() =>
        Assert.DoesNotContain("antibiotic-redose-due", CaseStory.Scheduled()
            .At("08:30", Antibiotic("cefazolin")).At("08:45", new MakeIncision()).At("12:30", Closure).Codes);

    [Fact, NearMissOf("antibiotic-redose-due")]
    public void A_second_dose_in_time_is_in_order() =>
        Assert.DoesNotContain("antibiotic-redose-due", CaseStory.Scheduled()
            .At("08:30", Antibiotic("cefazolin")).At("08:45", new MakeIncision()).At("12:30", Antibiotic("cefazolin")).At("14:00", Closure).Codes);

    [Fact, Raises("antibiotic-redose-due")]
    public void While_the_wound_is_open_the_last_entry_decides() =>
        Assert.Contains("antibiotic-redose-due", CaseStory.Scheduled()
            .At("08:30", Antibiotic("cefazolin")).At("08:45", new MakeIncision()).At("12:31", new EstimateBloodLoss(400)).Codes);

    [Fact, NearMissOf("antibiotic-redose-due")]
    public void A_drug_that_is_given_once_is_never_due_again() =>
        Assert.DoesNotContain("antibiotic-redose-due", CaseStory.Scheduled()
            .At("08:00", Antibiotic("vancomycin")).At("08:45", new MakeIncision()).At("18:00", Closure).Codes);

    [Theory, Raises("antibiotic-unknown")]
    [InlineData("teicoplanin")]
    [InlineData("cefazoline")]
    public void A_drug_without_a_known_window_is_flagged_and_not_judged(string drug) =>
        Assert.Equal(["antibiotic-unknown"], Antibiotics(CaseStory.Scheduled().At("08:25", Antibiotic(drug)).Incised().At("18:00", Closure)));

    [Theory, NearMissOf("antibiotic-unknown")]
    [InlineData("cefazolin")]
    [InlineData("Piperacillin-Tazobactam")]
    public void A_drug_with_a_known_window_is_in_order(string drug) =>
        Assert.Empty(Antibiotics(CaseStory.Scheduled().At("08:25", Antibiotic(drug)).Incised()));

    [Fact, Raises("antibiotic-unknown")]
    public void Each_dose_of_an_unknown_drug_is_named()
    {
        var story = CaseStory.Scheduled()
            .At("08:25", Antibiotic("teicoplanin"), out var first).Incised().At("09:00", Antibiotic("teicoplanin"), out var second);
        Assert.Equal([first, second], story.Flags.Where(f => f.Code == "antibiotic-unknown").SelectMany(f => f.EntryIds));
    }

    [Fact, Raises("antibiotic-not-in-window")]
    public void An_unknown_drug_after_the_incision_was_not_given_before_it() =>
        Assert.Equal(["antibiotic-not-in-window", "antibiotic-unknown"], Antibiotics(CaseStory.Scheduled().Incised().At("08:46", Antibiotic("teicoplanin"))));

    [Fact, Raises("antibiotic-not-in-window")]
    public void An_unknown_drug_does_not_stand_for_a_known_one_given_too_early() =>
        Assert.Equal(["antibiotic-not-in-window", "antibiotic-unknown"],
            Antibiotics(CaseStory.Scheduled().At("07:44", Antibiotic("cefazolin")).At("08:25", Antibiotic("teicoplanin")).Incised()));

    [Fact, NearMissOf("antibiotic-not-in-window")]
    public void An_unknown_drug_does_not_spoil_a_known_one_given_in_time() =>
        Assert.Equal(["antibiotic-unknown"],
            Antibiotics(CaseStory.Scheduled().At("08:25", Antibiotic("cefazolin")).At("08:26", Antibiotic("teicoplanin")).Incised()));

    static IEnumerable<string> Antibiotics(CaseStory story) => story.Codes.Where(c => c.StartsWith("antibiotic-", StringComparison.Ordinal));
}
