using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>The milestones, or the answers to stops, behind a share.</summary>
/// <param name="Key">Of the group; null: of all.</param>
/// <param name="Of">The milestone, or the code of the stop; null: all of the definition.</param>
/// <param name="How">Null: all.</param>
sealed record RecordedListQuestion(string Metric, RecordKeepingDefinition Counted, string? Key, string? Of, RecordedHow? How)
    : RecordKeepingQuestion(Metric, Counted, "record-keeping-entries");

/// <summary>After which item the next part begins, and the instant that the first one is for.</summary>
sealed record RecordedListCursor(DateTimeOffset At, Guid CaseId, string Key, DateTimeOffset AsOf, int Engine);

/// <summary>A milestone of a case, or an answer to a stop.</summary>
/// <param name="Of">The milestone, or the code of the stop.</param>
/// <param name="InNumerator">Whether it is above the line.</param>
/// <param name="InDenominator">Whether it is below the line.</param>
/// <param name="OccurredAt">When it happened; null for what is not recorded.</param>
/// <param name="EntryIds">The entries that tell of it.</param>
sealed record RecordedLine(
    Guid CaseId, string CaseNumber, string Key, string? Surgeon, string Of, RecordedHow How, bool InNumerator, bool InDenominator,
    DateTimeOffset? OccurredAt, IReadOnlyList<Guid> EntryIds)
{
    public static RecordedLine From(RecordedItem item, RecordKeepingDefinition definition) => new(
        item.CaseId, item.CaseNumber, item.Key, item.Surgeon, item.Of, item.How, definition.Numerator.Contains(item.How),
        definition.Denominator.Contains(item.How), item.OccurredAt, item.EntryIds);
}

/// <summary>One line per milestone of a case, or per answer to a stop, newest first.</summary>
sealed class RecordedListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<RecordedListQuestion, RecordedLine, RecordedListCursor, SettledPart<RecordedLine, RecordedListCursor>>(asking)
{
    /// <summary>How many cases or flags are read at once.</summary>
    const int Chunk = 1000;

    protected override ListQuestion<RecordedLine, RecordedListCursor, SettledPart<RecordedLine, RecordedListCursor>> List(
        Caller caller, RecordedListQuestion question) =>
        new(question, RecordKeepingQuery.Roles, (after, count, cancellation) => reader.AnswerAsync<SettledPart<RecordedLine, RecordedListCursor>>(
            RecordKeepingQuery.TableOf(question), caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            async register =>
            {
                var place = after is null ? null : new RecordedPlace(after.At, after.CaseId, after.Key);
                var part = Part<RecordedItem, RecordedListCursor>.Of(
                    await FindAsync(register, hospitals[caller.Hospital], question, place, count + 1, cancellation), count,
                    last => new RecordedListCursor(last.At.At, last.At.CaseId, last.At.Key, register.AsOf, register.Version));
                return await SettledPart<RecordedLine, RecordedListCursor>.OfAsync(register, new Part<RecordedLine, RecordedListCursor>(
                    [.. part.Items.Select(item => RecordedLine.From(item, question.Counted))], part.Next), cancellation);
            }, cancellation), line => line.CaseId);

    static async Task<IReadOnlyList<RecordedItem>> FindAsync(
        RegisterSnapshot register, Hospital hospital, RecordedListQuestion question, RecordedPlace? after, int count, CancellationToken cancellation)
    {
        var found = new List<RecordedItem>();
        for (var (place, more) = (after, true); more && found.Count < count;)
        {
            var part = await RecordKeepingQuery.ReadAsync(register, hospital, question, place, Chunk, cancellation);
            found.AddRange(part.Items.Where(item => (question.Key is null || item.Key == question.Key) && (question.Of is null || item.Of == question.Of)
                && (question.How is not { } how || item.How == how)));
            (place, more) = (part.Next, part.Next is not null);
        }

        return found;
    }
}
