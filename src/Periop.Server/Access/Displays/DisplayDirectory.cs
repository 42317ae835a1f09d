using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Npgsql;
using Weasel.Postgresql.Tables;
using SessionOptions = Marten.Services.SessionOptions;

namespace Periop.Server.Access.Displays;

/// <summary>A wall display of a hospital.</summary>
/// <param name="RevokedAt">Null while it shows the board.</param>
sealed record Display(Guid DisplayId, string Name, DateTimeOffset PairedAt, string PairedBy, DateTimeOffset? RevokedAt, string? RevokedBy);

/// <summary>A display that somebody has just paired, on its way to its cookie.</summary>
sealed record PairedDisplay(Guid Id, string Hospital, string Name);

/// <summary>What came of pairing.</summary>
enum Pairing { Paired, NoSuchCode, NameTaken }

/// <summary>
/// The wall displays. One begins as a code that a screen shows, which is of no hospital yet and gone after ten minutes; somebody who enters the code
/// gives it a hospital and a name. What is kept of the screen's own secret is a hash.
/// </summary>
sealed class DisplayDirectory(NpgsqlDataSource database, IDocumentStore store, AccessLog log, TimeProvider clock)
{
    public const string FullName = $"{AccessEntry.Schema}.displays";

    /// <summary>Real time, by the one clock that all nodes share.</summary>
    const string IsFresh = "shown_at > clock_timestamp() - interval '10 minutes'";

    /// <summary>Whose code was entered at its last moment still has time to learn of it.</summary>
    const string MayBeCollected = "shown_at > clock_timestamp() - interval '20 minutes'";

    const string Forget = $"delete from {FullName} where paired_at is null and not {IsFresh}";

    const string Show = $"insert into {FullName} (id, code, secret, shown_at) values ($1, $2, $3, clock_timestamp())";

    const string FindCode = $"select code from {FullName} where secret = $1 and paired_at is null and {IsFresh}";

    const string Collect = $"update {FullName} set secret = null, code = null where secret = $1 and paired_at is not null and {MayBeCollected} "
        + "and revoked_at is null returning id, hospital, name";

    /// <summary>Names are given one at a time in a hospital.</summary>
    const string Turn = "select pg_advisory_xact_lock(hashtextextended('periop displays of ' || $1, 0))";

    const string IsNamed = $"select exists (select from {FullName} where hospital = $1 and name = $2 and revoked_at is null)";

    const string Pair = $"update {FullName} set hospital = $1, name = $2, paired_at = $3, paired_by = $4 "
        + $"where code = $5 and paired_at is null and {IsFresh}";

    const string Revoke = $"update {FullName} set revoked_at = coalesce(revoked_at, $1), revoked_by = coalesce(revoked_by, $2) "
        + "where id = $3 and hospital = $4 returning id, name, paired_at, paired_by, revoked_at, revoked_by";

    const string List = $"select id, name, paired_at, paired_by, revoked_at, revoked_by from {FullName} where hospital = $1 "
        + "order by revoked_at desc nulls first, name, id";

    const string Lasts = $"select exists (select from {FullName} where id = $1 and hospital = $2 and revoked_at is null)";

    const string RevokedOf = $"select id from {FullName} where id = any($1) and revoked_at is not null";

    public static Table Build()
    {
        var table = new Table(FullName);
        table.AddColumn("id", "uuid").AsPrimaryKey();
        table.AddColumn("code", "text");
        table.AddColumn("secret", "bytea");
        table.AddColumn("shown_at", "timestamptz").NotNull();
        table.AddColumn("hospital", "text");
        table.AddColumn("name", "text");
        table.AddColumn("paired_at", "timestamptz");
        table.AddColumn("paired_by", "text");
        table.AddColumn("revoked_at", "timestamptz");
        table.AddColumn("revoked_by", "text");
        table.Indexes.Add(new IndexDefinition("idx_displays_code") { Columns = ["code"], IsUnique = true });
        table.Indexes.Add(new IndexDefinition("idx_displays_hospital") { Columns = ["hospital"] });
        return table;
    }

