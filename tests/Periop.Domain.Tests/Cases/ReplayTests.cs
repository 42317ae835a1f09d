using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class ReplayTests
{
    static readonly Guid Sent = CaseStory.Id(1000);
    static readonly CaseCommand Incision = new MakeIncision().Under(Sent);

    static CaseStory InRoom => CaseStory.Scheduled().At("08:00", EnterRoom(), out _).At("08:10", GeneralAnesthesia);

    [Fact]
    public void A_command_sent_again_at_once_gets_its_receipt_again()
    {
        var first = Expect.Recorded(InRoom.When("08:45", Incision.Overriding("bleeding")));
        Assert.Equal(Expect.Text(first.Receipt), Expect.Text(Expect.Replayed(new CaseStory(first.Case).When("08:46", Incision.Overriding("bleeding")))));
    }

    [Fact]
    public void A_command_sent_again_after_later_entries_gets_the_first_receipt()
    {
        var first = Expect.Recorded(InRoom.When("08:45", Incision.Overriding("bleeding")));
        var later = new CaseStory(first.Case).At("09:00", TimeOut.HappenedAt("08:40")).At("11:00", Closure).Signed("13:00").At("+3 10:00", Discharge);
        Assert.Equal(Expect.Text(first.Receipt), Expect.Text(Expect.Replayed(later.When("+9 08:46", Incision.Overriding("bleeding")))));
    }

    [Fact]
    public void A_command_sent_again_after_its_correction_and_retraction_gets_the_first_receipt()
    {
        var first = Expect.Recorded(InRoom.When("08:45", Incision.Overriding("bleeding")));
        var later = new CaseStory(first.Case).At("09:00", Correct(Sent, "08:30")).At("09:10", Retract(Sent));
        Assert.Equal(Expect.Text(first.Receipt), Expect.Text(Expect.Replayed(later.When("09:20", Incision.Overriding("bleeding")))));
    }

    [Fact]
    public void A_replacement_sent_again_gets_the_first_receipt()
    {
        var replacement = new CloseWound(ClosureMethod.Staples).Under(Sent);
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure);
        var first = Expect.Recorded(story.When("11:05", replacement.Replacing(closure)));
        var later = new CaseStory(first.Case).Counted("11:06").At("11:30", new LeaveRoom());
        Assert.Equal(Expect.Text(first.Receipt), Expect.Text(Expect.Replayed(later.When("11:40", replacement.Replacing(closure)))));
    }

    [Fact]
    public void The_scheduling_sent_again_gets_the_first_receipt()
    {
        var first = Expect.Recorded(CaseStory.Ask(null, "06:00", Plan("L2").Under(Sent), CaseStory.Rules.DefaultStops));
        var later = new CaseStory(first.Case).Incised();
        Assert.Equal(Expect.Text(first.Receipt), Expect.Text(Expect.Replayed(later.When("09:00", Plan("L2").Under(Sent)))));
    }

    [Fact]
    public void A_repeat_is_recognised_before_anything_is_judged() =>
        Expect.Replayed(InRoom.At("08:45", Incision).At("08:50", CallOff).Signed("13:00").When("13:01", Incision, ifMatch: 1));

    [Fact]
    public void Another_content_under_the_same_id_is_refused() =>
        Expect.Refused(InRoom.At("08:45", Incision).When("08:46", Incision.Overriding("bleeding")), "entry-id-reused");

    [Fact]
    public void The_same_content_under_another_id_is_another_entry() =>
        Expect.Recorded(InRoom.At("08:40", TimeOut).At("08:45", Incision).When("08:46", new MakeIncision()));
}
