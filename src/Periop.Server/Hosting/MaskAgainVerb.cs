using System.CommandLine;
using System.Text.Json;
using Periop.Server.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary><c>mask-again</c>: after a restore, before the servers start, takes away anew what had been taken away since.</summary>
static class MaskAgainVerb
{
    public static Command Build(WebApplication app)
    {
        var list = new Argument<FileInfo>("list") { Description = "What /api/maskings?format=ndjson answered last." };
        var hospital = new Option<string>("--hospital") { Description = "The hospital whose list it is.", Required = true };
        var verb = new Command("mask-again", "Make the maskings and erasures of a list again, after a restore.") { list, hospital };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await PrivateDatabase.StartUnlessConfiguredAsync(app, cancellation);
            return await RunAsync(app.Services, parsed.GetValue(hospital)!, parsed.GetValue(list)!, cancellation);
        });
        return verb;
    }

    internal static async Task<int> RunAsync(IServiceProvider services, string hospital, FileInfo list, CancellationToken cancellation)
    {
        if (!services.GetRequiredService<HospitalDirectory>().Knows(hospital))
            return await RefuseAsync($"There is no hospital {hospital}.");
        var lines = await File.ReadAllLinesAsync(list.FullName, cancellation);
        if (lines is [] || !lines[^1].StartsWith("""{"end":true""", StringComparison.Ordinal))
            return await RefuseAsync("The list has no end: it was cut off. Nothing was done.");
        var maskings = lines[..^1].Select(line => JsonSerializer.Deserialize<MaskingRecord>(line, PeriopJson.Web)!).ToArray();
        var (again, made) = (ActivatorUtilities.CreateInstance<MaskAgain>(services), 0);
        foreach (var masking in maskings.Reverse())     // the oldest first: a masking may be masked itself
            made += await again.MakeAsync(hospital, masking, cancellation) ? 1 : 0;
        Console.WriteLine($"{made} made again; {maskings.Length - made} were there, or there was nothing to take away.");
        return 0;
    }

    static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
