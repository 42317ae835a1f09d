using System.CommandLine;
using Periop.Benchmarks.Audit;
using Periop.Benchmarks.Growth;
using Periop.Benchmarks.Lists;
using Periop.Benchmarks.LongCases;
using Periop.Benchmarks.Rebuild;
using Periop.Benchmarks.Recalls;
using Periop.Benchmarks.Screens;

namespace Periop.Benchmarks;

/// <summary>Named, so that it does not stand in the way of the server's own entry point.</summary>
static class BenchmarkProgram
{
    static async Task<int> Main(string[] args)
    {
        var rounds = new Option<int>("--rounds") { Description = "How often every contender has its turn.", DefaultValueFactory = _ => 7 };
        var clients = new Option<int>("--clients") { Description = "How many record at once.", DefaultValueFactory = _ => 16 };

        var warmUp = new Option<int>("--warm-up") { Description = "How many entries each contender records before.", DefaultValueFactory = _ => 20_000 };

        var only = new Option<string>("--only") { Description = "Who races: those with this in their names.", DefaultValueFactory = _ => "" };
        var commands = new Command("commands", "What a command costs: raw Npgsql, bare Marten, in process, over HTTP.") { rounds, clients, warmUp, only };
        commands.SetAction(parsed => Race.RunAsync(
            async stage => [.. (await Contenders.OfCommands(stage)).Where(one => one.Name.Contains(parsed.GetValue(only)!, StringComparison.Ordinal))],
            parsed.GetValue(rounds), parsed.GetValue(clients), parsed.GetValue(warmUp)));

        var pipeline = new Command("pipeline",
            "The choices behind the pipeline: lock or retry, folded each time or kept, replay from the state or from a table.") { rounds, clients, warmUp };
        pipeline.SetAction(parsed => Race.RunAsync(
            Contenders.OfPipeline, parsed.GetValue(rounds), parsed.GetValue(clients), parsed.GetValue(warmUp)));

        var cases = new Option<int>("--cases") { Description = "How many.", DefaultValueFactory = _ => 2500 };
        var rebuild = new Command("rebuild", "How fast the register is worked out anew.") { cases };
        rebuild.SetAction(parsed => RebuildBenchmark.RunAsync(parsed.GetValue(cases)));

        var sizes = new Option<int[]>("--sizes")
        {
            Description = "How many devices there are, each time more.",
            DefaultValueFactory = _ => [10_000, 100_000, 1_000_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var questions = new Option<int>("--questions") { Description = "How many of each kind are asked.", DefaultValueFactory = _ => 1000 };
        var recalls = new Command("recalls", "What it costs to find devices among more and more others.") { sizes, questions };
        recalls.SetAction(parsed => RecallBenchmark.RunAsync(parsed.GetValue(sizes)!, parsed.GetValue(questions)));

        var longCases = new Command("long-cases", "What a case costs that has grown very long.");
        longCases.SetAction(_ => LongCaseBenchmark.Run());

        var imported = new Option<int>("--cases") { Description = "How many.", DefaultValueFactory = _ => 10_000 };
        var keptCases = new Command("kept-cases", "What is in memory for the cases that are kept.") { imported };
        keptCases.SetAction(parsed => KeptCasesBenchmark.Run(parsed.GetValue(imported)));

        var operated = new Option<int>("--cases") { Description = "How many, over four years.", DefaultValueFactory = _ => 100_000 };
        var asked = new Option<int>("--questions") { Description = "How many years are asked about.", DefaultValueFactory = _ => 200 };
        var audit = new Command("audit", "What rates cost over years of cases, and the register that they come from.") { operated, asked };
        audit.SetAction(parsed => AuditBenchmark.RunAsync(parsed.GetValue(operated), parsed.GetValue(asked)));

        var listed = new Option<int>("--cases") { Description = "How many, over four years.", DefaultValueFactory = _ => 10_000 };
        var times = new Option<int>("--times") { Description = "How often there is what is rare.", DefaultValueFactory = _ => 20 };
        var lists = new Command("lists", "What it takes to send whole lists, and whether the server grows with them.") { listed, times };
        lists.SetAction(parsed => ListBenchmark.RunAsync(parsed.GetValue(listed), parsed.GetValue(times)));

        var grown = new Option<int[]>("--cases")
        {
            Description = "How many, each in a database of its own.",
            DefaultValueFactory = _ => [270, 27_000, 270_000],
            AllowMultipleArgumentsPerToken = true,
        };
        var acts = new Option<int>("--times") { Description = "How often each act is done.", DefaultValueFactory = _ => 1000 };
        var growth = new Command("growth", "What the same costs among ten thousand, a million and ten million events.") { grown, acts };
        growth.SetAction(parsed => GrowthBenchmark.RunAsync(parsed.GetValue(grown)!, parsed.GetValue(acts)));

        var watching = new Option<int>("--screens") { Description = "How many.", DefaultValueFactory = _ => 1000 };
        var minutes = new Option<int>("--minutes") { Description = "How much of the day from four on, an hour a minute.", DefaultValueFactory = _ => 600 };
        var screens = new Command("screens", "How soon what is recorded is on many screens.") { watching, minutes };
        screens.SetAction(parsed => ScreensBenchmark.RunAsync(parsed.GetValue(watching), parsed.GetValue(minutes)));

        return await new RootCommand("Periop's measurements. Run them in Release, with nothing else on the machine.")
            { audit, commands, growth, pipeline, recalls, rebuild, longCases, keptCases, lists, screens }
            .Parse(args).InvokeAsync();
    }
}
