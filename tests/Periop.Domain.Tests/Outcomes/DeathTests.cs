using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using static Periop.Domain.Tests.Outcomes.Judged;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>The definition of death has rules of its own.</summary>
public class DeathTests
{
    [Fact]
    public void Dying_in_the_window_is_present() =>
        Assert.Equal((OutcomeState.Present, OutcomeReason.DiedInWindow), Operated.At("10 09:00", new RecordDeath()).StateBy(Death, "40 10:00"));

    [Fact]
    public void Being_seen_alive_on_the_last_day_is_absent() =>
        Assert.Equal((OutcomeState.Absent, OutcomeReason.SeenAlive), Operated.At("30 09:00", new RecordFollowUp(Alive: true)).StateBy(Death, "40 10:00"));

    [Fact]
    public void Being_seen_alive_before_proves_nothing() =>
        Assert.Equal(OutcomeState.DueNotAssessed, Operated.At("29 09:00", new RecordFollowUp(Alive: true)).By(Death, "40 10:00").State);

    [Fact]
    public void Dying_after_the_close_is_absent() =>
        Assert.Equal((OutcomeState.Absent, OutcomeReason.DiedAfterClose), Operated.At("35 09:00", new RecordDeath()).StateBy(Death, "40 10:00"));

    [Fact]
    public void A_death_reported_as_a_complication_counts_as_well() =>
        Assert.Equal(OutcomeState.Present, Operated.At("10 09:00", new ReportComplication(ComplicationKind.Death)).By(Death, "40 10:00").State);
}
