using Marten;
using Weasel.Postgresql;

namespace Periop.Server.Register;

/// <summary>What became of all cases, kept so that it can be asked again as of any instant.</summary>
static class RegisterModule
{
    public static void AddRegister(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(RegisterVersion.Shipped);
        builder.Services.AddSingleton<RegisterReader>();
        builder.Services.AddSingleton<RegisterUpgrade>();
        builder.Services.AddSingleton<Ticks>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Ticks>());
    }

    public static void Configure(StoreOptions options, RegisterVersion version)
    {
        options.Storage.ExtendedSchemaObjects.Add(new Extension("pg_trgm"));        // finds a text within scans
        options.Storage.ExtendedSchemaObjects.Add(Ticks.Build());
        options.Storage.ExtendedSchemaObjects.Add(RegisterSwitch.Build());
        options.Storage.ExtendedSchemaObjects.Add(RegisterViews.BuildReaders());
        foreach (var table in version.Tables)
            options.Storage.ExtendedSchemaObjects.Add(table.Build(version.Number));
        options.Storage.ExtendedSchemaObjects.Add(version.Halted.Build());
    }
}
