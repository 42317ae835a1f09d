using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using Periop.Server.Store;

namespace Periop.Benchmarks.Rebuild;

/// <summary>Whole operations of forty entries, twelve of them devices, each recorded in one transaction.</summary>
static class OperatedCases
{
    public static Task RecordAsync(IDocumentStore store, WriteSessions writing, int cases) =>
        Parallel.ForEachAsync(Enumerable.Range(0, cases), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellation) =>
        {
            var id = Guid.CreateVersion7();
            SurgicalCase? surgicalCase = null;
            foreach (var (entryId, command) in Contenders.Beginning(id).Concat(Operation(number).Select(command => (Guid.CreateVersion7(), command))))
                surgicalCase = ((CommandResult.Recorded)Recording.Record(surgicalCase, command, OtherPipelines.Now(entryId))).Case;
            await using var session = store.LightweightSession(Stage.Hospital);
            var write = writing.Begin(session, cancellation);
            write.Record(null, surgicalCase!, [.. surgicalCase!.InOrderOfRecording()], null);
            await write.CommitAsync();
        });

    static IEnumerable<CaseCommand> Operation(int number)
    {
        for (var device = 0; device < 12; device++)
        {
            yield return new PlaceHardware
            {
                Kind = HardwareKind.PedicleScrew, Level = new Level($"L{(device % 5) + 1}"),
                Udi = new Scan($"(01)51022222233336(17)400707(10)L-{number % 500}"),
            };
            yield return new EstimateBloodLoss(device * 20);
        }

        for (var count = 0; count < 10; count++)
            yield return new TakeSpecimen(new Note($"disc {count}"));
        yield return new LeaveRoom();
    }
}
