namespace Periop.Server.Hosting;

/// <summary>
/// A server that is told to end serves on for a moment, is not ready any more, and asks whoever sends it something to connect anew. A balancer hears in
/// time that it goes, and no entry is sent into a connection that is just being closed: its sender would not know whether it was recorded.
/// </summary>
sealed class Leaving(IHostEnvironment environment, IHostApplicationLifetime lifetime) : IHostedLifecycleService, IStartupFilter
{
    /// <summary>Longer than balancers take between two probes; a developer does not wait.</summary>
    readonly TimeSpan moment = environment.IsDevelopment() ? TimeSpan.Zero : TimeSpan.FromSeconds(2);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Leaving>();
        services.AddHostedService(provider => provider.GetRequiredService<Leaving>());
        services.AddSingleton<IStartupFilter>(provider => provider.GetRequiredService<Leaving>());
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested && HttpProtocol.IsHttp11(http.Request.Protocol))
                http.Response.Headers.Connection = "close";
            return rest(http);
        });
        next(app);
    };

    /// <summary>Before anything of the server stops.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(moment, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
