using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A place in a cohort: newest first incision first, then by case.</summary>
sealed record CohortPlace(DateTimeOffset FirstIncisionAt, Guid CaseId);

/// <summary>The cases between two ids, in their order.</summary>
/// <param name="From">The first; null: from the beginning.</param>
/// <param name="Before">The one before which they end; null: to the end.</param>
sealed record CaseRange(Guid? From, Guid? Before)
{
    /// <summary>What it adds to the conditions on <c>case_facts f</c>.</summary>
    public string Condition(NpgsqlCommand command) =>
        (From is { } from ? $" and f.case_id >= {command.Value(from)}" : "") + (Before is { } end ? $" and f.case_id < {command.Value(end)}" : "");
}

/// <summary>Reads the cases of a question, as the register holds them at a settled position.</summary>
/// <param name="kinds">The kinds of findings that are wanted with them.</param>
/// <param name="withMeasures">Whether transfusions are wanted.</param>
/// <param name="withRisks">Whether risk factors are wanted.</param>
sealed class CohortReader(
    RegisterSnapshot register, Hospital hospital, CohortQuestion question, IReadOnlyList<AssessedKind> kinds, bool withMeasures = false, bool withRisks = false)
{
    readonly string facts = register.NameOf(RegisterTable.CaseFacts);

    /// <summary>The cases with an incision in the window, newest first.</summary>
    /// <param name="from">The first of them; null: from the newest on.</param>
    /// <param name="limit">How many at most; null: all.</param>
    public Task<IReadOnlyList<CohortCase>> ReadAsync(CohortPlace? from, int? limit, CancellationToken cancellation) =>
        ReadAsync(command => Cases(command, from, limit), cancellation);

    /// <summary>Those of the cases whose ids are in a range.</summary>
    public Task<IReadOnlyList<CohortCase>> ReadAsync(CaseRange range, CancellationToken cancellation) =>
        ReadAsync(command => Cases(command, range), cancellation);

    async Task<IReadOnlyList<CohortCase>> ReadAsync(Func<NpgsqlCommand, string> which, CancellationToken cancellation)
    {
        var found = await FindingsAsync(which, cancellation);
        var cases = new List<CohortCase>();
        await using var command = CohortStatement.Begin(register, hospital);
        command.CommandText = $"""
            with deaths as ({CohortStatement.Deaths(facts, "died_at, died_to_the_day, death_entry_id")})
            select {CohortRows.Facts("f", withMeasures, withRisks)}, d.died_at, d.died_to_the_day, d.death_entry_id
            from ({which(command)}) f left join deaths d on d.patient_id = f.patient_id
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

    async Task<Dictionary<Guid, List<CaseFinding>>> FindingsAsync(Func<NpgsqlCommand, string> which, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, List<CaseFinding>>();
        if (kinds.Count == 0)
            return found;
        await using var command = CohortStatement.Begin(register, hospital);
        command.CommandText = $"""
            select {CohortRows.Findings("g")}
            from ({which(command)}) f
            join {register.NameOf(RegisterTable.Findings)} g on g.tenant_id = $1 and g.case_id = f.case_id and {RegisterSnapshot.Held("g", "$2")}
                and g.kind = any({command.Value(kinds.Select(k => k.Value).ToArray())})
            where {CohortStatement.IsNoStage("g", facts)}
            order by g.occurred_at, g.recorded_at, g.key
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

    string Cases(NpgsqlCommand command, CaseRange range) => $"{Cases(command, null, null)}{range.Condition(command)}";

    /// <summary>The rows of the cases that are asked about.</summary>
    string Cases(NpgsqlCommand command, CohortPlace? from, int? limit)
    {
        var conditions = CohortStatement.Conditions(command, question, hospital);
        conditions.Add(RegisterSnapshot.Held("f", "$2"));
        if (from is not null)
            conditions.Add($"(f.first_incision_at, f.case_id) <= ({command.Value(from.FirstIncisionAt.UtcDateTime)}, {command.Value(from.CaseId)})");
        return $"select f.* from {facts} f where {string.Join(" and ", conditions)}"
            + (limit is { } most ? $" order by f.first_incision_at desc, f.case_id desc limit {command.Value(most)}" : "");
    }
}
