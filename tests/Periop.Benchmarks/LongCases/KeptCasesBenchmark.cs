using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;
using Periop.Server.Store;

namespace Periop.Benchmarks.LongCases;

/// <summary>What is in memory for the cases that a server keeps, after files of cases of ten entries were read.</summary>
static class KeptCasesBenchmark
{
    static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    public static int Run(int cases)
    {
        foreach (var (name, looked) in new (string, Action<SurgicalCase>)[]
        {
            ("never looked at", _ => { }),
            ("flags and completeness looked at", c =>
            {
                _ = CaseFlags.Of(c, ProcedureFamilies.Shipped.Rules);
                _ = Completeness.Of(c.Surviving(), ProcedureFamilies.Shipped.Rules);
            }),
        })
        {
            using var kept = new KeptCases(100_000);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            for (var number = 0; number < cases; number++)
            {
                var surgicalCase = Imported(number);
                looked(surgicalCase);
                kept.Keep(Stage.Hospital, surgicalCase);
            }

            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            Console.WriteLine($"{cases} cases of 10 entries, {name}: {bytes / 1e6:0} MB, {bytes / cases} bytes a case, {bytes / cases / 10} an entry");
            GC.KeepAlive(kept);
        }

        return 0;
    }

    static SurgicalCase Imported(int number)
    {
        SurgicalCase? soFar = null;
        CaseEvent[] entries =
        [
            ((Decision.ToRecord)new ScheduleCase(new Label($"2026-{number}"), Room: new Label($"OR-{number % 30}"),
                Surgeon: new Label($"surgeon-{number % 60}"), Service: new Label($"service {number % 9}"), ScheduledStart: Start, ScheduledMinutes: 120)
                .Decide(Guid.Empty)).Event,
            new PatientEnteredRoom(new Label($"OR-{number % 30}")), new AnesthesiaStarted(null), new PatientAnesthetized(null),
            new IncisionMade(null, null), new WoundClosed(null, null, null), new AnesthesiaEnded(), new PatientLeftRoom(null),
            new PatientDischarged(new Term($"home {number % 9}")),
            new RiskFactorsRecorded(new Dictionary<string, decimal> { ["age"] = number % 90 }),
        ];
        foreach (var (n, entry) in entries.Index())
            soFar = SurgicalCase.Evolve(
                soFar,
                entry with
                {
                    EntryId = Guid.CreateVersion7(),
                    OccurredAt = Start.AddMinutes(n * 10),
                    Source = EntrySource.Import,
                    Content = new string((char)('a' + n), 64),
                },
                Start.AddDays(1).AddSeconds(n), $"scheduler-{n}");
        return soFar!;
    }
}
