using Npgsql;
using Periop.Domain.Register;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Lists;

/// <summary>A question for the newest rows of a table of the register, and its conditions.</summary>
/// <param name="at">The column with the instant by which they are newest: within the question's days, and of it the order, then of case and key.</param>
sealed class RowConditions(RegisterSnapshot register, RegisterTable table, Hospital hospital, string at)
{
    readonly List<string> conditions = [];
    readonly List<object> values = [];

    /// <summary>Rows with a value in a column; any, when it is null.</summary>
    public RowConditions Where(string column, string? value)
    {
        if (value is not null)
            conditions.Add($"r.{column} = {Value(value)}");
        return this;
    }

    /// <summary>Rows of some of the hospital's local days.</summary>
    public RowConditions Within(DateOnly? from, DateOnly? to)
    {
        if (from is { } first)
            conditions.Add($"r.{at} >= {Value(hospital.BeginOf(first).UtcDateTime)}");
        if (to is { } end)
            conditions.Add($"r.{at} < {Value(hospital.BeginOf(end).UtcDateTime)}");
        return this;
    }

    /// <summary>Rows after another; all, when it is null.</summary>
    public RowConditions After(DateTimeOffset? instant, Guid? caseId, string? key)
    {
        if (instant is { } last)
            conditions.Add($"(r.{at}, r.case_id, r.key) < ({Value(last.UtcDateTime)}, {Value(caseId!)}, {Value(key!)})");
        return this;
    }

    /// <summary>The rows, each with its case.</summary>
    public async Task<IReadOnlyList<(Guid CaseId, TRow Row)>> NewestAsync<TRow>(int limit, CancellationToken cancellation) where TRow : RegisterRow
    {
        var (tenant, position) = (Value(hospital.Id), Value(register.Position));
        await using var question = new NpgsqlCommand($"""
            select r.case_id, to_json(r) from {register.NameOf(table)} r
            where {string.Join(" and ", conditions.Prepend(RegisterSnapshot.Held("r", position)).Prepend($"r.tenant_id = {tenant}"))}
            order by r.{at} desc, r.case_id desc, r.key desc limit {Value(limit)}
            """, register.Connection);
        question.Parameters.AddRange(values.Select(value => new NpgsqlParameter { Value = value }).ToArray());
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var rows = new List<(Guid CaseId, TRow Row)>();
        while (await reader.ReadAsync(cancellation))
            rows.Add((reader.GetGuid(0), reader.GetRow<TRow>(1)));
        return rows;
    }

    string Value(object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }
}
