using System.CommandLine;
using JasperFx;
using Periop.Server.Access;

namespace Periop.Server.Hosting;

/// <summary>What the program does: it serves, unless its first argument says otherwise.</summary>
static class Verbs
{
    /// <summary>The tools of the libraries that look at or repair the store. None of theirs starts the server: that is ours alone.</summary>
    static readonly string[] Tools = ["codegen", "db-apply", "db-assert", "db-patch", "describe", "projections", "resources", "storage"];

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        if (args is [] or [['-', ..], ..])
            return await Serving.RunAsync(app);
        if (Tools.Contains(args[0]))
            return await RunToolAsync(app, args);
        return await new RootCommand("Periop: the record of the operating room.")
            { TokenVerb.Build(app), CheckVerb.Build(app), MigrateVerb.Build(app), MaskAgainVerb.Build(app), DemoVerb.Build(app) }
            .Parse(args).InvokeAsync();
    }

    static async Task<int> RunToolAsync(WebApplication app, string[] args)
    {
        await using var database = args[0] == "codegen" || !app.Environment.IsDevelopment() ? null
            : await PrivateDatabase.StartUnlessConfiguredAsync(app, CancellationToken.None);
        return await app.RunJasperFxCommands(args);
    }
}
