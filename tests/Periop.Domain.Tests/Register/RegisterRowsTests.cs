using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Register;

public class RegisterRowsTests
{
    static CaseStory WithScrew => CaseStory.Scheduled().Incised()
        .At("09:00", Screw("S-1", udi: "(01)51022222233336(10)L-1") with { Levels = [new Level("L2"), new Level("L3")] }, out _);

    [Fact]
    public void Rows_that_are_worked_out_anew_are_equal() => Assert.Equal(Rows(WithScrew), Rows(WithScrew));

    [Fact]
    public void A_row_equals_none_with_other_levels() => Assert.NotEqual(Row(WithScrew), Row(WithScrew) with { Levels = [new Level("L3"), new Level("L2")] });

    [Fact]
    public void Equal_rows_have_the_same_hash_code() => Assert.Equal(Row(WithScrew).GetHashCode(), Row(WithScrew).GetHashCode());

    [Fact]
    public void A_removal_is_among_the_entries_of_its_device()
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", Screw("S-1"), out var screw).At("09:30", new RemoveHardware(screw), out var removal);
        Assert.Equal((ImplantStatus.Removed, [screw, removal]), (Row(story).Status, Row(story).EntryIds));
    }

    /// <summary>Random cases seldom remove a device.</summary>
    [Fact]
    public void Rows_that_are_kept_over_an_entry_are_those_of_the_case()
    {
        var story = CaseStory.Scheduled().Incised()
            .At("09:00", Screw("S-1"), out var first).At("09:10", Screw("S-2"), out var second).At("09:20", new RemoveHardware(first), out var removal)
            .At("09:30", Correct(second, "08:50"))
            .At("09:40", new CorrectPatient(new Reference("p-2")) { PatientId = CaseStory.Id(77), Reason = new Note("swapped") })
            .At("09:50", Retract(removal)).At("10:00", Retract(second)).At("11:00", Closure);
        Assert.All(RegisterRows.OfCase, part =>
        {
            var (kept, surgicalCase) = ((IReadOnlyList<RegisterRow>)[], default(SurgicalCase));
            foreach (var entry in story.Case.InOrderOfRecording())
            {
                surgicalCase = SurgicalCase.Evolve(surgicalCase, entry.Event, entry.RecordedAt, entry.RecordedBy);
                kept = part.MayChangeWith(entry.Event) ? part.Of(surgicalCase) : kept;
                Assert.Equal(part.Of(surgicalCase), kept);
            }
        });
    }

    [Fact]
    public void A_case_entered_in_error_has_no_rows_but_that_it_was() =>
        Assert.IsType<CorrectionRow>(Assert.Single(Rows(WithScrew.At("10:00", Retract(WithScrew.Case.Id)))));

    static IReadOnlyList<RegisterRow> Rows(CaseStory story) => [.. RegisterRows.OfCase.SelectMany(part => part.Of(story.Case))];

    static ImplantRow Row(CaseStory story) => Assert.Single(Rows(story).OfType<ImplantRow>());
}
