using System.Globalization;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed class A_planned_case
{
    static readonly string[] SurgicalSteps = ["incision", "exposure", "osteotomies", "hardware", "hardware-removals", "closing-start", "closure"];

    static IReadOnlyList<SimulatedCase> Completed => Planned.Cases.Where(simulated => simulated.Ending == CaseEnding.Completed).Many();

    static IReadOnlyList<SimulatedCase> Normal => Completed.Where(simulated => simulated.IsNormal).Many();

    static IReadOnlyList<SimulatedCase> Osteotomies => Completed.Where(simulated => simulated.IsOsteotomy).Many();

    [Fact]
    public void of_an_osteotomy_lasts_three_to_five_hours() =>
        Assert.All(Osteotomies, simulated => Assert.InRange((simulated.Closure - simulated.Incision)!.Value, TimeSpan.FromHours(3), TimeSpan.FromHours(5)));

    [Fact]
    public void of_an_osteotomy_stays_three_to_seven_days() =>
        Assert.All(Osteotomies, simulated =>
            Assert.InRange((simulated.Discharge - simulated.RoomExit)!.Value, TimeSpan.FromDays(3), TimeSpan.FromDays(7)));

    [Fact]
    public void has_its_entries_in_the_order_they_are_sent_beginning_with_the_scheduling() =>
        Assert.All(Planned.Cases, simulated =>
        {
            Assert.Equal(PlannedEntry.Scheduling, simulated.Entries[0].Name);
            Assert.Equal(simulated.Entries.OrderBy(entry => entry.SendAt), simulated.Entries);
        });

    [Fact]
    public void never_speaks_of_the_future() =>
        Assert.All(Planned.Entries, entry =>
        {
            Assert.True(entry.OccurredAt is null || entry.OccurredAt <= entry.SendAt, $"{entry.Name} of {entry.CaseNumber}");
            foreach (var member in new[] { "correctedTo", "onsetAt", "detectedAt", "extubatedAt" })
                Assert.True(entry.Text(member) is not { } time || DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) <= entry.SendAt,
                    $"{member} of {entry.Name} of {entry.CaseNumber}");
        });

    [Fact]
    public void that_is_normal_has_its_time_out_before_each_incision() =>
        Assert.All(Normal, simulated =>
        {
            Assert.Contains(simulated.Entries, entry => entry.Is("incision"));
            foreach (var incision in simulated.Entries.Where(entry => entry.Is("incision")))
                Assert.Contains(simulated.Entries,
                    entry => entry.Is("safety-checks", "time-out") && entry.SendAt <= incision.SendAt
                        && entry.OccurredAt <= incision.OccurredAt
                        && incision.OccurredAt - entry.OccurredAt < TimeSpan.FromMinutes(10));
        });

    [Fact]
    public void that_is_normal_is_never_stopped() => Assert.All(Normal, simulated => Assert.Empty(Stops(simulated)));

    [Fact]
    public void is_stopped_only_where_an_answer_is_ready()
    {
        var stopped = Completed.SelectMany(Stops).ToList();
        Assert.NotEmpty(stopped);
        Assert.All(stopped, entry => Assert.NotNull(entry.Override));
    }

    [Fact]
    public void has_an_antibiotic_in_the_hour_before_the_incision() =>
        Assert.All(Normal.Where(simulated => simulated.Entries.All(entry => entry.Name != "antibiotic-omissions")).Many(), simulated =>
            Assert.Contains(simulated.Entries, entry => entry.Is("antibiotics") && entry.OccurredAt < simulated.Incision
                && simulated.Incision - entry.OccurredAt < TimeSpan.FromHours(1)));

    [Fact]
    public void points_only_at_entries_sent_before() =>
        Assert.All(Planned.Cases, simulated =>
        {
            var sent = new HashSet<Guid>();
            foreach (var entry in simulated.Entries)
            {
                foreach (var target in new[]
                {
                    entry.Text("targetEntryId"), entry.Text("replaces"), entry.Name.Contains('/') ? entry.Name.Split('/')[1] : null,
                }.OfType<string>())
                    Assert.Contains(Guid.Parse(target), sent);
                sent.Add(entry.EntryId);
            }
        });

    [Fact]
    public void says_nothing_about_the_room_after_both_have_signed() =>
        Assert.All(Completed, simulated =>
        {
            var signed = simulated.Entries.Last(entry => entry.Is("signatures")).SendAt;
            var after = simulated.Entries.Where(entry => entry.SendAt > signed).Select(entry => entry.Name.Split('/')[0]).Distinct();
            Assert.Empty(after.Except([
                "addenda", "physical-therapy", "corrections-measured", "discharge", "complications",
                "assessments", "follow-ups", "follow-up-attempts", "follow-up-losses", "follow-up-withdrawals",
                "readmission", "return-to-room", "death", "codings",
            ]));
        });

    [Fact]
    public void is_followed_up_no_more_after_a_death()
    {
        var died = Completed.Where(simulated => simulated.Entries.Any(entry => entry.Is("death"))).ToList();
        Assert.NotEmpty(died);
        Assert.All(died, simulated =>
        {
            var death = simulated.Entries.First(entry => entry.Is("death")).OccurredAt!.Value;
            Assert.DoesNotContain(simulated.Entries, entry => entry.Name is "follow-ups" or "readmission" or "return-to-room" && entry.OccurredAt > death);
        });
    }

    /// <summary>The contract's four stops, judged by what has been sent so far and the times it states.</summary>
    static IEnumerable<PlannedEntry> Stops(SimulatedCase simulated)
    {
        var sent = new List<PlannedEntry>();
        var planned = new HashSet<string>();
        foreach (var entry in simulated.Entries)
        {
            if (entry.Body["procedure"] is JsonObject procedure && procedure["levels"] is JsonArray levels)
                planned = [.. levels.Select(level => (string)level!)];
            if (SurgicalSteps.Contains(entry.Name) && !Earlier("room-entry"))
                yield return entry;
            else if (SurgicalSteps.Contains(entry.Name) && entry.Name != "incision" && !Earlier("incision"))
                yield return entry;
            else if (entry.Name == "incision" && !Earlier("safety-checks", "time-out"))
                yield return entry;
            else if (entry.Name == "osteotomies" && !planned.Contains(entry.Text("level")!))
                yield return entry;
            sent.Add(entry);

            bool Earlier(string name, string? phase = null) => sent.Exists(before => before.Is(name, phase) && before.OccurredAt <= entry.OccurredAt);
        }
    }
}
