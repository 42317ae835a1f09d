using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Simulator.Tests;

public sealed class Verifying_a_ledger : PlayedDay
{
    [Fact]
    public async Task finds_nothing_where_everything_is_as_acknowledged()
    {
        // Enough for replacements, retractions and corrections to be among them
        var report = await PlayAsync(Options with { Days = 5 });
        var verification = await VerifyAsync();
        Assert.Empty(verification.Differences);
        Assert.Equal((report.Cases, report.Acknowledged), (verification.Cases, verification.Entries));
        Assert.Contains(Server.Received, sent => sent.Body.ContainsKey("replaces"));
        Assert.Contains(Server.Received, sent => sent.Path.EndsWith("/time-corrections", StringComparison.Ordinal));
    }

    [Fact]
    public Task reports_a_missing_entry() => FindsAsync("was acknowledged but is missing", timeline => timeline.RemoveAt(3), and: "version");

    [Fact]
    public Task reports_an_entry_that_nobody_sent() => FindsAsync("never acknowledged", timeline =>
    {
        var invented = (JsonObject)timeline[3].DeepClone();
        invented["entryId"] = Guid.NewGuid().ToString();
        timeline.Add(invented);
    });

    [Fact]
    public Task reports_a_retraction_that_nobody_sent() => FindsAsync("never acknowledged", timeline =>
    {
        var invented = (JsonObject)timeline[3].DeepClone();
        invented["entryId"] = Guid.NewGuid().ToString();
        invented["type"] = "entry_retracted";
        invented["data"] = new JsonObject { ["targetEntryId"] = timeline[2]["entryId"]!.DeepClone() };
        timeline.Add(invented);
    });

    [Fact]
    public Task reports_an_entry_that_is_there_twice() => FindsAsync("is there 2 times", timeline => timeline.Add((JsonObject)timeline[3].DeepClone()));

    [Fact]
    public Task reports_a_changed_time() => FindsAsync("but the timeline says", timeline => timeline[3]["occurredAt"] = "2025-03-03T09:00:00+01:00");

    [Fact]
    public Task reports_a_changed_recording_time() => FindsAsync("by its receipt", timeline => timeline[3]["recordedAt"] = "2025-03-03T09:00:00+01:00");

    [Fact]
    public Task reports_a_correction_that_nobody_sent() =>
        FindsAsync("should not be corrected", timeline => timeline[3]["correctedTo"] = "2025-03-03T09:00:00+01:00");

    [Fact]
    public Task reports_a_retracted_entry_that_nobody_retracted() =>
        FindsAsync("nobody retracted it", timeline => timeline[3]["retractedBy"] = Guid.NewGuid().ToString());

    [Fact]
    public async Task reports_a_lost_correction_and_a_lost_retraction()
    {
        await PlayAsync(Options with { Days = 5 });
        foreach (var entry in Server.Timelines.Values.SelectMany(timeline => timeline))
        {
            entry.Remove("correctedTo");
            entry.Remove("retractedBy");
        }
        var differences = (await VerifyAsync()).Differences;
        Assert.Contains(differences, sentence => sentence.Contains("should be corrected to", StringComparison.Ordinal));
        Assert.Contains(differences, sentence => sentence.Contains("still stands", StringComparison.Ordinal));
    }

    [Fact]
    public async Task reports_a_case_that_is_gone()
    {
        await PlayAsync();
        Server.Timelines.Remove(Server.Timelines.First().Key);
        Assert.Contains("404", Assert.Single((await VerifyAsync()).Differences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task reports_the_line_that_a_killed_run_left_half_written_and_goes_on_after_it()
    {
        await PlayAsync(Options with { Days = 1 });
        await File.AppendAllTextAsync(LedgerFile, "{\"caseId\":\"12", TestContext.Current.CancellationToken);
        await PlayAsync(Options with { Days = 2 });
        Assert.Contains("1 line", Assert.Single((await VerifyAsync()).Differences), StringComparison.Ordinal);
    }

    async Task FindsAsync(string what, Action<List<JsonObject>> behindTheServersBack, string? and = null)
    {
        await PlayAsync();
        behindTheServersBack(Server.Timelines.Values.First());
        var differences = (await VerifyAsync()).Differences;
        Assert.Contains(differences, sentence => sentence.Contains(what, StringComparison.Ordinal));
        Assert.All(differences,
            sentence => Assert.True(sentence.Contains(what, StringComparison.Ordinal)
                || (and is not null && sentence.Contains(and, StringComparison.Ordinal)), sentence));
    }
}
