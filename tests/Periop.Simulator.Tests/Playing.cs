using System.Net;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning;
using Periop.Simulator.Playing;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed class Playing_a_day : PlayedDay
{
    int Total => Plan.Sum(simulated => simulated.Entries.Count);

    IReadOnlyList<SimulatedCase> Plan =>
        new SimulatedHospital(Options.Seed, Options.TimeZone, Options.Rooms, Options.CasesPerRoom, "downtime").Plan(Options.From, Options.Days);

    [Fact]
    public async Task gets_every_entry_acknowledged_and_noted()
    {
        var report = await PlayAsync();
        Assert.True(report.IsClean);
        Assert.Equal(Plan.Count, report.Cases);
        Assert.Equal(Total, report.Acknowledged);
        Assert.Equal(Total, Ledger.Read(LedgerFile).Count());
        Assert.Equal(PlanHash.Of(Plan), report.PlanHash);
    }

    [Fact]
    public async Task sends_the_entries_of_a_case_in_their_order()
    {
        await PlayAsync();
        Assert.All(Plan, simulated =>
        {
            var ids = simulated.Entries.Select(entry => entry.EntryId).ToList();
            Assert.Equal(ids, Server.Received.Select(sent => (Guid)sent.Body["entryId"]!).Where(ids.Contains).Distinct());
        });
    }

    [Fact]
    public async Task again_adds_nothing()
    {
        await PlayAsync();
        var timelines = Server.Timelines.Values.Sum(timeline => timeline.Count);
        var report = await PlayAsync();
        Assert.True(report.IsClean);
        Assert.True(report.Replayed >= Total);
        Assert.Equal(timelines, Server.Timelines.Values.Sum(timeline => timeline.Count));
        Assert.Empty((await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task of_the_past_counts_as_caught_up_after_a_downtime()
    {
        await PlayAsync();
        Assert.True(Server.Received.Count >= Total);
        Assert.All(Server.Received, sent => Assert.Equal("downtime", (string?)sent.Body["source"]));
    }

    [Fact]
    public async Task lets_no_surgeon_sign_with_the_token_of_someone_else()
    {
        Assert.Contains(Plan.SelectMany(simulated => simulated.Entries), entry => entry.IsSurgeons);
        await PlayAsync(Options with { SurgeonToken = null });
        Assert.DoesNotContain(Server.Received, sent => (string?)sent.Body["role"] == "surgeon" && sent.Path.EndsWith("/signatures", StringComparison.Ordinal));
    }

    [Fact]
    public async Task leaves_out_what_lies_in_the_future()
    {
        var evening = new DateTimeOffset(2025, 3, 3, 12, 0, 0, TimeSpan.Zero);
        var report = await PlayAsync(Options with { Until = evening });
        Assert.Equal(Total, report.Acknowledged + report.NotYetDue);
        Assert.All(Server.Received.Select(sent => sent.Body["occurredAt"]).OfType<JsonNode>(),
            occurredAt => Assert.True((DateTimeOffset)occurredAt <= evening));
        Assert.True(report is { NotYetDue: > 0, Acknowledged: > 0 });
    }

    [Fact]
    public async Task tries_again_with_the_same_entry_when_the_server_is_away_and_not_before_it_asked_for()
    {
        var away = 3;
        Server.BadDay = (path, _) => path.EndsWith("/incision", StringComparison.Ordinal) && away-- > 0 ? StubServer.Away(TimeSpan.FromMinutes(2)) : null;
        var report = await PlayAsync(Options with { Rooms = ["OR-1"], CasesPerRoom = 1 });
        var incisions = Server.Received.Where(sent => sent.Path.EndsWith("/incision", StringComparison.Ordinal)).Take(4).ToList();
        Assert.True(report.IsClean);
        Assert.Equal(4, incisions.Count);
        Assert.Single(incisions.Select(sent => (Guid)sent.Body["entryId"]!).Distinct());
        Assert.All(incisions.Zip(incisions.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromMinutes(2)));
        Assert.Empty((await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task tries_again_after_a_broken_connection()
    {
        var broken = 2;
        Server.BadDay = (_, _) => broken-- > 0 ? throw new HttpRequestException("connection reset") : null;
        Assert.True((await PlayAsync()).IsClean);
        Assert.True(broken < 0, "No connection was broken.");
    }

    [Fact]
    public async Task gives_up_a_case_that_gets_no_answer_and_remembers_that_nobody_knows()
    {
        Server.BadDay = (path, _) => path.EndsWith("/incision", StringComparison.Ordinal) ? StubServer.Away(TimeSpan.FromSeconds(1)) : null;
        var report = await PlayAsync(Options with { Rooms = ["OR-1"], CasesPerRoom = 1 });
        Assert.Equal(1, report.Abandoned);
        Assert.Equal("incision", Ledger.Read(LedgerFile).Single(line => line!.RecordedAt is null)!.Name);
        Assert.Empty((await VerifyAsync()).Differences);
    }

    [Fact]
    public async Task answers_a_stop_with_the_planned_reason_and_the_same_entry()
    {
        var options = Options with { Rooms = SimulationOptions.NumberedRooms(12), Days = 5 };
        Server.BadDay = (_, body) => (string?)body["source"] == "live" && body["override"] is null
            ? StubServer.Problem(HttpStatusCode.Conflict, "time-out-missing", isStop: true)
            : null;
        var report = await PlayAsync(options, TimeSpan.FromMinutes(1));
        Assert.True(report.IsClean);
        Assert.True(report.Overridden > 0);
        Assert.All(
            Server.Received.Where(sent => (string?)sent.Body["source"] == "live").GroupBy(sent => (Guid)sent.Body["entryId"]!),
            sent => Assert.Contains(sent, last => last.Body["override"] is not null));
    }

    [Fact]
    public async Task keeps_a_refusal_with_its_code_and_words_and_goes_on()
    {
        Server.BadDay = (path, _) => path.EndsWith("/skin-prep", StringComparison.Ordinal)
            ? StubServer.Problem(HttpStatusCode.Conflict, "record-signed", "The record is signed.")
            : null;
        var report = await PlayAsync(Options with { Rooms = ["OR-1"], CasesPerRoom = 1 });
        Assert.All(report.Refused,
            refused => Assert.Equal(("skin-prep", HttpStatusCode.Conflict, "record-signed", "The record is signed."),
                (refused.Name, refused.Status, refused.Code, refused.Detail)));
        Assert.NotEmpty(report.Refused);
        Assert.Contains(Server.Received, sent => sent.Path.EndsWith("/room-exit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task notices_an_entry_that_was_recorded_twice()
    {
        var first = true;
        Server.BadDay = (_, body) =>
        {
            if (!Plan.SelectMany(simulated => simulated.Entries).Any(entry => entry.Twice && entry.EntryId == (Guid)body["entryId"]!))
                return null;
            first = !first;
            if (!first)
                return null;
            var caseId = Server.Timelines.First().Key;
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""{ "caseId": "{{caseId}}", "entryId": "{{body["entryId"]}}", "version": 999, "recordedAt": "2026-11-02T10:00:00Z" }"""),
            };
        };
        var report = await PlayAsync(Options with { Parallel = 1 });
        Assert.Contains(report.Refused, refused => refused.Code == "not-replayed");
    }

    [Fact]
    public async Task at_a_pace_sends_live_entries_when_the_servers_clock_reaches_them_and_ends_with_the_day()
    {
        var simulatedStart = new DateTimeOffset(2025, 3, 3, 6, 30, 0, TimeSpan.FromHours(1));
        var realStart = Clock.GetUtcNow();
        var pace = new Pace(simulatedStart, Speed: 60, realStart);
        var report = await PlayAsync(Options with { Pace = pace }, TimeSpan.FromMilliseconds(500));
        var midnight = new DateTimeOffset(2025, 3, 4, 0, 0, 0, TimeSpan.FromHours(1));
        Assert.True(report.IsClean);
        Assert.True(report.NotYetDue > 0);
        var due = new SimulatedHospital(Options.Seed, Options.TimeZone, Options.Rooms, Options.CasesPerRoom).Plan(Options.From, 1)
            .SelectMany(simulated => simulated.Entries).ToDictionary(entry => entry.EntryId);
        Assert.All(Server.Received, sent =>
        {
            var serverTime = simulatedStart + 60 * (sent.At - realStart);
            var entry = due[(Guid)sent.Body["entryId"]!];
            Assert.Equal("live", (string?)sent.Body["source"]);
            Assert.True(entry.SendAt <= serverTime && entry.SendAt <= midnight, $"{entry.Name} was sent at {serverTime:O} and due at {entry.SendAt:O}");
        });
        Assert.Contains(Server.Received, sent => sent.Path.EndsWith("/room-exit", StringComparison.Ordinal));
    }
}
