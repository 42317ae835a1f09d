using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning;
using Periop.Simulator.Planning.Past;

namespace Periop.Simulator.Playing;

/// <summary>
/// Makes what lies behind a hospital's day through the public HTTP API: the plan and the times of each case come as a file, as they would from the
/// system before; what people told of it follows as commands. Made again it adds nothing: ids are derived.
/// </summary>
/// <param name="options">A pace is not followed: all of it is told at once.</param>
/// <param name="client">Its base address is the server's; nothing else is known of it.</param>
public sealed class PastPlay(SimulationOptions options, HttpClient client)
{
    const int RowsPerFile = 50;
    const string CasesPath = "api/imports/cases";
    readonly List<RefusedEntry> refused = [];
    readonly PlayTally tally = new();
    int imported;

    public async Task<SimulationReport> MakeAsync(PastPlan plan, CancellationToken cancellation = default)
    {
        var started = options.Clock.GetTimestamp();
        using var ledger = new Ledger(options.LedgerFile);
        using var requests = new PatientRequests(client, options.Token, options.Clock, options.Parallel);
        await ImportAsync(requests, plan, cancellation);
        var ids = await CaseNumbers.ReadAsync(requests, cancellation);
        List<(PastCase Case, Guid Id)> there = [.. plan.Cases.Where(one => ids.ContainsKey(one.CaseNumber)).Select(one => (one, ids[one.CaseNumber]))];
        await TellAsync(requests, there, ledger, cancellation);
        await RecallAsync(requests, plan.Recalls, there, cancellation);
        await UploadAsync(requests, plan.SecondSource, cancellation);
        ledger.Note(LedgerLine.Of(plan.SecondSource));
        var report = tally.Report(there.Count, 0, options.Clock.GetElapsedTime(started), PlanHash.Of(plan.Cases.SelectMany(one => one.Entries)));
        return report with { Imported = imported, Refused = [.. report.Refused, .. refused] };
    }

    /// <summary>What the system before knew, and then what a later file of it has otherwise.</summary>
    async Task ImportAsync(PatientRequests requests, PastPlan plan, CancellationToken cancellation)
    {
        await PlayProgress.ShowAsync(options.Console, "Cases of the past, from files", plan.Cases.Count,
            step => ImportAsync(requests, CasesPath, plan.Cases, one => one.Row, step, cancellation), "cases");
        await ImportAsync(requests, $"{CasesPath}?corrections=apply&reason={Uri.EscapeDataString("Compared with the anesthesia record")}",
            [.. plan.Cases.Where(one => one.Corrected.Count > 0)],
            one => new Dictionary<string, string>(one.Corrected) { ["caseNumber"] = one.CaseNumber }, _ => { }, cancellation);
    }

    Task TellAsync(PatientRequests requests, IReadOnlyList<(PastCase Case, Guid Id)> cases, Ledger ledger, CancellationToken cancellation)
    {
        var sender = new CaseClient(requests, options.SurgeonToken);
        return PlayProgress.ShowAsync(options.Console, "What became of them", cases.Sum(one => one.Case.Entries.Count), step => Parallel.ForEachAsync(
            cases, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellation }, async (one, cancelled) =>
            {
                ledger.Note(LedgerLine.Of(one.Id, one.Case.CaseNumber, one.Case.Row));
                if (one.Case.Corrected.Count > 0)
                    ledger.Note(LedgerLine.Of(one.Id, one.Case.CaseNumber, one.Case.Corrected));
                await new CasePlay(sender, ledger, tally, null, options.Clock, step).PlayAsync(one.Case.Entries, cancelled, one.Id);
                if (one.Case.Truth is { } truth)
                    ledger.Note(LedgerLine.Of(one.Id, truth));
            }));
    }

    async Task RecallAsync(
        PatientRequests requests, IReadOnlyList<PastRecall> recalls, IReadOnlyList<(PastCase Case, Guid Id)> cases, CancellationToken cancellation)
    {
        foreach (var recall in recalls)
            await SendAsync(requests, HttpMethod.Post, "api/implants/recalls", new JsonObject
            {
                ["entryId"] = recall.EntryId, ["gtin"] = recall.Gtin, ["lots"] = new JsonArray([.. recall.Lots.Select(lot => (JsonNode)lot)]),
                ["notice"] = recall.Notice, ["reason"] = recall.Reason,
            }, recall.Notice, cancellation);
        foreach (var (one, id) in cases)
            if (one is { RecallNotice: { } notice, Closure: var (outcome, reason) })
                await SendAsync(requests, HttpMethod.Post, $"api/implants/recalls/campaigns/{notice}/cases/{id}/closures",
                    new JsonObject { ["entryId"] = one.ClosureId, ["outcome"] = outcome, ["reason"] = reason }, one.CaseNumber, cancellation);
    }

    async Task ImportAsync(
        PatientRequests requests, string path, IReadOnlyList<PastCase> cases, Func<PastCase, IReadOnlyDictionary<string, string>> row, Action<int> step,
        CancellationToken cancellation)
    {
        foreach (var some in cases.Chunk(RowsPerFile))
        {
            var answer = await requests.SendAsync(HttpMethod.Post, path, CaseFileText.Of(some.Select(row)), cancellation, contentType: "text/csv");
            var report = answer is { IsSuccess: true } ? JsonNode.Parse(answer.Body)!.AsObject() : null;
            if (report is null)
                Refuse(answer, some[0].CaseNumber, "import");
            imported += (int?)report?["entries"] ?? 0;
            foreach (var cell in report?["refused"] as JsonArray ?? [])
                refused.Add(new($"line {cell!["line"]}", Guid.Empty, $"import of {cell["column"]}", answer!.Status, $"{cell["code"]}", $"{cell["detail"]}"));
            step(some.Length);
        }
    }

    async Task UploadAsync(PatientRequests requests, SecondSource source, CancellationToken cancellation)
    {
        var file = new StringBuilder("caseNumber,kind\n");
        foreach (var line in source.Lines)
            file.Append(CultureInfo.InvariantCulture, $"{line.CaseNumber},{line.Kind}\n");
        Note(await requests.SendAsync(HttpMethod.Put, $"api/audit/second-sources/{source.Name}", Encoding.UTF8.GetBytes(file.ToString()), cancellation,
            contentType: "text/csv"), source.Name, "second-source");
    }

    async Task SendAsync(PatientRequests requests, HttpMethod method, string path, JsonObject body, string about, CancellationToken cancellation) =>
        Note(await requests.SendAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(body), cancellation), about, path.Split('/')[^1]);

    void Note(Answer? answer, string about, string name)
    {
        if (answer is not { IsSuccess: true })
            Refuse(answer, about, name);
    }

    void Refuse(Answer? answer, string about, string name) => refused.Add(answer is null
        ? new(about, Guid.Empty, name, HttpStatusCode.ServiceUnavailable, "unanswered", "The server doesn't answer")
        : new(about, Guid.Empty, name, answer.Status, "refused", Encoding.UTF8.GetString(answer.Body)));
}
