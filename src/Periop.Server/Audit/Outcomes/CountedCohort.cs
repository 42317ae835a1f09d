using System.Runtime.CompilerServices;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>
/// The cases of a question as far as they are counted: what decides their states and groups, and neither what proves them nor their order. The
/// states are those of <see cref="CohortReader"/>'s cases.
/// </summary>
sealed class CountedCohort(RegisterSnapshot register, Hospital hospital, CohortQuestion question)
{
    /// <summary>
    /// Up to so many cases are looked up one by one among the findings; of more, the findings are read from the first case to the last, those
    /// of other cases in between with them. Ids begin with the time, so that the cases of a time lie together.
    /// </summary>
    const int Few = 5000;

    readonly string facts = register.NameOf(RegisterTable.CaseFacts);

    /// <summary>
    /// Judges each case as soon as its findings are read, so that of a case only its facts are kept until then, and afterwards what it was judged.
    /// </summary>
    /// <param name="kinds">The kinds of findings that are wanted with them.</param>
    /// <param name="withMeasures">Whether transfusions are wanted.</param>
    /// <param name="withRisks">Whether risk factors are wanted: they are added up, which has an order.</param>
    public async Task<T[]> JudgeAsync<T>(
        IReadOnlyList<AssessedKind> kinds, bool withMeasures, bool withRisks, Func<CohortCase, T> judge, CancellationToken cancellation)
    {
        var cases = await FactsAsync(withMeasures, withRisks, cancellation);
        var (judged, waiting) = (new T[cases.Count], Enumerable.Range(0, cases.Count).ToDictionary(place => cases[place].CaseId));
        if (cases.Count > 0)
            await foreach (var (caseId, findings) in FindingsAsync(kinds, waiting.Keys, cancellation))
                if (waiting.Remove(caseId, out var place))
                    judged[place] = judge(new CohortCase(cases[place], findings));
        foreach (var place in waiting.Values)
            judged[place] = judge(new CohortCase(cases[place], []));
        return judged;
    }

    /// <summary>How many cases some groups have in each month of their first incision, oldest month first; nothing, where a group is a time itself.</summary>
    public async Task<ILookup<string, (DateOnly Month, int Cases)>> MonthsAsync(IEnumerable<string> groups, CancellationToken cancellation)
    {
        var found = new List<(string Key, DateOnly Month, int Cases)>();
        if (CohortGroups.ColumnOf(question.GroupBy) is not { } column)
            return found.ToLookup(m => m.Key, m => (m.Month, m.Cases));
        await using var command = CohortStatement.Begin(register, hospital);
        var (cases, key) = (Cases(command), $"coalesce(({column})::text, '{CohortGroups.Unknown}')");
        command.CommandText = $"""
            select {key}, date_trunc('month', f.first_incision_at at time zone {command.Value(hospital.TimeZone.Id)})::date, count(*)::int
            from ({cases}) f where {key} = any({command.Value(groups.ToArray())}) group by 1, 2 order by 2
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetString(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt32(2)));
        return found.ToLookup(m => m.Key, m => (m.Month, m.Cases));
    }

    async Task<List<CaseFacts>> FactsAsync(bool withMeasures, bool withRisks, CancellationToken cancellation)
    {
        var found = new List<CaseFacts>();
        await using var command = CohortStatement.Begin(register, hospital);
        command.CommandText = $"""
            with deaths as ({CohortStatement.Deaths(facts, "died_at, died_to_the_day")})
            select {CountedRows.Facts("f", "d", question.GroupBy, withMeasures, withRisks)}
            from ({Cases(command)}) f left join deaths d on d.patient_id = f.patient_id
            {(withRisks ? "order by f.first_incision_at desc, f.case_id desc" : "")}
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(CountedRows.FactsOf(reader, question.GroupBy));
        return found;
    }

    /// <summary>The findings of one case after the other, some of them of other cases; each is for as long as it takes to judge its case.</summary>
    async IAsyncEnumerable<(Guid CaseId, IReadOnlyList<CaseFinding> Findings)> FindingsAsync(
        IReadOnlyList<AssessedKind> kinds, IReadOnlyCollection<Guid> cases, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = CohortStatement.Begin(register, hospital);
        var which = cases.Count <= Few
            ? $"g.case_id = any({command.Value(cases.ToArray())})"
            : $"g.case_id between {command.Value(cases.Min())} and {command.Value(cases.Max())}";
        // the index has each kind in the order of the cases
        command.CommandText = string.Join(" union all ", kinds.Select((kind, index) => $"""
            select {CountedRows.Findings("g", index)} from {register.NameOf(RegisterTable.Findings)} g
            where g.tenant_id = $1 and {RegisterSnapshot.Held("g", "$2")} and g.kind = {command.Value(kind.Value)} and {which}
                and {CohortStatement.IsNoStage("g", facts)}
            """)) + " order by case_id";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (own, caseId) = (new List<CaseFinding>(), Guid.Empty);
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetGuid(0) is var next && next != caseId)
            {
                if (own.Count > 0)
                    yield return (caseId, own);
                own.Clear();
                caseId = next;
            }

            own.Add(CountedRows.FindingOf(reader, kinds));
        }

        if (own.Count > 0)
            yield return (caseId, own);
    }

    /// <summary>The rows of the cases that are asked about: those that still hold, which an index of their own has, and those that held.</summary>
    string Cases(NpgsqlCommand command)
    {
        var which = string.Join(" and ", CohortStatement.Conditions(command, question, hospital));
        return $"""
            select f.* from {facts} f where {which} and f.from_seq <= $2 and f.to_seq is null
            union all select f.* from {facts} f where {which} and f.from_seq <= $2 and f.to_seq > $2
            """;
    }
}
