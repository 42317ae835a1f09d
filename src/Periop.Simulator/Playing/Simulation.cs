using Periop.Simulator.Planning;
using Periop.Simulator.Planning.Past;

namespace Periop.Simulator.Playing;

/// <summary>Plays the planned days through the public HTTP API and notes in a ledger what was acknowledged.</summary>
/// <param name="client">Its base address is the server's; nothing else is known of it.</param>
/// <remarks>
/// Without a pace the days are history, caught up as fast as the server answers, with the source <c>downtime</c>: they stand for paper records
/// typed in afterwards. Such entries are neither stopped nor marked late, as <c>live</c> ones far in the past would be. With a pace they are <c>live</c>
/// and each is sent when the server's clock reaches its time. Playing the same plan again is harmless: every entry is known already.
/// </remarks>
public sealed class Simulation(SimulationOptions options, HttpClient client)
{
    public async Task<SimulationReport> PlayAsync(CancellationToken cancellation = default)
    {
        var pace = options.Pace is { } given ? given with { RealStart = given.RealStart ?? options.Clock.GetUtcNow() } : null;
        var hospital = new SimulatedHospital(options.Seed, options.TimeZone, options.Rooms, options.CasesPerRoom, pace is null ? "downtime" : "live");
        var plan = hospital.Plan(options.From, options.Days);
        var until = options.Until ?? (pace is null ? options.Clock.GetUtcNow() : hospital.EndOf(options.From, options.Days));
        var planned = plan.Select(simulated => new Part(simulated.CaseNumber, simulated.Entries, null))
            .Concat(options.Meanwhile.Select(later => new Part(later.CaseNumber, later.Entries, later.Truth))).ToList();
        var due = planned.ConvertAll(part => part with { Entries = [.. part.Entries.TakeWhile(entry => entry.SendAt <= until).Where(CanBeSent)] })
            .Where(part => part.Entries.Count > 0).ToList();
        var total = due.Sum(part => part.Entries.Count);
        var tally = new PlayTally();
        var started = options.Clock.GetTimestamp();

        using var ledger = new Ledger(options.LedgerFile);
        using var requests = new PatientRequests(client, options.Token, options.Clock, options.Parallel);
        var cases = new CaseClient(requests, options.SurgeonToken);
        var known = options.Meanwhile.Count > 0 ? await CaseNumbers.ReadAsync(requests, cancellation) : new Dictionary<string, Guid>();
        await PlayProgress.ShowAsync(options.Console, "Playing", total, step =>
            // Paced cases mostly wait, so all of them are under way; the requests are limited all the same
            Parallel.ForEachAsync(due,
                new ParallelOptions { MaxDegreeOfParallelism = pace is null ? options.Parallel : Math.Max(1, due.Count), CancellationToken = cancellation },
                async (part, cancelled) =>
                {
                    Guid? caseId = part.Truth is not null && known.TryGetValue(part.CaseNumber, out var there) ? there : null;
                    await new CasePlay(cases, ledger, tally, pace, options.Clock, step).PlayAsync(part.Entries, cancelled, caseId);
                    if (part.Truth is { } truth && caseId is { } id)
                        ledger.Note(LedgerLine.Of(id, truth));
                }));
        return tally.Report(
            due.Count, planned.Sum(part => part.Entries.Count) - total, options.Clock.GetElapsedTime(started),
            PlanHash.Of(planned.SelectMany(part => part.Entries)));
    }

    /// <summary>What is told of a case.</summary>
    /// <param name="Truth">What it has then come to; null where nobody planned it.</param>
    sealed record Part(string CaseNumber, IReadOnlyList<PlannedEntry> Entries, CaseTruth? Truth);

    bool CanBeSent(PlannedEntry entry) => !entry.IsSurgeons || options.SurgeonToken is not null;

    /// <summary>Compares a ledger with the server, entry by entry.</summary>
    /// <param name="token">As in <see cref="SimulationOptions.Token"/>; any role that may read cases will do.</param>
    public static async Task<VerificationReport> VerifyAsync(
        string ledgerFile, HttpClient client, Func<CancellationToken, Task<string>> token, int parallel = 8, TimeProvider? clock = null,
        CancellationToken cancellation = default)
    {
        using var requests = new PatientRequests(client, token, clock ?? TimeProvider.System, parallel);
        return await new LedgerVerification(requests, parallel).VerifyAsync(Ledger.Read(ledgerFile), cancellation);
    }
}
