using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>A server that has been told to end, and serves on for a moment: here for as long as it is asked.</summary>
public sealed class LeavingTests(TestDatabases databases) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases);
    readonly Moment moment = new();

    public async ValueTask InitializeAsync() => await host.StartAsync(
        await databases.CopyAsync(), web => web.ConfigureTestServices(services => services.AddHostedService(_ => moment)));

    public async ValueTask DisposeAsync()
    {
        moment.IsOver.SetResult();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task It_records_and_asks_to_connect_anew_and_is_not_ready()
    {
        var hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseAsync();
        Assert.Null((await surgicalCase.RecordedAsync("room-entry")).Header("Connection"));
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal("close", (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 })).Header("Connection"));
        Assert.Equal("not-ready", (await hospital.WithToken(null).GetAsync("/health/ready")).Is(503).Json["status"]!.GetValue<string>());
    }

    /// <summary>Told first of all that are told to stop.</summary>
    sealed class Moment : IHostedLifecycleService
    {
        public TaskCompletionSource IsOver { get; } = new();

        public Task StoppingAsync(CancellationToken cancellationToken) => IsOver.Task;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
