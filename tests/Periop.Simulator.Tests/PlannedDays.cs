using System.Globalization;
using Periop.Simulator.Planning;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed class Planned_days
{
    [Fact]
    public void are_the_same_for_the_same_seed() =>
        Assert.Equal(PlanHash.Of(Planned.Plan(seed: 7, days: 2)), PlanHash.Of(Planned.Plan(seed: 7, days: 2)));

    [Fact]
    public void are_others_for_another_seed() =>
        Assert.NotEqual(PlanHash.Of(Planned.Plan(seed: 7, days: 1)), PlanHash.Of(Planned.Plan(seed: 8, days: 1)));

    [Fact]
    public void do_not_depend_on_how_many_days_come_after()
    {
        var oneDay = Planned.Plan(seed: 1, days: 1);
        Assert.Equal(PlanHash.Of(oneDay), PlanHash.Of(Planned.Cases.Take(oneDay.Count)));
    }

    [Fact]
    public void leave_out_the_weekends() =>
        Assert.DoesNotContain(Planned.Cases, simulated => simulated.ScheduledStart.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

    [Fact]
    public void have_every_entry_id_once() => Assert.Equal(Planned.Entries.Count(), Planned.Entries.DistinctBy(entry => entry.EntryId).Count());

    [Fact]
    public void have_every_case_number_once() => Assert.Equal(Planned.Cases.Count, Planned.Cases.DistinctBy(simulated => simulated.CaseNumber).Count());

    [Fact]
    public void never_have_two_patients_in_a_room_nor_a_surgeon_in_two_rooms()
    {
        var entered = Planned.Cases.Where(simulated => simulated.RoomEntry is not null).Many();
        Assert.All(entered.GroupBy(simulated => simulated.Room), NoOverlap);
        Assert.All(entered.GroupBy(simulated => simulated.Surgeon), NoOverlap);

        static void NoOverlap(IEnumerable<SimulatedCase> cases)
        {
            var inOrder = cases.OrderBy(simulated => simulated.RoomEntry).ToList();
            foreach (var (before, after) in inOrder.Zip(inOrder.Skip(1)))
                Assert.True(before.RoomExit <= after.RoomEntry, $"{before.CaseNumber} overlaps {after.CaseNumber}");
        }
    }

    [Fact]
    public void have_patients_in_rooms_at_half_past_six() =>
        Assert.All(Planned.Cases.GroupBy(simulated => simulated.ScheduledStart.Date), day =>
        {
            var halfPastSix = day.Min(simulated => simulated.ScheduledStart).Date.AddHours(6.5);
            var instant = new DateTimeOffset(halfPastSix, Planned.Zurich.GetUtcOffset(halfPastSix));
            Assert.Contains(day, simulated => simulated.RoomEntry < instant && simulated.RoomExit > instant);
        });

    [Fact]
    public void contain_every_kind_of_mishap_and_its_repair()
    {
        var names = Planned.Entries.Select(entry => entry.Name).ToHashSet();
        Assert.Superset(new HashSet<string>
        {
            "time-corrections", "retractions", "cancellation", "delay", "plan-changes", "hardware-removals",
            "neuromonitoring-alerts", "readmission", "return-to-room", "follow-up-attempts", "follow-up-losses",
        }, names);
        Assert.Contains(Planned.Entries, entry => entry.Body.ContainsKey("replaces"));
        Assert.Contains(Planned.Entries, entry => entry.Twice);
        Assert.Contains(Planned.Entries, entry => entry.Override is not null);
        Assert.Contains(Planned.Entries, entry => entry.Text("result") == "resolved");
        foreach (var ending in Enum.GetValues<CaseEnding>())
            Assert.Contains(Planned.Cases, simulated => simulated.Ending == ending);
    }

    [Fact]
    public void enter_the_studied_milestones_late_and_wrong_as_often_as_the_study_found()
    {
        // J Med Syst 2026, 10.1007/s10916-026-02346-9: 51.4 percent late, 17.01 percent wrong
        var studied = new List<(double MinutesLate, bool IsWrong)>();
        foreach (var simulated in Planned.Cases.Where(simulated => simulated.Ending == CaseEnding.Completed))
        {
            Add(simulated, simulated.RoomEntry!.Value, "room-entry");
            Add(simulated, simulated.Incision!.Value, "incision");
            Add(simulated, simulated.Closure!.Value, "closure", last: true);
            Add(simulated, simulated.RoomExit!.Value, "room-exit");
        }
        var late = studied.Count(milestone => milestone.MinutesLate > 5) / (double)studied.Count;
        var over20 = studied.Count(milestone => milestone.MinutesLate > 20) / (double)studied.Count;
        var wrong = studied.Count(milestone => milestone.IsWrong) / (double)studied.Count;
        var measured = string.Create(CultureInfo.InvariantCulture, $"late {late:P1}, over 20 minutes {over20:P1}, wrong {wrong:P1} of {studied.Count}");
        TestContext.Current.TestOutputHelper?.WriteLine(measured);
        Assert.True(late is > .49 and < .54 && over20 is > .23 and < .29 && wrong is > .15 and < .19, measured);

        void Add(SimulatedCase simulated, DateTimeOffset truly, string name, bool last = false)
        {
            var entries = simulated.Entries.Where(entry => entry.Is(name));
            if ((last ? entries.LastOrDefault() : entries.FirstOrDefault()) is { } entry)
                studied.Add(((entry.SendAt - truly).TotalMinutes, (entry.OccurredAt!.Value - truly).Duration() >= TimeSpan.FromMinutes(1)));
        }
    }
}
