using System.CommandLine;
using Periop.Server.Board;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary><c>migrate</c>: applies the tables, once per release, before its servers start; and once more when those of the release before are gone.</summary>
static class MigrateVerb
{
    public static Command Build(WebApplication app)
    {
        var verb = new Command("migrate", "Apply the tables to the configured database.");
        verb.SetAction(async (_, cancellation) =>
        {
            await using var database = await PrivateDatabase.StartUnlessConfiguredAsync(app, cancellation);
            await Schema.ApplyAsync(app.Services, cancellation);
            Console.WriteLine("The tables are up to date.");
            Console.WriteLine(await app.Services.GetRequiredService<AccessMonths>().DropAgedAsync(cancellation));
            Console.WriteLine(await app.Services.GetRequiredService<BoardUpgrade>().GoOnAsync(cancellation));
            Console.WriteLine(await app.Services.GetRequiredService<RegisterUpgrade>().GoOnAsync(cancellation));
            return 0;
        });
        return verb;
    }
}
