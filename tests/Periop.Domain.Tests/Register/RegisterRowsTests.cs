using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Spine;
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

    [Fact]
    public void A_case_entered_in_error_has_no_rows() => Assert.Empty(Rows(WithScrew.At("10:00", Retract(WithScrew.Case.Id))));

    static IReadOnlyList<RegisterRow> Rows(CaseStory story) => RegisterRows.Of(story.Case);

    static ImplantRow Row(CaseStory story) => Assert.IsType<ImplantRow>(Assert.Single(Rows(story)));
}
