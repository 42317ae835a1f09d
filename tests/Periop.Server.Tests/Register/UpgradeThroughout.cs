using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>
/// Built before anything is restarted, switched, the old server stopped, the old version dropped; and all the while both servers are
/// asked, of now and of an instant before.
/// </summary>
public sealed class UpgradeThroughout(TestDatabases databases) : Rollout(databases)
{
    readonly ConcurrentDictionary<string, string> answers = [];

    [Fact]
    public async Task No_answer_is_lost_or_changed_and_the_engine_only_rises()
    {
        Next.Build();
        var then = (await LedgerAsync(Hospital)).Json.Text("asOf");
        var atOld = new Asking(this, Hospital, then);
        await BuildAsync();
        Assert.Equal(OldVersion, EngineOf(await LedgerAsync(Hospital)));
        await SurgicalCase.RemovedAsync(Placed);
        await StartNewAsync();
        var atNew = new Asking(this, There, then);
        await BuiltAsync();
        await SurgicalCase.PlacedAsync(Device("C3", "8"));
        Assert.Equal([OldVersion], await atOld.StopAsync());
        await Old.StopAsync();

        Assert.Contains("is dropped", await MigratedAsync(), StringComparison.Ordinal);
        Assert.Equal(0L, await Old.SqlAsync(
            $"select count(*) from pg_tables where schemaname = 'periop_register' and tablename like '%\\_v{OldVersion}'"));
        await (SurgicalCase with { Hospital = There }).PlacedAsync(Device("D4", "9"));
        await Eventually.BecomesAsync(() => LedgerAsync(There), a => a.Items.Count == 4, "the new server goes on");
        Assert.Contains(NewVersion, await atNew.StopAsync());
    }

    /// <summary>What <c>migrate</c> and <c>projections rebuild -p Register</c> of the new release do while the old one serves.</summary>
    async Task BuildAsync()
    {
        await using var store = Rebuilding.StandaloneStore(Old, Next.Version);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        await daemon.RebuildProjectionAsync(RegisterProjection.Register, TimeSpan.FromMinutes(1), Cancellation);
    }

    /// <summary>Someone who asks one server again and again.</summary>
    sealed class Asking
    {
        readonly TaskCompletionSource enough = new();
        readonly Task<IReadOnlyList<int>> asking;

        public Asking(UpgradeThroughout test, TestHospital at, string then) => asking = AskAsync(test, at, then);

        /// <returns>The engines that answered, in the order in which they came.</returns>
        public Task<IReadOnlyList<int>> StopAsync()
        {
            enough.SetResult();
            return asking;
        }

        async Task<IReadOnlyList<int>> AskAsync(UpgradeThroughout test, TestHospital at, string then)
        {
            var engines = new List<int>();
            while (!enough.Task.IsCompleted)
                foreach (var question in new[] { "?limit=500", $"?limit=500&asOf={then}" })
                {
                    var answer = await LedgerAsync(at, question);
                    engines.Add(EngineOf(answer));
                    Assert.True(engines[^1] >= engines[Math.Max(0, engines.Count - 2)], $"The engine went back: {answer}");
                    Assert.Equal(test.answers.GetOrAdd($"{answer.Json.Text("asOf")} {engines[^1]}", answer.Text), answer.Text);
                }

            return [.. engines.Distinct()];
        }
    }
}
