using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A place in a cohort: newest first incision first, then by case.</summary>
sealed record CohortPlace(DateTimeOffset FirstIncisionAt, Guid CaseId);

/// <summary>Reads the cases of a question, as the register holds them at a settled position.</summary>
/// <param name="kinds">The kinds of findings that are wanted with them.</param>
/// <param name="withMeasures">Whether transfusions are wanted.</param>
/// <param name="withRisks">Whether risk factors are wanted.</param>
/// <param name="toCount">Whether the states alone are wanted and not the entries that prove them: then no entry is read, nor its order told.</param>
sealed class CohortReader(
    RegisterSnapshot register, Hospital hospital, CohortQuestion question, IReadOnlyList<AssessedKind> kinds, bool withMeasures = false, bool withRisks = false,
    bool toCount = false)
{
    readonly string facts = register.NameOf(RegisterTable.CaseFacts);

    /// <summary>The cases with an incision in the window, newest first.</summary>
    /// <param name="from">The first of them; null: from the newest on.</param>
    /// <param name="limit">How many at most; null: all.</param>
    public async Task<IReadOnlyList<CohortCase>> ReadAsync(CohortPlace? from, int? limit, CancellationToken cancellation)
    {
        var found = await FindingsAsync(from, limit, cancellation);
        var cases = new List<CohortCase>();
        await using var command = new NpgsqlCommand { Connection = register.Connection };
        var columns = toCount
            ? CohortRows.CountedFacts("f", withMeasures, withRisks, question.GroupBy) : CohortRows.Facts("f", withMeasures, withRisks);
        command.CommandText = $"""
            with deaths as (
                select distinct on (patient_id) patient_id, died_at, died_to_the_day, death_entry_id from {facts}
                where tenant_id = $1 and {RegisterSnapshot.Held(facts, "$2")} and died_at is not null and patient_id is not null
                order by patient_id, death_recorded_at, case_id)
            select {columns}, d.died_at, d.died_to_the_day, d.death_entry_id
            from ({Cases(command, from, limit)}) f left join deaths d on d.patient_id = f.patient_id
            order by f.first_incision_at desc, f.case_id desc
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var row = CohortRows.FactsOf(reader);
            if (!reader.IsDBNull(CohortRows.FactCount))
                row = row with { Death = CohortRows.EventOf(reader, CohortRows.FactCount, CohortRows.FactCount + 2, CohortRows.FactCount + 1) };
            cases.Add(new CohortCase(row, found.TryGetValue(row.CaseId, out var own) ? own : []));
        }

        return cases;
    }

    /// <summary>How many cases each group has in each month of their first incision, oldest month first; nothing, where a group is a time itself.</summary>
    public async Task<ILookup<string, (DateOnly Month, int Cases)>> MonthsAsync(CancellationToken cancellation)
    {
        var found = new List<(string Key, DateOnly Month, int Cases)>();
        if (CohortGroups.ColumnOf(question.GroupBy) is not { } column)
            return found.ToLookup(m => m.Key, m => (m.Month, m.Cases));
        await using var command = new NpgsqlCommand { Connection = register.Connection };
        var cases = Cases(command, null, null);
        command.CommandText = $"""
            select coalesce(({column})::text, '{CohortGroups.Unknown}'),
                date_trunc('month', f.first_incision_at at time zone {Value(command, hospital.TimeZone.Id)})::date, count(*)::int
            from ({cases}) f group by 1, 2 order by 2
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt32(2)));
        return found.ToLookup(m => m.Key, m => (m.Month, m.Cases));
    }

    async Task<Dictionary<Guid, List<CaseFinding>>> FindingsAsync(CohortPlace? from, int? limit, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, List<CaseFinding>>();
        if (kinds.Count == 0)
            return found;
        await using var command = new NpgsqlCommand { Connection = register.Connection };
        command.CommandText = $"""
            select {(toCount ? CohortRows.CountedFindings("g") : CohortRows.Findings("g"))}
            from ({Cases(command, from, limit)}) f
            join {register.NameOf(RegisterTable.Findings)} g on g.tenant_id = $1 and g.case_id = f.case_id and {RegisterSnapshot.Held("g", "$2")}
                and g.kind = any({Value(command, kinds.Select(k => k.Value).ToArray())})
            where g.new_case_id is null or not exists (
                select from {facts} n where n.tenant_id = $1 and n.case_id = g.new_case_id and n.stage_of = g.case_id and {RegisterSnapshot.Held("n", "$2")})
            {(toCount ? "" : "order by g.occurred_at, g.recorded_at, g.key")}
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var caseId = reader.GetGuid(0);
            if (!found.TryGetValue(caseId, out var own))
                found.Add(caseId, own = []);
            own.Add(CohortRows.FindingOf(reader));
        }

        return found;
    }

    /// <summary>The rows of the cases that are asked about. Its first two parameters are the hospital and the position.</summary>
    string Cases(NpgsqlCommand command, CohortPlace? from, int? limit)
    {
        command.Parameters.Add(new() { Value = hospital.Id });
        command.Parameters.Add(new() { Value = register.Position });
        var conditions = new List<string> { "f.tenant_id = $1", RegisterSnapshot.Held("f", "$2"), "f.is_index" };
        void Only(string condition, object? value)
        {
            if (value is not null)
                conditions.Add(condition.Replace("?", Value(command, value), StringComparison.Ordinal));
        }

        Only("f.first_incision_at >= ?", question.From is { } first ? hospital.BeginOf(first).UtcDateTime : null);
        Only("f.first_incision_at < ?", question.To is { } end ? hospital.BeginOf(end).UtcDateTime : null);
        Only("f.procedure = ?", question.Family);
        Only("f.approach = ?", question.Approach);
        Only("f.surgeon = ?", question.Surgeon);
        Only("f.service = ?", question.Service);
        Only("f.room = ?", question.Room);
        Only("f.grade = ?", question.Grade);
        Only("f.region = ?", question.Region);
        if (from is not null)
            conditions.Add($"(f.first_incision_at, f.case_id) <= ({Value(command, from.FirstIncisionAt.UtcDateTime)}, {Value(command, from.CaseId)})");
        return $"select f.* from {facts} f where {string.Join(" and ", conditions)}"
            + (limit is { } most ? $" order by f.first_incision_at desc, f.case_id desc limit {Value(command, most)}" : "");
    }

    static string Value(NpgsqlCommand command, object value)
    {
        command.Parameters.Add(new() { Value = value });
        return $"${command.Parameters.Count}";
    }
}
