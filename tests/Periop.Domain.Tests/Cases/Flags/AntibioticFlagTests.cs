using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class AntibioticFlagTests
{
    [Theory, Raises("antibiotic-not-in-window")]
    [InlineData("cefazolin", "07:44")]
    [InlineData("vancomycin", "06:44")]
    [InlineData("a drug of no list", "07:44")]
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
}
