using Marten;
using Npgsql;
using NpgsqlTypes;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Where a case stands among those that are to be coded, or were.</summary>
sealed record CodingPlace(DateTimeOffset FirstIncisionAt, Guid CaseId);

/// <summary>The cases that are to be coded, or were, oldest first incision first.</summary>
sealed class CodingReader(IDocumentStore store, CaseStream cases, ProcedureFamilies families)
{
    /// <param name="settled">Whether the cases are to be as they were at the register's position; else they are as they are.</param>
    /// <param name="after">After which place; null: from the beginning.</param>
    /// <param name="limit">How many cases that were operated on are looked at.</param>
    /// <returns>Those that are over, and where to read on; null at the end.</returns>
    public async Task<(IReadOnlyList<(CodingPlace At, CodingView View)> Found, CodingPlace? Next)> ReadAsync(
        RegisterSnapshot register, Hospital hospital, DateOnly? from, DateOnly? to, bool settled, CodingPlace? after, int limit,
        CancellationToken cancellation)
    {
        var operated = await OperatedAsync(register, hospital, from, to, after, limit, cancellation);
        var versions = settled ? await VersionsAsync(register, hospital.Id, [.. operated.Select(o => o.CaseId)], cancellation) : null;
        var found = new List<(CodingPlace At, CodingView View)>();
        await using var session = store.QuerySession(hospital.Id);
        foreach (var at in operated)
            if (await cases.ReadAsync(session, at.CaseId, cancellation) is { } current
                && (versions is null ? current : AtVersion(current, versions[at.CaseId])) is { } surgicalCase
                && CodingView.Of(surgicalCase, families, hospital) is { } view)
                found.Add((at, view));
        return (found, operated.Count == limit ? operated[^1] : null);
    }

    static SurgicalCase? AtVersion(SurgicalCase current, long version) => version == current.Version ? current : current.AtVersion(version);

    /// <summary>The cases that were operated on. Which these are when, the register tells.</summary>
    static async Task<IReadOnlyList<CodingPlace>> OperatedAsync(
        RegisterSnapshot register, Hospital hospital, DateOnly? from, DateOnly? to, CodingPlace? after, int limit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select r.first_incision_at, r.case_id from {register.NameOf(RegisterTable.CaseFacts)} r
            where r.tenant_id = $1 and {RegisterSnapshot.Held("r", "$2")} and r.is_index
              and r.first_incision_at >= $3 and r.first_incision_at < $4 and (r.first_incision_at, r.case_id) > ($5, $6)
            order by r.first_incision_at, r.case_id limit $7
            """, register.Connection);
        foreach (var value in new object[]
        {
            hospital.Id, register.Position, from is { } first ? hospital.BeginOf(first).UtcDateTime : DateTime.MinValue,
            to is { } end ? hospital.BeginOf(end).UtcDateTime : DateTime.MaxValue,
            after?.FirstIncisionAt.UtcDateTime ?? DateTime.MinValue, after?.CaseId ?? Guid.Empty, limit,
        })
            command.Parameters.Add(new() { Value = value is DateTime instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<CodingPlace>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new CodingPlace(reader.GetFieldValue<DateTimeOffset>(0), reader.GetGuid(1)));
        return found;
    }

    /// <summary>How many entries each case had at the register's position.</summary>
    static async Task<Dictionary<Guid, long>> VersionsAsync(RegisterSnapshot register, string hospital, Guid[] ids, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(EventTables.VersionsAt, register.Connection);
        command.Parameters.Add(new("tenant", NpgsqlDbType.Varchar) { Value = hospital });
        command.Parameters.Add(new("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = ids });
        command.Parameters.Add(new("position", NpgsqlDbType.Bigint) { Value = register.Position });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<Guid, long>();
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetGuid(0), reader.GetInt64(1));
        return found;
    }
}
