using Marten;
using Weasel.Postgresql;

namespace Periop.Server.Register;

/// <summary>What became of all cases, kept so that it can be asked again as of any instant.</summary>
static class RegisterModule
{
    public static void AddRegister(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Ticks>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Ticks>());
    }

    public static void Configure(StoreOptions options)
    {
        options.Storage.ExtendedSchemaObjects.Add(new Extension("pg_trgm"));        // finds a text within scans
        options.Storage.ExtendedSchemaObjects.Add(Ticks.Build());
        foreach (var table in RegisterTable.All)
            options.Storage.ExtendedSchemaObjects.Add(table.Build());
    }
}
