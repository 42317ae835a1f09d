using System.Runtime.CompilerServices;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Domain.Times;
using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How the milestones of cases were recorded, by the times that the register keeps.</summary>
static class MilestoneReader
{
    /// <summary>After every milestone of a case.</summary>
    const string LastKey = "~";

    /// <summary>Some of them, whole cases at a time.</summary>
    /// <param name="after">After which item; null: from the newest on.</param>
    /// <param name="limit">Of how many cases at most.</param>
    public static async Task<RecordedItems> ReadAsync(
        RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, RecordedPlace? after, int limit, CancellationToken cancellation)
    {
        var (items, cases, last) = (new List<RecordedItem>(), 0, after);
        await foreach (var (place, ofCase) in CasesAsync(register, hospital, question, after, limit, cancellation))
        {
            (cases, last) = (cases + 1, place);
            items.AddRange(ofCase.Where(item => item.At.CaseId != after?.CaseId || string.CompareOrdinal(item.At.Key, after.Key) > 0));
        }

        return new RecordedItems(items, cases == limit ? last : null);
    }

    /// <summary>All of them, as they are read.</summary>
    public static async IAsyncEnumerable<RecordedItem> AllAsync(
        RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, ofCase) in CasesAsync(register, hospital, question, null, null, cancellation))
            foreach (var item in ofCase)
                yield return item;
    }

    /// <summary>Case by case, each with the place after all of its milestones.</summary>
    static async IAsyncEnumerable<(RecordedPlace Last, IEnumerable<RecordedItem> Items)> CasesAsync(
        RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, RecordedPlace? after, int? limit,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Command(register, hospital, question, after, limit);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            yield return (new RecordedPlace(rows.GetFieldValue<DateTimeOffset>(4), rows.GetGuid(0), LastKey), ItemsOf(rows, question, hospital));
    }

    /// <summary>The cases first, then the milestones of those: where there is a limit, of no others.</summary>
    static NpgsqlCommand Command(RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, RecordedPlace? after, int? limit)
    {
        var command = CohortStatement.Begin(register, hospital);
        var conditions = CohortConditions.Of(question, command).ToList();
        var (ofRows, ofDays) = (new List<string>(), new List<string>());
        if (question.From is { } from)
            Within($">= {command.Value(hospital.BeginOf(from).UtcDateTime)}");
        if (question.To is { } to)
            Within($"< {command.Value(hospital.BeginOf(to).UtcDateTime)}");
        if (after is not null)
            ofDays.Add($"(c.at, c.case_id) <= ({command.Value(after.At.UtcDateTime)}, {command.Value(after.CaseId)})");
        var asked = $"""
            from {register.NameOf(RegisterTable.Milestones)} m
            where m.tenant_id = $1 and m.case_id = c.case_id and {RegisterSnapshot.Held("m", "$2")}
                and m.key = any({command.Value(question.Counted.Of.ToArray())})
            """;
        command.CommandText = $"""
            select c.*, m.*
            from (
                select c.case_id, f.case_number, f.surgeon,
                    coalesce(({CohortGroups.ColumnOf(question.GroupBy) ?? "null"})::text, '{CohortGroups.Unknown}'), c.at
                from (
                    select c.case_id, coalesce(c.day_at, (select min(m.occurred_at) {asked})) as at
                    from {register.NameOf(RegisterTable.CaseTimes)} c
                    where c.tenant_id = $1 and {RegisterSnapshot.Held("c", "$2")} and not c.is_cancelled{And(ofRows)}) c
                join {register.NameOf(RegisterTable.CaseFacts)} f on f.tenant_id = $1 and f.case_id = c.case_id and {RegisterSnapshot.Held("f", "$2")}
                where c.at is not null{And(ofDays)}{And(conditions)}
                order by c.at desc, c.case_id desc limit {(limit is { } most ? command.Value(most) : "all")}) c
            cross join lateral (
                select array_agg(m.key), array_agg(m.entry_id), array_agg(m.occurred_at), array_agg(m.lateness), array_agg(m.to_the_day) {asked}) m
            order by c.at desc, c.case_id desc
            """;
        return command;

        void Within(string bound)
        {
            ofRows.Add($"(c.day_at is null or c.day_at {bound})");      // for the index
            ofDays.Add($"c.at {bound}");
        }
    }

    static string And(IEnumerable<string> conditions) => string.Concat(conditions.Select(c => $" and {c}"));

    static IEnumerable<RecordedItem> ItemsOf(NpgsqlDataReader rows, RecordKeepingQuestion question, Hospital hospital)
    {
        var times = TimesOf(rows);
        var (caseId, caseNumber, surgeon) = (rows.GetGuid(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2));
        var at = rows.GetFieldValue<DateTimeOffset>(4);
        var key = RecordedKey.Of(rows.GetString(3), at, question.GroupBy, hospital);
        return
            from milestone in MilestonesRecorded.All.Index()
            where question.Counted.Of.Contains(milestone.Item.Name)
            let how = MilestonesRecorded.How(milestone.Item, times)
            where how is not null
            let time = times.GetValueOrDefault(milestone.Item)
            select new RecordedItem(
                caseId, caseNumber, surgeon, key, milestone.Item.Name, how.Value, time?.At, time is null ? [] : [time.EntryId],
                new RecordedPlace(at, caseId, $"{milestone.Index:00}"));
    }

    static Dictionary<Milestone, MilestoneTime> TimesOf(NpgsqlDataReader rows)
    {
        var times = new Dictionary<Milestone, MilestoneTime>();
        if (rows.IsDBNull(5))
            return times;
        var (names, entries, occurred) = (rows.GetFieldValue<string[]>(5), rows.GetFieldValue<Guid[]>(6), rows.GetFieldValue<DateTimeOffset[]>(7));
        var (lateness, toTheDay) = (rows.GetFieldValue<string[]>(8), rows.GetFieldValue<bool[]>(9));
        foreach (var (n, name) in names.Index())
            times.Add(MilestonesRecorded.ByName[name], new MilestoneTime(
                entries[n], occurred[n], Vocabulary.TryRead<LatenessClass>(lateness[n], out var known) ? known : LatenessClass.Unknown, toTheDay[n],
                IsTwice: false));
        return times;
    }
}
