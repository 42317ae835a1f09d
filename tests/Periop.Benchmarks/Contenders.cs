using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Cases;
using Wolverine;

namespace Periop.Benchmarks;

/// <summary>Who races whom.</summary>
static class Contenders
{
    /// <summary>The same entry, from the floor to the whole way of a nurse.</summary>
    public static async Task<Contender[]> OfCommands(Stage stage) =>
    [
        await RawNpgsql.ContenderAsync(stage),
        await BareMarten.FoldingAsync(stage),
        await BareMarten.InlineAsync(stage),
        InProcess(stage),
        OverHttp(stage),
    ];

    /// <summary>The alternatives that were weighed for the pipeline (docs/adr).</summary>
    public static async Task<Contender[]> OfPipeline(Stage stage) =>
    [
        await OtherPipelines.LockAndFoldAsync(stage),
        await OtherPipelines.RetryAndFoldAsync(stage),
        await OtherPipelines.LockAndKeepAsync(stage, replayTable: true),
        InProcess(stage),
    ];

    static Contender InProcess(Stage stage) => new("(c) in process", count => BeginAsync(stage, count), async caseId =>
    {
        await using var scope = stage.Server.Services.CreateAsyncScope();
        var entryId = Guid.CreateVersion7();
        var answer = await scope.ServiceProvider.GetRequiredService<CaseRecorder>()
            .RecordAsync(Stage.Hospital, new RecordEntry(caseId, entryId, Entry(), Hash, "nurse-1", null, null), CancellationToken.None);
        if (answer is not CommandResult.Recorded)
            throw new InvalidOperationException($"not recorded: {answer}");
    });

    static Contender OverHttp(Stage stage)
    {
        var nurse = stage.Server.Nurse();
        return new("(d) over HTTP", count => BeginAsync(stage, count), async caseId =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(nurse.Address, $"/api/cases/{caseId}/blood-loss"));
            request.Headers.Authorization = nurse.Token;
            request.Content = new StringContent($$"""{"entryId":"{{Guid.CreateVersion7()}}","cumulativeMl":450}""", Encoding.UTF8, "application/json");
            using var answer = await nurse.Client.SendAsync(request, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync();
        });
    }

    /// <summary>Cases with the patient in the room and an incision, through the real pipeline.</summary>
    internal static async Task<Guid[]> BeginAsync(Stage stage, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToArray();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, _) =>
        {
            await using var scope = stage.Server.Services.CreateAsyncScope();
            var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
            foreach (var (entryId, command) in Beginning(id))
                await bus.InvokeForTenantAsync<CommandResult>(Stage.Hospital, new RecordEntry(id, entryId, command, Hash, "nurse-1", null, null));
        });
        return ids;
    }

    /// <summary>What every contender's cases begin with.</summary>
    internal static IEnumerable<(Guid EntryId, CaseCommand Command)> Beginning(Guid id)
    {
        yield return (id, new ScheduleCase(new Label(id.ToString("N"))));
        foreach (var command in new CaseCommand[]
        {
            new EnterRoom(), new CompleteSafetyCheck(SafetyCheckPhase.SignIn), new CompleteSafetyCheck(SafetyCheckPhase.TimeOut), new MakeIncision(),
        })
            yield return (Guid.CreateVersion7(), command);
    }

    internal static EstimateBloodLoss Entry() => new(450);

    internal static readonly string Hash = new('0', 64);
}
