using System.CommandLine;
using Npgsql;
using Periop.Server.Audit.Definitions;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary><c>check</c>: says what is configured and what is missing, and changes nothing.</summary>
static class CheckVerb
{
    public static Command Build(WebApplication app)
    {
        var verb = new Command("check", "Say what is configured and what is missing.");
        verb.SetAction(async _ => await RunAsync(app));
        return verb;
    }

    static async Task<int> RunAsync(WebApplication app)
    {
        List<string> problems = [.. Configuration.Problems(app)];
        var database = app.Services.GetRequiredService<Database>();
        IReadOnlyList<string> kept = [];
        RoleRights? rights = null;
        if (database.Configured is not null && await Schema.WhatIsMissingAsync(app.Services) is { } missing)
            problems.Add(missing);
        else if (database.Configured is not null)
        {
            rights = await RoleRights.ReadAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), CancellationToken.None);
            if (rights.WhatIsMissing is { } right)
                problems.Add(right);
            else
                kept = await KeptDefinitionsAsync(app, problems);
        }

        Console.WriteLine($"environment: {app.Environment.EnvironmentName}");
        Console.WriteLine($"database:    {(database.Configured is null
            ? "none configured" + (app.Environment.IsDevelopment() ? ": Periop brings its own" : "")
            : "configured")}");
        if (rights is not null)
            Console.WriteLine($"role:        {rights}");
        Console.WriteLine($"authority:   {app.Services.GetRequiredService<Access.AccessSettings>().Authority
            ?? (app.Environment.IsDevelopment() ? "none: tokens of this machine are believed" : "none")}");
        Console.WriteLine($"hospitals:   {string.Join(", ", app.Configuration.GetSection("Hospitals").GetChildren().Select(h => h.Key))}");
        foreach (var definition in kept)
            Console.WriteLine($"definitions: {definition}");
        foreach (var problem in problems)
            Console.WriteLine($"missing:     {problem}");
        return problems.Count == 0 ? 0 : 1;
    }

    static async Task<IReadOnlyList<string>> KeptDefinitionsAsync(WebApplication app, List<string> problems)
    {
        try
        {
            return await app.Services.GetRequiredService<ShippedPublication>().KeptAsync(CancellationToken.None);
        }
        catch (StartRefusedException refused)
        {
            problems.Add(refused.Message);
            return [];
        }
    }
}
