using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How the record is kept, by group.</summary>
/// <param name="Metric">The word.</param>
/// <param name="Counted">The definition that was asked for, or is the usual one.</param>
record RecordKeepingQuestion(string Metric, [property: JsonIgnore] RecordKeepingDefinition Counted, string Action = "record-keeping")
    : CohortQuestion(Action);

/// <summary>Counts how the record is kept.</summary>
sealed class RecordKeepingQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<RecordKeepingAnswer>>> AskAsync(Caller caller, RecordKeepingQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync<Settled<RecordKeepingAnswer>>(
            TableOf(question), caller.Hospital, question.AsOf, null, async register =>
            {
                var hospital = hospitals[caller.Hospital];
                var counts = await CountAsync(register, hospital, question, cancellation);
                return new Settled<RecordKeepingAnswer>(
                    RecordKeepingAnswer.Of(question, counts, register, hospital), register.AsOf, await register.BehindAsync(cancellation));
            }, cancellation),
            found => new Disclosure(found.Body.Groups.Sum(g => g.Shares.Sum(s => s.Denominator))));

    /// <summary>The table that tells it.</summary>
    public static RegisterTable TableOf(RecordKeepingQuestion question) =>
        question.Counted.Metric is RecordKeepingMetric.PromptRecording ? RegisterTable.Milestones : RegisterTable.Deviations;

    /// <summary>Some items in order.</summary>
    /// <param name="after">After which; null: from the newest on.</param>
    /// <param name="limit">How many cases or flags are read at most.</param>
    public static Task<RecordedItems> ReadAsync(
        RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, RecordedPlace? after, int limit, CancellationToken cancellation) =>
        question.Counted.Metric is RecordKeepingMetric.PromptRecording
            ? MilestoneReader.ReadAsync(register, hospital, question, after, limit, cancellation)
            : StopReader.ReadAsync(register, hospital, question, after, limit, cancellation);

    /// <summary>There may be sixteen milestones of each case: they are counted as they are read.</summary>
    static async Task<IReadOnlyList<RecordedCount>> CountAsync(
        RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, CancellationToken cancellation)
    {
        var all = question.Counted.Metric is RecordKeepingMetric.PromptRecording
            ? MilestoneReader.AllAsync(register, hospital, question, cancellation)
            : (await StopReader.ReadAsync(register, hospital, question, null, null, cancellation)).Items.ToAsyncEnumerable();
        var counts = new Dictionary<(string Key, string Of, RecordedHow How), int>();
        await foreach (var item in all)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (item.Key, item.Of, item.How), out _)++;
        return [.. counts.Select(c => new RecordedCount(c.Key.Key, c.Key.Of, c.Key.How, c.Value))];
    }
}
