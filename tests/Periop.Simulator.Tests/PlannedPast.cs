using System.Globalization;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning;
using Periop.Simulator.Planning.Past;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed class A_planned_past
{
    static readonly DateOnly Today = new(2026, 3, 2);
    static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 30, 0, TimeSpan.FromHours(1));
    static readonly string[] Rooms = [.. Enumerable.Range(1, 12).Select(number => $"OR-{number}")];
    static readonly Lazy<PastPlan> TwoYears = new(() => Past(seed: 1));

    static PastPlan Plan => TwoYears.Value;

    static IReadOnlyList<CaseTruth> Truths => [.. Plan.Cases.Select(one => one.Truth).OfType<CaseTruth>()];

    static IReadOnlyList<CaseTruth> OfTheLastYear => [.. Truths.Where(truth => truth.Incision > Now.AddYears(-1))];

    static IEnumerable<PlannedEntry> Entries => Plan.Cases.SelectMany(one => one.Entries);

    [Fact]
    public void is_the_same_for_the_same_seed_and_day_and_another_for_another_seed()
    {
        Assert.Equal(Fingerprint(Plan), Fingerprint(Past(seed: 1)));
        Assert.NotEqual(Fingerprint(Plan), Fingerprint(Past(seed: 2)));
    }

    [Fact]
    public void is_of_so_many_cases_that_it_is_made_in_a_minute() => Assert.InRange(Plan.Cases.Count, 700, 1_100);

    [Fact]
    public void tells_nothing_that_has_not_happened_yet()
    {
        Assert.All(Entries, entry =>
        {
            Assert.True(entry.OccurredAt is null || entry.OccurredAt < Now, $"{entry.Name} of {entry.CaseNumber}");
            foreach (var member in new[] { "onsetAt", "detectedAt" })
                Assert.True(entry.Text(member) is not { } time || DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) <= entry.OccurredAt,
                    $"{member} of {entry.Name} of {entry.CaseNumber}");
        });
        Assert.All(Plan.Cases.SelectMany(one => one.Row.Values).Where(cell => cell.Contains('T') && cell.Length > 20),
            cell => Assert.True(DateTimeOffset.Parse(cell, CultureInfo.InvariantCulture) < Now, cell));
    }

    [Fact]
    public void has_every_case_number_and_every_entry_id_once()
    {
        Assert.Distinct(Plan.Cases.Select(one => one.CaseNumber));
        Assert.Distinct(Entries.Select(entry => entry.EntryId));
    }

    [Fact]
    public void points_only_at_entries_sent_before() =>
        Assert.All(Plan.Cases, one =>
        {
            var sent = new HashSet<Guid>();
            foreach (var entry in one.Entries)
            {
                foreach (var target in new[] { entry.Text("targetEntryId"), entry.Name.Contains('/') ? entry.Name.Split('/')[1] : null }.OfType<string>())
                    Assert.Contains(Guid.Parse(target), sent);
                sent.Add(entry.EntryId);
            }
        });

    [Fact]
    public void never_has_two_patients_in_a_room()
    {
        var stays = Plan.Cases.Where(one => one.Row.ContainsKey("roomIn"))
            .Select(one => (Room: one.Row["room"], From: Time(one.Row["roomIn"]), To: Time(one.Row["roomOut"]))).ToList();
        Assert.All(stays.GroupBy(stay => stay.Room), room =>
        {
            var inOrder = room.OrderBy(stay => stay.From).ToList();
            Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From));
        });
    }

    [Fact]
    public void has_one_surgeon_whose_infections_no_chance_explains()
    {
        var infected = OfTheLastYear.Where(truth => truth.Complications.Any(found => found.Kind.StartsWith("infection", StringComparison.Ordinal)))
            .CountBy(truth => truth.Surgeon).ToDictionary();
        var pooled = infected.Values.Sum() / (double)OfTheLastYear.Count;
        var outside = OfTheLastYear.CountBy(truth => truth.Surgeon)
            .Where(surgeon => ChanceOfSoMany(infected.GetValueOrDefault(surgeon.Key), surgeon.Value, pooled) < .001).Select(surgeon => surgeon.Key);
        Assert.Equal("S-07", Assert.Single(outside));
    }

    [Fact]
    public void has_groups_of_every_completeness()
    {
        var closed = Truths.Where(truth => truth.Incision < Now.AddDays(-91)).ToList();
        var seen = closed.Where(truth => truth.Absences.Any(absence => absence.Kind == "infection" && absence.At >= truth.Incision.AddDays(90)))
            .CountBy(truth => truth.Surgeon).ToDictionary();
        var shares = closed.CountBy(truth => truth.Surgeon)
            .ToDictionary(surgeon => surgeon.Key, surgeon => seen.GetValueOrDefault(surgeon.Key) / (double)surgeon.Value);
        Assert.Equal(12, shares.Count);
        Assert.Contains(shares, surgeon => surgeon.Value < .6);
        Assert.Contains(shares, surgeon => surgeon.Value is > .6 and < .8);
        Assert.True(shares.Count(surgeon => surgeon.Value > .8) > 6);
        Assert.Contains(closed.CountBy(truth => truth.Surgeon), surgeon => surgeon.Value < 10);
    }

    [Fact]
    public void has_something_for_every_list()
    {
        var names = Entries.Select(entry => entry.Name.Split('/')[^1]).ToHashSet();
        Assert.Superset(new HashSet<string>
        {
            "osteotomies", "hardware", "follow-ups", "assessments", "complications", "reviews", "codings", "follow-up-attempts", "follow-up-losses",
            "follow-up-withdrawals", "readmission", "return-to-room", "retractions", "delay", "plan-changes", "blood-products",
        }, names);
        Assert.Superset(
            new HashSet<string> { "confirmed", "reclassified", "rejected" },
            Entries.Select(entry => entry.Text("decision")).OfType<string>().ToHashSet());
        Assert.Contains(Entries, entry => entry.Override is not null);
        Assert.Contains(Plan.Cases, one => one.Corrected.Count > 0);
        Assert.Contains(Plan.Cases, one => one.Row.ContainsKey("cancelled") && !one.Row.ContainsKey("roomIn"));
        Assert.Contains(Plan.Cases, one => one.Row.ContainsKey("death"));
        Assert.Contains(Plan.Cases, one => one.Row.ContainsKey("lastSeenAlive"));
        Assert.Contains(Truths, truth => truth.IsCodedOtherwise is true);
        Assert.Contains(Truths, truth => truth.IsCodedOtherwise is null);
        Assert.All(Plan.Recalls, recall => Assert.Contains(Plan.Cases, one => one.RecallNotice == recall.Notice && one.Closure is not null));
        Assert.Contains(Plan.Cases, one => one is { RecallNotice: not null, Closure: null });
    }

    [Fact]
    public void goes_on_being_told_on_the_day()
    {
        var entries = Plan.Today.SelectMany(later => later.Entries).ToList();
        Assert.All(entries, entry => Assert.Equal(Today, DateOnly.FromDateTime(entry.SendAt.DateTime)));
        Assert.Distinct(entries.Select(entry => entry.EntryId).Concat(Entries.Select(entry => entry.EntryId)));
        Assert.Superset(
            new HashSet<string> { "follow-ups", "follow-up-attempts", "follow-up-losses", "follow-up-withdrawals", "complications", "reviews", "codings" },
            entries.Select(entry => entry.Name.Split('/')[^1]).ToHashSet());
        Assert.Distinct(Plan.Today.Select(later => later.CaseNumber));
        Assert.All(Plan.Today, later => Assert.Contains(Plan.Cases, one => one.CaseNumber == later.CaseNumber && one.Truth is not null));
        Assert.Contains(entries, entry => entry.Name == "complications" && Time(entry.Text("onsetAt")!) < Now.AddDays(-20));
    }

    [Fact]
    public void has_a_second_source_with_mistakes_of_every_kind()
    {
        var named = Plan.SecondSource.Lines.ToHashSet();
        var known = Truths.SelectMany(truth => truth.Complications.Select(found => new SecondSourceLine(truth.CaseNumber, found.Kind))).ToHashSet();
        Assert.True(named.Count(known.Contains) > named.Count / 2);
        Assert.Contains(named, line => Plan.Cases.All(one => one.CaseNumber != line.CaseNumber));
        Assert.Contains(named, line => Plan.Cases.Any(one => one.CaseNumber == line.CaseNumber) && !known.Contains(line));
        Assert.Contains(known, line => line.Kind == "infection-deep" && !named.Contains(line));
    }

    [Fact]
    public void codes_each_code_once_and_with_units() =>
        Assert.All(Entries.Where(entry => entry.Name == "codings"), entry =>
        {
            var codes = (JsonArray)entry.Body["codes"]!;
            Assert.Distinct(codes.Select(code => (string)code!["code"]!));
            Assert.All(codes, code => Assert.True((int)code!["units"]! > 0, entry.Body.ToJsonString()));
        });

    static PastPlan Past(int seed) => new SimulatedPast(seed, Planned.Zurich, Rooms, Today).Plan();

    static string Fingerprint(PastPlan plan) =>
        PlanHash.Of(plan.Cases.SelectMany(one => one.Entries)) + string.Concat(plan.Cases.SelectMany(one => one.Row.Values));

    static DateTimeOffset Time(string cell) => DateTimeOffset.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>P(X >= events) of Bin(n, p).</summary>
    static double ChanceOfSoMany(int events, int n, double p)
    {
        var (term, below) = (Math.Pow(1 - p, n), 0d);
        for (var x = 0; x < events; x++)
        {
            below += term;
            term *= (n - x) / (x + 1d) * p / (1 - p);
        }
        return 1 - below;
    }
}
