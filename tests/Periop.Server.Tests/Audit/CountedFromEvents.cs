using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Rates beside what is counted from the event table alone, of a year in which everything went wrong.</summary>
public sealed class CountedFromEvents(PeriopHost host) : IClassFixture<PeriopHost>
{
    const int Months = 6, Questions = 200;

    static readonly string[] Groups = ["none", "surgeon", "room", "service", "procedure", "grade", "segments", "region", "month", "quarter"];

    static readonly string[] States = ["present", "absent", "not-yet-due", "due-not-assessed", "lost", "died", "withdrawn", "present-early"];

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Two_hundred_rates_are_what_the_events_say_and_so_is_every_case_behind_them()
    {
        var (random, year) = (new Random(10), new BusyYear(hospital, 7));
        await hospital.PublishShippedAsync();
        var instants = new List<(string AsOf, long Position)>();
        for (var month = 0; month < Months; month++)
        {
            host.Clock.Advance(TimeSpan.FromDays(30));
            await year.MonthAsync(40, 130);
            var settled = await hospital.AskedAsync("/api/audit/rates?definition=death");
            instants.Add((settled.Json["asOf"]!.GetValue<string>(), (long)(await host.SqlAsync("select max(seq_id) from periop_events.mt_events"))!));
        }

        Assert.True(year.Commands.Recorded > year.Commands.Refused, $"{year.Commands}");
        var (events, definitions) = (await StoredEvent.OfAsync(hospital).ToListAsync(TestContext.Current.CancellationToken), await DefinitionsAsync());
        var counts = instants.Select(i => new EventCount(events.Where(e => e.Position <= i.Position))).ToArray();
        var met = new Dictionary<string, int>();
        for (var n = 0; n < Questions; n++)
        {
            var (definition, at, groupBy) = (definitions[random.Next(definitions.Count)], random.Next(Months), Groups[random.Next(Groups.Length)]);
            var filters = Filters(random);
            var question = $"definition={definition.GetProperty("id").GetString()}&version={definition.GetProperty("version").GetInt32()}"
                + string.Concat(filters.Select(f => $"&{f.Key}={f.Value}")) + (groupBy == "none" ? "" : $"&groupBy={groupBy}")
                + (at == Months - 1 && n % 2 == 0 ? "" : $"&asOf={instants[at].AsOf}");
            var answer = await hospital.AskedAsync($"/api/audit/rates?{question}");
            var asOf = DateTimeOffset.Parse(answer.Json["asOf"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            var expected = counts[at].Count(definition, asOf, filters, groupBy);
            var found = answer.Json["groups"]!.AsArray().ToDictionary(g => g!.Str("key")!, g => CountedIn(g!));
            if (groupBy == "none" && expected.Count == 0)
                expected = new Dictionary<string, Counted> { ["all"] = new(0, 0, 0, 0, 0, 0, 0, 0, 0) };
            Assert.True(expected.Count == found.Count && expected.All(e => found.TryGetValue(e.Key, out var one) && one == e.Value),
                $"{question}\ncounted: {Told(expected)}\nanswered: {Told(found)}");
            if (n % 10 == 0)
                foreach (var group in answer.Json["groups"]!.AsArray())
                    await ExplainedAsync(group!, counts[at]);
            foreach (var state in States.Select(CamelCase))
                met[state] = met.GetValueOrDefault(state) + answer.Json["groups"]!.AsArray().Count(g => g!.Int(state) > 0);
        }

        Assert.All(States, state => Assert.True(met[CamelCase(state)] > 5, $"{state}: {string.Join(' ', met)}"));
    }

    /// <summary>The cases behind a group: as many in each state as it says, each with what proves it and where it came to be so.</summary>
    async Task ExplainedAsync(JsonNode group, EventCount count)
    {
        var list = (await hospital.AskedAsync($"{group.Str("explain")}&format=ndjson")).Text.TrimEnd('\n').Split('\n');
        JsonNode[] lines = [.. list.SkipLast(1).Select(l => JsonNode.Parse(l)!)];
        Assert.Equal(group.Int("cases") + group.Int("notYetDue"), lines.Length);
        foreach (var state in States.Except(["not-yet-due"]))
            Assert.Equal(group.Int(CamelCase(state)), lines.Count(l => l.Str("countedAs") == state));
        foreach (var line in lines)
        {
            var last = line["moves"]!.AsArray()[^1]!;
            Assert.True((line.Str("state"), line.Str("reason")) == (last.Str("state"), last.Str("reason")), $"It has not moved to where it is: {line}");
            Assert.All(line["evidence"]!.AsArray(), id => Assert.True(count.Survives(id!.GetValue<Guid>()), $"{id} proves nothing: {line}"));
        }
    }

    async Task<List<JsonElement>> DefinitionsAsync() => await StoredEvent.PublishedAsync(hospital)
        .Where(e => e.Type == "definition_published").Select(e => e.Data.GetProperty("definition")).ToListAsync(TestContext.Current.CancellationToken);

    static Dictionary<string, string> Filters(Random random)
    {
        var filters = new Dictionary<string, string>();
        void Maybe(int oneIn, string name, Func<string> value)
        {
            if (random.Next(oneIn) == 0)
                filters[name] = value();
        }

        var first = new DateTime(2026, 3, 1).AddDays(random.Next(150));
        Maybe(3, "from", () => $"{first:yyyy-MM-dd}");
        Maybe(3, "to", () => $"{first.AddDays(random.Next(100)):yyyy-MM-dd}");
        Maybe(8, "surgeon", () => $"surgeon-{random.Next(1, 5)}");
        Maybe(8, "service", () => "spine");
        Maybe(8, "room", () => $"OR-{random.Next(1, 4)}");
        Maybe(12, "family", () => "spinal-osteotomy");
        Maybe(12, "approach", () => "posterior");
        Maybe(15, "grade", () => $"{random.Next(1, 7)}");
        Maybe(15, "region", () => random.Next(2) == 0 ? "lumbar" : "mixed");
        return filters;
    }

    static Counted CountedIn(JsonNode g) => new(
        g.Int("cases"), g.Int("present"), g.Int("absent"), g.Int("notYetDue"), g.Int("dueNotAssessed"), g.Int("lost"), g.Int("died"), g.Int("withdrawn"),
        g.Int("presentEarly"));

    static string Told(IReadOnlyDictionary<string, Counted> groups) =>
        string.Join("; ", groups.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {g.Value}"));

    static string CamelCase(string words) => string.Concat(words.Split('-').Select((w, n) => n == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
}
