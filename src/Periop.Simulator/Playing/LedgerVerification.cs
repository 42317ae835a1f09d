using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning.Past;

namespace Periop.Simulator.Playing;

/// <summary>Nothing acknowledged is missing, nothing is there twice, and nothing is there that nobody sent.</summary>
sealed class LedgerVerification(PatientRequests requests, int parallel)
{
    public async Task<VerificationReport> VerifyAsync(IEnumerable<LedgerLine?> lines, CancellationToken cancellation)
    {
        var known = lines.ToList();
        var differences = new ConcurrentQueue<(string CaseNumber, string Sentence)>();
        if (known.Count(line => line is null) is var torn and > 0)
            differences.Enqueue(("", $"{torn} {(torn == 1 ? "line" : "lines")} of the ledger can't be read."));

        var source = known.OfType<LedgerLine>().LastOrDefault(line => line.SecondSource is not null)?.SecondSource;
        // Before its case has an id an unanswered entry leads nowhere
        var cases = known.OfType<LedgerLine>().Where(line => line.CaseId != Guid.Empty).GroupBy(line => line.CaseId).ToList();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation },
            async (ledger, cancelled) =>
            {
                var number = ledger.First().CaseNumber;
                foreach (var sentence in await CompareAsync(ledger.Key, [.. ledger], cancelled))
                    differences.Enqueue((number, $"Case {number}: {sentence}"));
            });
        var truths = cases.Select(ledger => ledger.LastOrDefault(line => line.Truth is not null)?.Truth).OfType<CaseTruth>().ToList();
        var outcomes = new OutcomeVerification(requests, truths, source, cancellation);
        foreach (var difference in await outcomes.CompareAsync())
            differences.Enqueue(difference);
        return new(cases.Count, cases.Sum(ledger => ledger.Where(line => line.EntryId != Guid.Empty).DistinctBy(line => line.EntryId).Count()), outcomes.States,
            [.. differences.OrderBy(difference => difference.CaseNumber, StringComparer.Ordinal).Select(difference => difference.Sentence)]);
    }

    async Task<IEnumerable<string>> CompareAsync(Guid caseId, IReadOnlyList<LedgerLine> ledger, CancellationToken cancellation)
    {
        var answer = await requests.SendAsync(HttpMethod.Get, $"api/cases/{caseId}/timeline", null, cancellation);
        if (answer is null)
            return ["the server doesn't answer."];
        if (!answer.IsSuccess)
            return [$"its timeline is answered with {(int)answer.Status}."];
        try
        {
            return JsonSerializer.Deserialize<Timeline>(answer.Body, JsonSerializerOptions.Web) is { Entries: not null } timeline
                ? CaseComparison.Differences(ledger, timeline)
                : ["its timeline has no entries."];
        }
        catch (JsonException)
        {
            return ["its timeline can't be read."];
        }
    }
}

sealed record Timeline(long Version, IReadOnlyList<TimelineEntry> Entries);

sealed record TimelineEntry(
    Guid EntryId, string? Type, DateTimeOffset? OccurredAt, DateTimeOffset RecordedAt, DateTimeOffset? CorrectedTo, JsonElement? RetractedBy, JsonObject? Data,
    string? Source = null)
{
    /// <summary>The entry that this one retracts, if it is a retraction.</summary>
    public Guid? Retracts => Type == "entry_retracted" && Guid.TryParse(Data?["targetEntryId"]?.ToString(), out var target) ? target : null;

    public bool IsImported => Source == "import";

    public bool IsRetracted => RetractedBy is { ValueKind: not JsonValueKind.Null };
}
