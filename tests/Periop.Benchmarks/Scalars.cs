using Npgsql;

namespace Periop.Benchmarks;

static class Scalars
{
    /// <summary>The first value that a statement answers with.</summary>
    public static async Task<object?> ScalarAsync(this NpgsqlDataSource database, string statement)
    {
        await using var command = database.CreateCommand(statement);
        return await command.ExecuteScalarAsync();
    }
}
