using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Board;
using Periop.Server.Cases;
using Periop.Server.Hospitals;
using Wolverine;

namespace Periop.Server.Hosting;

/// <summary>
/// Lets the first nurse not wait for the just-in-time compiler: one command that finds no case, with others and alone, and one board. Again until
/// it works.
/// </summary>
sealed class WarmUp(
    IServiceProvider services, HospitalDirectory hospitals, TimeProvider clock, IHostApplicationLifetime host, ILogger<WarmUp> log) : BackgroundService
{
    static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var told = false;
        while (!stoppingToken.IsCancellationRequested && !Done.IsCompleted)
            try
            {
                await WarmAsync(stoppingToken);
                done.SetResult();
            }
            catch (Exception notYet)
            {
                if (!told && !stoppingToken.IsCancellationRequested)      // once, not every second
                    log.LogWarning("Not warm yet ({Reason}); it tries again", notYet.GetBaseException().GetType().Name);
                told = true;
                await Task.Delay(TryAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

        done.TrySetCanceled(CancellationToken.None);
    }

    async Task WarmAsync(CancellationToken cancellation)
    {
        if (hospitals.All.FirstOrDefault() is not { } hospital)
            return;
        await using var scope = services.CreateAsyncScope();
        var nothing = new RecordEntry(Guid.Empty, Guid.CreateVersion7(), new AddAddendum(new Note("-")), "", "periop", null, null);
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        await bus.InvokeForTenantAsync<RecordedTogether>(hospital.Id, new RecordTogether([nothing]), cancellation);
        await bus.InvokeForTenantAsync<CommandResult>(hospital.Id, nothing, cancellation);
        await services.GetRequiredService<BoardReader>().NowAsync(hospital, clock.GetUtcNow(), cancellation);
    }
}
