namespace Periop.Server.Hosting;

/// <summary>What it takes to run the server: its clock, and the port for operators.</summary>
static class HostingModule
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => builder.Configuration["clock"] is { } clock ? SimulatedClock.Parse(clock) : TimeProvider.System);
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WarmUp>());
        builder.AddManagementPort();
    }
}
