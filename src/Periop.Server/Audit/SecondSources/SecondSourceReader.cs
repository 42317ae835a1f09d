using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Server.Register;

namespace Periop.Server.Audit.SecondSources;

/// <summary>A case that a second source names.</summary>
/// <param name="Kinds">Of which kinds of complication, in the order of their words.</param>
sealed record NamedCase(string CaseNumber, IReadOnlyList<string> Kinds);

/// <summary>A case of the hospital that has a number.</summary>
sealed record NumberedCase(string CaseNumber, Guid CaseId, DateTimeOffset? FirstIncisionAt, string? Surgeon);

/// <summary>What second sources said by the register's position.</summary>
static class SecondSourceReader
{
    /// <summary>A source, by its newest upload; null when there is none.</summary>
    public static async Task<SecondSourceRow?> FindAsync(RegisterSnapshot register, string hospital, string name, CancellationToken cancellation)
    {
        await using var question = Ask(register, hospital, $"""
            select to_json(s) from {register.NameOf(RegisterTable.SecondSources)} s
            where s.tenant_id = $1 and {RegisterSnapshot.Held("s", "$2")} and s.name = $3
            """, name);
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetRow<SecondSourceRow>(0) : null;
    }

    /// <summary>The cases that a source names under one of the kinds.</summary>
    public static async Task<IReadOnlyList<NamedCase>> CasesAsync(
        RegisterSnapshot register, string hospital, string name, IReadOnlyList<AssessedKind> kinds, CancellationToken cancellation)
    {
        await using var question = Ask(register, hospital, $"""
            select c.case_number, array_agg(c.kind order by c.kind collate "C") from {register.NameOf(RegisterTable.SecondSourceCases)} c
            where c.tenant_id = $1 and {RegisterSnapshot.Held("c", "$2")} and c.source = $3 and c.kind = any($4) group by c.case_number
            """, name, kinds.Select(k => k.Value).ToArray());
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var found = new List<NamedCase>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new NamedCase(reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        return found;
    }

    /// <summary>The cases of the hospital that have one of the numbers, whether they were operated on or not.</summary>
    public static async Task<ILookup<string, NumberedCase>> NumberedAsync(
        RegisterSnapshot register, string hospital, IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        await using var question = Ask(register, hospital, $"""
            select f.case_number, f.case_id, f.first_incision_at, f.surgeon from {register.NameOf(RegisterTable.CaseFacts)} f
            where f.tenant_id = $1 and {RegisterSnapshot.Held("f", "$2")} and f.case_number = any($3)
            """, (object)numbers.ToArray());
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var found = new List<NumberedCase>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new NumberedCase(
                reader.GetString(0), reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2),
                reader.IsDBNull(3) ? null : reader.GetString(3)));
        return found.ToLookup(f => f.CaseNumber);
    }

    static NpgsqlCommand Ask(RegisterSnapshot register, string hospital, string question, params object[] values)
    {
        var command = new NpgsqlCommand(question, register.Connection)
        { Parameters = { new() { Value = hospital }, new() { Value = register.Position } } };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
