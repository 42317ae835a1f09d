using Npgsql;
using Xunit;

namespace Periop.Server.Tests.Pages;

/// <summary>Whoever has saved something in the day plan comes back to it: it waits for what was saved, and no longer than a request may take.</summary>
public sealed class SavedPlans(TestDatabases databases) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases);
    TestHospital hospital = null!;

    public async ValueTask InitializeAsync()
    {
        await host.StartAsync(await databases.CopyAsync(), web => web.UseSetting("Store:Patience", "00:00:03"));
        hospital = host.NewHospital();
        await Eventually.BecomesAsync(() => OpenAsync("/schedule"), answer => answer.Status == 200, "a page is shown in that time");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_changes_nothing_to_see_is_not_waited_for()
    {
        var surgicalCase = await hospital.CaseAsync();
        var saved = await SavedAsync(surgicalCase);
        await host.CaughtUpAsync();
        await ShowsAsync(surgicalCase, saved);
    }

    [Fact]
    public async Task A_board_that_has_halted_is_not_waited_for()
    {
        var surgicalCase = await hospital.CaseAsync();
        await BrokenEvent.SenselessAsync(host, hospital);
        var saved = await SavedAsync(surgicalCase);
        await host.CaughtUpAsync();
        await ShowsAsync(surgicalCase, saved);
    }

    [Fact]
    public async Task A_board_that_is_behind_is_waited_for_no_longer_than_a_request_may_take()
    {
        var surgicalCase = await hospital.CaseAsync();
        await host.CaughtUpAsync();
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("lock table periop.mt_doc_boardcard_v2 in share mode", connection);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await ShowsAsync(surgicalCase, await SavedAsync(surgicalCase, new { room = "OR-2" }));
    }

    /// <summary>When it was recorded.</summary>
    async Task<string> SavedAsync(TestCase surgicalCase, object? change = null)
    {
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return Entered.Text((await surgicalCase.RecordedAsync("plan-changes", change ?? new { service = "spine" })).Json, "recordedAt")!;
    }

    async Task ShowsAsync(TestCase surgicalCase, string saved)
    {
        var plan = await OpenAsync($"/schedule?date={host.Now:yyyy-MM-dd}&with={Uri.EscapeDataString(saved)}");
        Assert.Contains($"case={surgicalCase.Id}", plan.Is(200).Text, StringComparison.Ordinal);
    }

    Task<Answer> OpenAsync(string page) => hospital.Scheduler.GetAsync(page, ("Accept", "text/html"));
}
