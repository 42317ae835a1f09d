using System.CommandLine;
using JasperFx;
using Periop.Server.Access;

namespace Periop.Server.Operations;

/// <summary>What the program does: it serves, unless its first argument says otherwise.</summary>
static class Verbs
{
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args is [] or [['-', ..], ..])
            return await Serving.RunAsync(app);
        var ours = new RootCommand("Periop: the record of the operating room.") { TokenVerb.Build(app), CheckVerb.Build(app), MigrateVerb.Build(app), DemoVerb.Build(app) };
        return ours.Subcommands.Any(v => v.Name == args[0]) ? await ours.Parse(args).InvokeAsync() : await app.RunJasperFxCommands(args);
    }
}
