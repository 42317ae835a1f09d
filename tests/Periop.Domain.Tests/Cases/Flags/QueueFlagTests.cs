using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class QueueFlagTests
{
    [Fact, Raises("sent-by-another")]
    public void An_entry_that_somebody_else_sends_is_flagged() =>
        Assert.Contains("sent-by-another", CaseStory.Scheduled().At("08:00", EnterRoom() with { RecordedFor = new Label("nurse-9") }).Codes);

    [Fact, NearMissOf("sent-by-another")]
    public void An_entry_that_its_recorder_sends_is_no_flag() =>
        Assert.DoesNotContain("sent-by-another", CaseStory.Scheduled().At("08:00", EnterRoom() with { RecordedFor = new Label("nurse-7") }).Codes);

    [Fact, Raises("recorded-after-stop")]
    public void An_entry_that_a_stop_offered_is_flagged() =>
        Assert.Contains("recorded-after-stop", CaseStory.Scheduled().At("08:40", TimeOut with { AfterStop = new Term("time-out-missing") }).Codes);

    [Fact, NearMissOf("recorded-after-stop")]
    public void An_entry_past_a_stop_is_not_one_that_it_offered() =>
        Assert.DoesNotContain("recorded-after-stop", CaseStory.Scheduled().At("08:45", new MakeIncision().Overriding("bleeding")).Codes);

    [Fact, Raises("device-clock-ahead")]
    public void A_time_of_a_device_that_has_not_come_is_flagged() =>
        Assert.Contains("device-clock-ahead", CaseStory.Scheduled().At("08:00", EnterRoom().From(EntrySource.Device).HappenedAt("08:06")).Codes);

    [Fact, NearMissOf("device-clock-ahead")]
    public void A_device_five_minutes_ahead_is_believed() =>
        Assert.DoesNotContain("device-clock-ahead", CaseStory.Scheduled().At("08:00", EnterRoom().From(EntrySource.Device).HappenedAt("08:05")).Codes);
}
