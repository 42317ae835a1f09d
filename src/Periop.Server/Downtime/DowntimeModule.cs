namespace Periop.Server.Downtime;

/// <summary>What is left to read when the server is not there, and what was entered afterwards.</summary>
static class DowntimeModule
{
    public static void AddDowntime(this WebApplicationBuilder builder)
    {
        var settings = DowntimeSettings.Of(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddScoped<DowntimesQuery>();
        if (settings.Folder is null)
            return;
        builder.Services.AddSingleton<DowntimeWriter>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DowntimeWriter>());
    }
}