    /// <summary>Keeps a new code for a screen that shows it.</summary>
    /// <param name="secret">What the screen alone knows.</param>
    public async Task ShowAsync(string code, string secret, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using (var forget = new NpgsqlCommand(Forget, connection))
            await forget.ExecuteNonQueryAsync(cancellation);
        await using var show = Command(Show, connection, Guid.CreateVersion7(), code, Hash(secret));
        await show.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The code that a screen still shows; null when it is time for another.</summary>
    public async Task<string?> CodeOfAsync(string secret, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var find = Command(FindCode, connection, Hash(secret));
        return await find.ExecuteScalarAsync(cancellation) as string;
    }

    /// <summary>What a screen has become, told once; null while nobody has entered its code.</summary>
    public async Task<PairedDisplay?> CollectAsync(string secret, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var collect = Command(Collect, connection, Hash(secret));
        await using var reader = await collect.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new PairedDisplay(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    /// <summary>Makes the screen that shows a code a display of the caller's hospital.</summary>
    public Task<Pairing> PairAsync(Caller caller, string code, string name, CancellationToken cancellation) => WriteAsync(
        caller, "display-pair", new JsonObject { ["name"] = name }, async connection =>
        {
            await using (var turn = Command(Turn, connection, caller.Hospital))
                await turn.ExecuteNonQueryAsync(cancellation);
            await using var named = Command(IsNamed, connection, caller.Hospital, name);
            if (await named.ExecuteScalarAsync(cancellation) is true)
                return (Pairing.NameTaken, StatusCodes.Status409Conflict);
            await using var pair = Command(Pair, connection, caller.Hospital, name, clock.GetUtcNow(), caller.Subject, code);
            return await pair.ExecuteNonQueryAsync(cancellation) > 0
                ? (Pairing.Paired, StatusCodes.Status204NoContent) : (Pairing.NoSuchCode, StatusCodes.Status404NotFound);
        }, cancellation);

    /// <summary>Ends a display, for good; null when the hospital has none of that id. One that has ended stays as it is.</summary>
    public Task<Display?> RevokeAsync(Caller caller, Guid id, CancellationToken cancellation) => WriteAsync(
        caller, "display-revoke", new JsonObject { ["displayId"] = id }, async connection =>
        {
            await using var revoke = Command(Revoke, connection, clock.GetUtcNow(), caller.Subject, id, caller.Hospital);
            await using var reader = await revoke.ExecuteReaderAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? ((Display?)Read(reader), StatusCodes.Status200OK) : (null, StatusCodes.Status404NotFound);
        }, cancellation);

    /// <summary>Every display that a hospital ever had: those that show its board first.</summary>
    public async Task<IReadOnlyList<Display>> OfAsync(string hospital, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var list = Command(List, connection, hospital);
        await using var reader = await list.ExecuteReaderAsync(cancellation);
        var displays = new List<Display>();
        while (await reader.ReadAsync(cancellation))
            displays.Add(Read(reader));
        return displays;
    }

    /// <summary>Whether nobody has ended a display.</summary>
    public async Task<bool> LastsAsync(string hospital, Guid id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var ask = Command(Lasts, connection, id, hospital);
        return await ask.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Which of some displays somebody has ended.</summary>
    public static async Task<IReadOnlyList<Guid>> RevokedAmongAsync(NpgsqlDataSource database, Guid[] ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var ask = Command(RevokedOf, connection, ids);
        await using var reader = await ask.ExecuteReaderAsync(cancellation);
        var revoked = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
            revoked.Add(reader.GetGuid(0));
        return revoked;
    }

    /// <summary>Writes with the access entry, both or neither.</summary>
    Task<T> WriteAsync<T>(
        Caller caller, string action, JsonObject question, Func<NpgsqlConnection, Task<(T Result, int Status)>> write, CancellationToken cancellation) =>
        log.WriteAsync(caller, action, null, async access =>
        {
            await using var connection = await database.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
            var (result, status) = await write(connection);
            var options = SessionOptions.ForTransaction(transaction);
            options.TenantId = caller.Hospital;
            await using (var session = store.LightweightSession(options))
            {
                session.Insert(access with { Outcome = $"{status}", Question = question });
                await session.SaveChangesAsync(cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return result;
        });

    static Display Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3),
        row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4), row.IsDBNull(5) ? null : row.GetString(5));

    static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    static NpgsqlCommand Command(string sql, NpgsqlConnection connection, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
