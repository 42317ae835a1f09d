using Npgsql;

namespace Periop.Server.Store;

/// <summary>
/// Finds the cases that ever were of a patient without a look at every event. PostgreSQL builds an index beside those who record in one table alone, so
/// it is made in each part of the events' table, where the store does not look for what it has not made itself.
/// </summary>
static class PatientIndex
{
    /// <summary>Makes it where it is not, however long that takes: nobody waits for it but what is to be migrated.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var part in await MissingAsync(connection, cancellation))
        {
            await connection.ExecuteAsync($"drop index if exists {EventTables.PatientIndexOf(part)}", cancellation);      // one whose making was broken off
            await using var make = new NpgsqlCommand(EventTables.MakePatientIndexOf(part), connection) { CommandTimeout = 0 };
            await make.ExecuteNonQueryAsync(cancellation);
        }
    }

    public static async Task<bool> IsThereAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await MissingAsync(connection, cancellation) is [];

    static async Task<string[]> MissingAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (string[])(await connection.ScalarAsync(EventTables.PartsWithoutPatientIndex, cancellation))!;
}
