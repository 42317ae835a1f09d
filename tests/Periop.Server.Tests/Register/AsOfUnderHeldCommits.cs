using CsCheck;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;
using Periop.Server.Register;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>
/// Some transactions commit long after others that began later, two nodes write ticks, and all the while the ledger is asked. What was
/// acknowledged before the instant that an answer states is in it, and asked again for that instant it is the same bytes.
/// </summary>
public sealed class AsOfUnderHeldCommits(PeriopHost host) : IClassFixture<PeriopHost>
{
    enum Step { Place, Remove, Retract, Correct, Hold, Release, Tick, AskNow, AskThen }

    static readonly Gen<(Step Kind, int Pick)[]> Days = Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 1000]).Array[40, 60];

    [Fact]
    public async Task What_was_answered_is_answered_again_and_misses_nothing_acknowledged()
    {
        var answers = 0;
        await Days.SampleAsync(async steps => { answers += await new Day(host, host.NewHospital()).PlayAsync(steps); }, iter: 6, threads: 1);
        Assert.True(answers > 0, "Nothing was answered on any day.");
    }

    /// <summary>A day of one hospital.</summary>
    sealed class Day(PeriopHost host, TestHospital hospital)
    {
        readonly List<(TestCase Case, Guid EntryId)> placed = [];
        readonly List<(Guid EntryId, DateTimeOffset At)> acknowledged = [];
        readonly HashSet<Guid> retracted = [];
        readonly Queue<Held> held = [];
        readonly Dictionary<string, byte[]> answers = [];
        readonly HashSet<DateTimeOffset> instants = [];

        Ticks[] Nodes { get; } =
            [.. Enumerable.Range(0, 2).Select(_ =>
                new Ticks(
                    host.Services.GetRequiredService<NpgsqlDataSource>(), RegisterVersion.Shipped, host.Clock, host.Configuration,
                    NullLogger<Ticks>.Instance))];

        /// <summary>How many instants were answered before the day was over.</summary>
        public async Task<int> PlayAsync((Step Kind, int Pick)[] steps)
        {
            var cases = new[] { await hospital.CaseInOperationAsync("OR-1"), await hospital.CaseInOperationAsync("OR-2") };
            var slow = await hospital.CaseInOperationAsync("OR-3");
            foreach (var (kind, pick) in steps)
            {
                host.Clock.Advance(TimeSpan.FromMilliseconds(10));
                await (kind switch
                {
                    Step.Place => PlaceAsync(cases[pick % 2], pick),
                    Step.Remove => ChangeAsync(pick, id => ("hardware-removals", new { targetEntryId = id })),
                    Step.Retract => ChangeAsync(pick, id => ("retractions", new { targetEntryId = id, reason = "another case" })),
                    Step.Correct => ChangeAsync(pick,
                        id => ("time-corrections", new { targetEntryId = id, correctedTo = hospital.Now.AddMinutes(-pick), reason = "read off the monitor" })),
                    Step.Hold => HoldAsync(slow, pick),
                    Step.Release => ReleaseAsync(),
                    Step.Tick => Nodes[pick % 2].TickAsync(TestContext.Current.CancellationToken),
                    Step.AskNow => AskAsync(null),
                    _ => AskThenAsync(hospital.Now.AddMilliseconds(-pick)),
                });
            }

            var answered = answers.Count;
            while (held.Count > 0)
                await ReleaseAsync();
            await Eventually.BecomesAsync(
                () => hospital.Quality.GetAsync("/api/implants?limit=500"),
                a => a.Status == 200 && Holds(a, acknowledged.Select(x => x.EntryId)),
                "everything is settled");
            foreach (var (asOf, before) in answers)
                Assert.Equal(before, (await LedgerAsync(asOf)).Is(200).Bytes);
            foreach (var instant in instants)
                Assert.Equal(200, await AskAsync($"{instant.UtcDateTime:O}"));
            return answered;
        }

        async Task PlaceAsync(TestCase surgicalCase, int pick)
        {
            var receipt = await surgicalCase.RecordedAsync("hardware", Devices.Scanned(lot: $"L-{pick % 5}"));
            placed.Add((surgicalCase, receipt.EntryId));
            acknowledged.Add((receipt.EntryId, hospital.Now));
        }

        /// <summary>Says something further about a device; whether it is refused does not matter here.</summary>
        async Task ChangeAsync(int pick, Func<Guid, (string Command, object Body)> change)
        {
            if (placed.Count == 0)
                return;
            var (surgicalCase, entryId) = placed[pick % placed.Count];
            var (command, body) = change(entryId);
            if (command == "retractions")
                retracted.Add(entryId);
            await surgicalCase.PostAsync(command, body);
        }

        /// <summary>Places a device in a transaction that has written everything and does not commit yet.</summary>
        async Task HoldAsync(TestCase surgicalCase, int pick)
        {
            if (held.Count > 0)
                return;     // the next would wait for this one
            var before = await CaseAsync(surgicalCase.Id);      // nobody else writes into this case
            // not the program's: its transactions are ended when they are held for long
            var connection = new NpgsqlConnection(host.ConnectionString);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            var options = SessionOptions.ForTransaction(transaction);
            options.TenantId = hospital.Id;
            options.Tracking = DocumentTracking.None;
            await using var session = host.Services.GetRequiredService<IDocumentStore>().OpenSession(options);
            var entryId = Guid.CreateVersion7();
            var command = new PlaceHardware { Kind = HardwareKind.PedicleScrew, Udi = new Scan($"(01){Devices.Gtin}(10)H-{pick % 5}") };
            var recorded = (CommandResult.Recorded)Recording.Record(before, command, new Circumstances(
                entryId, $"{entryId}", "nurse-2", host.Now, null, ProcedureFamilies.Shipped.Rules.DefaultStops, ProcedureFamilies.Shipped.Rules));
            CaseStream.Append(session, recorded.Case, recorded.Entries, new WrittenVersions([]));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
            held.Enqueue(new Held(connection, transaction, entryId));
        }

        async Task<SurgicalCase> CaseAsync(Guid id)
        {
            await using var session = host.Services.GetRequiredService<IDocumentStore>().QuerySession(hospital.Id);
            return (await host.Services.GetRequiredService<CaseStream>().ReadAsync(session, id, TestContext.Current.CancellationToken))!;
        }

        async Task ReleaseAsync()
        {
            if (!held.TryDequeue(out var oldest))
                return;
            await oldest.Transaction.CommitAsync(TestContext.Current.CancellationToken);
            await oldest.Connection.DisposeAsync();
            acknowledged.Add((oldest.EntryId, hospital.Now));
        }

        async Task AskThenAsync(DateTimeOffset instant)
        {
            instants.Add(instant);
            await AskAsync($"{instant.UtcDateTime:O}");
        }

        /// <summary>Asks, and remembers what was said of which instant. Not settled yet is an answer, too, and no reason to say less later.</summary>
        async Task<int> AskAsync(string? asOf)
        {
            var answer = await LedgerAsync(asOf);
            if (answer.Status == 503)
            {
                answer.IsProblem(503, "not-settled");
                return 503;
            }

            var settled = answer.Is(200).Json["asOf"]!.GetValue<string>();
            Assert.True(
                Holds(answer, acknowledged.Where(a => a.At < DateTimeOffset.Parse(settled).AddMilliseconds(-10)).Select(a => a.EntryId)),
                $"{answer} lacks one of {string.Join(", ", acknowledged)}");
            if (answers.TryGetValue(settled, out var before))
                Assert.Equal(before, answer.Bytes);
            answers[settled] = answer.Bytes;
            return 200;
        }

        Task<Answer> LedgerAsync(string? asOf) => hospital.Quality.GetAsync("/api/implants?limit=500" + (asOf is null ? "" : $"&asOf={asOf}"));

        /// <summary>Whether the ledger has these devices, but for those whose placing was retracted.</summary>
        bool Holds(Answer answer, IEnumerable<Guid> entryIds) =>
            entryIds.Except(retracted).All(answer.Items.Select(i => i!["entryId"]!.GetValue<Guid>()).ToHashSet().Contains);

        sealed record Held(NpgsqlConnection Connection, NpgsqlTransaction Transaction, Guid EntryId);
    }
}
