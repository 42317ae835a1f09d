using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Outcomes.Judged;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>What lies in a window, and when it closes.</summary>
public class WindowTests
{
    static readonly TransfusionMeasure RedCells = new(["red-cells", "prbc"], 5);

    static OutcomeDefinition BloodLoss => Within(3, "blood-loss") with
    { Window = new OutcomeWindow(Hours: 72), Anchor = OutcomeAnchor.RoomExit, Evidence = OutcomeEvidence.Discharged, Measure = RedCells };

    [Fact]
    public void A_window_of_days_closes_with_the_last_local_day() =>
        Assert.Equal(CaseStory.Time("30 23:00"), Operated.By(DeepInfection, "10 10:00").MovesAt);       // midnight of summer time

    [Fact]
    public void The_same_day_belongs_from_the_anchor_on() =>
        Assert.Equal(OutcomeState.NotYetDue,
            Operated.At("09:00", new ReportComplication(ComplicationKind.InfectionDeep, OnsetAt: CaseStory.Time("08:00"))).By(DeepInfection, "09:30").State);

    [Fact]
    public void A_death_known_to_the_last_day_lies_in_the_window() =>
        Assert.Equal(OutcomeState.Died, Operated.At("40 10:00", DiedOn("30 22:59")).By(DeepInfection, "40 12:00").State);

    [Fact]
    public void A_death_known_to_the_day_after_does_not() =>
        Assert.Equal(OutcomeState.DueNotAssessed, Operated.At("40 10:00", DiedOn("31 22:59")).By(DeepInfection, "40 12:00").State);

    [Fact]
    public void A_window_that_is_counted_from_what_is_not_recorded_has_not_begun() =>
        Assert.Equal((OutcomeState.NotYetDue, OutcomeReason.AnchorMissing), Operated.StateBy(BloodLoss, "90 10:00"));

    [Fact]
    public void Who_died_before_it_began_died()
    {
        var at = Operated.At("11:00", new RecordDeath()).By(BloodLoss, "90 10:00");
        Assert.Equal((OutcomeState.Died, true), (at.State, at.IsClosed));
    }

    [Fact]
    public void A_window_of_hours_closes_to_the_instant() =>
        Assert.Equal((false, true), (LeftRoom.By(BloodLoss, "3 15:00").IsClosed, LeftRoom.By(BloodLoss, "3 15:01").IsClosed));

    [Fact]
    public void Units_in_the_window_that_reach_the_measure_are_the_event() =>
        Assert.Equal((OutcomeState.Present, OutcomeReason.Measured),
            LeftRoom.At("16:00", Given("PRBC", 3)).At("20:00", Given("red cells", 2)).StateBy(BloodLoss, "21:00"));

    [Fact]
    public void The_entries_up_to_the_one_that_reaches_it_prove_it() =>
        Assert.Equal(2, LeftRoom.At("16:00", Given("prbc", 3)).At("20:00", Given("prbc", 2)).At("20:30", Given("prbc", 1))
            .By(BloodLoss, "21:00").EntryIds.Count);

    [Fact]
    public void Units_before_the_window_are_not_counted() =>
        Assert.Equal(OutcomeState.NotYetDue, LeftRoom.At("16:00", Given("prbc", 9).HappenedAt("14:00")).By(BloodLoss, "21:00").State);

    [Fact]
    public void Other_products_are_not_counted() =>
        Assert.Equal(OutcomeState.NotYetDue, LeftRoom.At("16:00", Given("plasma", 9)).By(BloodLoss, "21:00").State);

    /// <summary>Three units at ten hours: an event where one unit counts, none where it takes five (domain reference h.2).</summary>
    [Theory]
    [InlineData(1, OutcomeState.Present)]
    [InlineData(5, OutcomeState.Absent)]
    public void The_same_record_is_an_event_by_one_definition_and_none_by_another(int units, OutcomeState state) =>
        Assert.Equal(state, LeftRoom.At("16:00", Given("prbc", 3)).At("5 09:00", Steps.Discharge)
            .By(BloodLoss with { Measure = RedCells with { AtLeastUnits = units } }, "6 10:00").State);

    static CaseStory LeftRoom => Operated.At("15:00", new LeaveRoom());

    static CaseCommand Given(string product, int units) => new GiveBloodProduct(new Term(product), units);

    static CaseCommand DiedOn(string time) => new RecordDeath { OccurredAt = CaseStory.Time(time), Precision = TimePrecision.Day, Source = EntrySource.Import };
}
