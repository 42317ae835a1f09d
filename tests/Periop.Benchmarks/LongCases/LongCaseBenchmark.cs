using System.Diagnostics;
using Periop.Domain.Cases;
using Periop.Server.Store;

namespace Periop.Benchmarks.LongCases;

/// <summary>What a case costs that has grown very long: its fold after a start, the first command after that, and every further one.</summary>
static class LongCaseBenchmark
{
    const int Rounds = 9;

    public static int Run()
    {
        Console.WriteLine("milliseconds, median; a command without what the one before it had worked out, and with it");
        Console.WriteLine($"{"",-45} {"fold",8} {"first",8} {"further",8}");
        foreach (var longCase in LongCase.All)
        {
            var stored = longCase.Stored();
            var folded = CaseStream.Fold(null, stored)!;
            Console.WriteLine($"{longCase.Name,-45} {Median(() => CaseStream.Fold(null, stored)),8:0.00} {Median(() => Command(folded with { })),8:0.00} "
                + $"{Further(folded),8:0.00}");
        }

        return 0;
    }

    static double Further(SurgicalCase surgicalCase)
    {
        Command(surgicalCase);
        return Median(() => Command(surgicalCase));
    }

    static CommandResult Command(SurgicalCase surgicalCase) =>
        Recording.Record(surgicalCase, Contenders.Entry() with { Reason = new("measured") }, OtherPipelines.Now(Guid.CreateVersion7()));

    static double Median(Action work)
    {
        for (var warmUp = Stopwatch.StartNew(); warmUp.ElapsedMilliseconds < 300;)
            work();
        return Enumerable.Range(0, Rounds).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            work();
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ElementAt(Rounds / 2);
    }
}
