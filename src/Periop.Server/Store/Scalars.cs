using Marten;
using Npgsql;

namespace Periop.Server.Store;

static class Scalars
{
    /// <summary>The ids in the first column, in the order in which they come.</summary>
    public static async Task<IReadOnlyList<Guid>> IdsAsync(this IQuerySession session, NpgsqlCommand question, CancellationToken cancellation)
    {
        await using var reader = await session.ExecuteReaderAsync(question, cancellation);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetGuid(0));
        return found;
    }

    /// <summary>The first column of the first row; null when there is none or it holds none.</summary>
    public static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(cancellation) is var value && value is DBNull ? null : value;
    }

    public static async Task ExecuteAsync(this NpgsqlConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
