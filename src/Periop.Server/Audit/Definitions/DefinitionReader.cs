using Npgsql;
using Periop.Domain.Outcomes;
using Periop.Domain.Register;
using Periop.Server.Register;

namespace Periop.Server.Audit.Definitions;

/// <summary>A version of a definition, and when a hospital came to have it.</summary>
/// <param name="Shipped">It came with a release; else the hospital published it.</param>
sealed record PublishedDefinition(OutcomeDefinition Definition, DateTimeOffset PublishedAt, string PublishedBy, bool Shipped);

/// <summary>A version of a risk model, and when a hospital published it.</summary>
sealed record PublishedRiskModel(RiskModel Model, DateTimeOffset PublishedAt, string PublishedBy);

/// <summary>The definitions and risk models that a hospital knows at the register's position. A later one is not there yet.</summary>
static class DefinitionReader
{
    /// <summary>A version of a definition, or the highest that is known; null when there is none.</summary>
    /// <param name="version">Null: the highest.</param>
    public static async Task<PublishedDefinition?> FindAsync(
        RegisterSnapshot register, string hospital, string id, int? version, CancellationToken cancellation) =>
        await OneAsync<DefinitionRow>(register, RegisterTable.Definitions, hospital, id, version, cancellation) is { } row ? Of(row) : null;

    /// <summary>Every version of every definition, in the order of id and version.</summary>
    public static async Task<IReadOnlyList<PublishedDefinition>> AllAsync(RegisterSnapshot register, string hospital, CancellationToken cancellation) =>
        [.. (await AllAsync<DefinitionRow>(register, RegisterTable.Definitions, hospital, cancellation)).Select(Of)];

    /// <summary>A version of a risk model, or the highest that is known; null when there is none.</summary>
    /// <param name="version">Null: the highest.</param>
    public static async Task<PublishedRiskModel?> FindRiskModelAsync(
        RegisterSnapshot register, string hospital, string id, int? version, CancellationToken cancellation) =>
        await OneAsync<RiskModelRow>(register, RegisterTable.RiskModels, hospital, id, version, cancellation) is { } row ? Of(row) : null;

    /// <summary>Every version of every risk model, in the order of id and version.</summary>
    public static async Task<IReadOnlyList<PublishedRiskModel>> AllRiskModelsAsync(
        RegisterSnapshot register, string hospital, CancellationToken cancellation) =>
        [.. (await AllAsync<RiskModelRow>(register, RegisterTable.RiskModels, hospital, cancellation)).Select(Of)];

    static PublishedDefinition Of(DefinitionRow row) => new(row.Definition, row.PublishedAt, row.PublishedBy, row.Shipped);

    static PublishedRiskModel Of(RiskModelRow row) => new(row.Model, row.PublishedAt, row.PublishedBy);

    static async Task<TRow?> OneAsync<TRow>(
        RegisterSnapshot register, RegisterTable table, string hospital, string id, int? version, CancellationToken cancellation) where TRow : RegisterRow
    {
        await using var question = Ask(register, table, hospital, "and d.id = $3 and d.version = coalesce($4, d.version) order by d.version desc limit 1");
        question.Parameters.Add(new() { Value = id });
        question.Parameters.Add(new() { Value = (object?)version ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        return (await RowsAsync<TRow>(question, cancellation)).SingleOrDefault();
    }

    static async Task<IReadOnlyList<TRow>> AllAsync<TRow>(
        RegisterSnapshot register, RegisterTable table, string hospital, CancellationToken cancellation) where TRow : RegisterRow
    {
        await using var question = Ask(register, table, hospital, "order by d.id collate \"C\", d.version");
        return await RowsAsync<TRow>(question, cancellation);
    }

    static NpgsqlCommand Ask(RegisterSnapshot register, RegisterTable table, string hospital, string which) => new($"""
        select to_json(d) from {register.NameOf(table)} d where d.tenant_id = $1 and {RegisterSnapshot.Held("d", "$2")} {which}
        """, register.Connection)
    { Parameters = { new() { Value = hospital }, new() { Value = register.Position } } };

    static async Task<IReadOnlyList<TRow>> RowsAsync<TRow>(NpgsqlCommand question, CancellationToken cancellation) where TRow : RegisterRow
    {
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(reader.GetRow<TRow>(0));
        return rows;
    }
}
