using Periop.Server.Downtime;

namespace Periop.Server.Hosting;

/// <summary>
/// What it takes to run the server: its secrets, its clock, the keys that seal cookies, the port for operators, the pages for when it does not run,
/// and what tells a supervisor that it runs.
/// </summary>
static class HostingModule
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddSecretFiles();
        builder.Services.AddSingleton(_ => builder.Configuration["clock"] is { } clock ? SimulatedClock.Parse(clock) : TimeProvider.System);
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddHostedService(services => services.GetRequiredService<WarmUp>());
        builder.AddProtectionKeys();
        builder.AddManagementPort();
        builder.AddDowntime();
        builder.Services.AddHostedService<Leaving>();
        builder.Services.AddSystemd();      // says when it is ready, and writes its log in the journal's form; elsewhere it does nothing
    }
}
