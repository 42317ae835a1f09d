using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>How a database is away.</summary>
public enum Away
{
    /// <summary>It is not there: whoever connects is refused.</summary>
    Gone,

    /// <summary>It takes connections, and nobody answers.</summary>
    Hanging,
}

/// <summary>The database is away for a while, and people go on as if it were there.</summary>
public sealed class DatabasesAway(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int FewEntries = 30, FewRefused = 30;

    /// <summary>Five seconds are promised, and the server waits for two here: the rest is for a machine that is busy.</summary>
    static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    readonly DurableHospital hospital = new(databases);

    public async ValueTask InitializeAsync() => await hospital.OpenAsync(patience: "00:00:02");

    public ValueTask DisposeAsync() => hospital.DisposeAsync();

    [Theory]
    [InlineData(Away.Gone)]
    [InlineData(Away.Hanging)]
    public Task Whoever_asks_is_told_at_once_and_screens_say_how_old_they_are_until_all_goes_on_by_itself(Away how) => GoAndComeBackAsync(how);

    [Theory(Explicit = true)]
    [InlineData(Away.Gone, 30)]
    [InlineData(Away.Gone, 300)]
    [InlineData(Away.Hanging, 30)]
    [InlineData(Away.Hanging, 300)]
    public Task The_same_however_long_it_is_away(Away how, int seconds) => GoAndComeBackAsync(how, seconds);

    async Task GoAndComeBackAsync(Away how, int seconds = 0)
    {
        var seed = Seed.Of(output);
        var before = await hospital.People.CaseAsync();
        await using var screen = await EventStream.OpenAsync(hospital.People.Display);
        await ShowsAsync(screen, before);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writers = hospital.Writers(seed);
        var writing = writers.RecordAsync(stop.Token);
        await writers.AcknowledgedAsync(FewEntries, writing);
        await GoAsync(how);
        try
        {
            await Eventually.BecomesAsync(() => Task.FromResult(hospital.Ledger.Refused), so => so >= FewRefused, "people are told that it is away");
            await IsToldAsync("/api/board");
            await IsToldAsync($"/api/cases/{before.Id}");
            for (var ping = await screen.PingAsync(); ping.Data["behind"] is not null;)
                ping = await screen.PingAsync();
            (await hospital.People.WithToken(null).GetAsync("/health/ready")).Is(503);
            await Task.Delay(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
            await IsToldAsync("/api/board");
        }
        finally
        {
            await ComeBackAsync(how);
        }

        output.WriteLine($"{how}: {hospital.Ledger.Refused} times told to send again, the slowest answer took {hospital.Ledger.Longest.TotalSeconds:0.0} s.");
        Assert.InRange(hospital.Ledger.Longest, TimeSpan.Zero, AtOnce);
        await writers.AcknowledgedAsync(FewEntries, writing);
        await stop.CancelAsync();
        await writing;
        await ShowsAsync(screen, await hospital.People.CaseAsync());
        await Eventually.BecomesAsync(() => hospital.People.WithToken(null).GetAsync("/health/ready"), h => h.Status == 200, "the server is ready again");
        await hospital.Host.IsWholeAsync(hospital.Ledger, hospital.Of);
    }

    Task GoAsync(Away how) => how == Away.Gone
        ? hospital.Clusters.CrashAsync(hospital.Cluster) : hospital.Clusters.SignalAsync(hospital.Cluster, "STOP");

    Task ComeBackAsync(Away how) => how == Away.Gone
        ? hospital.Clusters.StartAsync(hospital.Cluster) : hospital.Clusters.SignalAsync(hospital.Cluster, "CONT");

    async Task IsToldAsync(string address)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var answer = (await hospital.People.Nurse.GetAsync(address)).IsProblem(503);
        Assert.NotNull(answer.Header("Retry-After"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, AtOnce);
    }

    static Task<EventStream.Message> ShowsAsync(EventStream screen, TestCase surgicalCase) =>
        screen.NextAsync(message => message.Data.ToJsonString().Contains($"{surgicalCase.Id}", StringComparison.Ordinal));
}
