using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Record;
using Periop.Domain.Register;
using Periop.Domain.Tests.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Register;

public class DeviationRowsTests
{
    [Fact]
    public void A_flag_says_when_what_it_is_about_happened_and_whether_somebody_went_past_it_or_looked_at_it()
    {
        var story = CaseStory.Scheduled().At("08:00", new EnterRoom())
            .At("08:30", new MakeIncision { Override = new Note("bleeding") }, out var incision)
            .At("09:00", new AcknowledgeFlag(new Term("time-out-missing")) { Reason = new Note("seen") }, out var seen);
        var row = Rows(story.Case).Single(r => r.Code == "time-out-missing");
        Assert.Equal((CaseStory.Time("08:30"), true, (Guid?)seen), (row.OccurredAt, row.Overridden, row.AcknowledgedByEntryId));
        Assert.Equal([incision], row.EntryIds);
    }

    [Fact]
    public void A_case_entered_in_error_has_none()
    {
        var story = CaseStory.Scheduled().At("08:30", new MakeIncision());
        Assert.Empty(Rows(story.At("09:00", Retract(story.Case.Id)).Case));
    }

    [Fact]
    public void Every_flag_of_a_case_is_a_row_with_a_key_of_its_own() => Move.Any.Sample(moves =>
    {
        var surgicalCase = Played.From(moves).Case;
        if (surgicalCase.Entries[surgicalCase.Id].Survives)
            Assert.Equal(CaseFlags.Of(surgicalCase, ProcedureFamilies.Shipped.Rules).Count, Rows(surgicalCase).DistinctBy(r => r.Key).Count());
    });

    /// <summary>Masked text is gone from the store, so that a rebuild would come to another register.</summary>
    [Fact]
    public void No_row_rests_on_free_text() => Move.Any.Sample(moves =>
    {
        var surgicalCase = Played.From(moves).Case;
        var masked = SurgicalCase.Evolve(
            null, [.. surgicalCase.InOrderOfRecording().Select(e => (FreeText.Masked(e.Event), e.RecordedAt, e.RecordedBy))])!;
        Assert.All(RegisterRows.OfCase, part => Assert.Equal(part.Of(surgicalCase), part.Of(masked)));
    });

    static DeviationRow[] Rows(SurgicalCase surgicalCase) => [.. DeviationRow.Of(surgicalCase, CaseFlags.Of(surgicalCase, ProcedureFamilies.Shipped.Rules))];
}
