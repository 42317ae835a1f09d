using Npgsql;
using Periop.Server.Store;

namespace Periop.Server.Register;

/// <summary>
/// The register at a settled position, in a transaction that sees nothing later: however often it is asked as of the same instant, it
/// holds the same rows, whatever is recorded, corrected or rebuilt in between.
/// </summary>
/// <param name="Version">The version that answers; with another, the same question may have another answer.</param>
/// <param name="AsOf">The instant it is settled for: everything acknowledged before it is in.</param>
/// <param name="Position">The events up to this one have been worked out.</param>
sealed record RegisterSnapshot(NpgsqlConnection Connection, int Version, DateTimeOffset AsOf, long Position) : IAsyncDisposable
{
    /// <summary>
    /// How many entries are missing, as an expression: of the latest answer, those after its position; of an earlier one, those not worked
    /// out yet.
    /// </summary>
    public required string Missing { get; init; }

    /// <summary>A row of a table that held at the snapshot's position. What closed it later must not show.</summary>
    public static string Held(string row, string position) => $"{row}.from_seq <= {position} and ({row}.to_seq is null or {row}.to_seq > {position})";

    /// <summary>What a table is called in the version that answers.</summary>
    public string NameOf(RegisterTable table) => table.NameIn(Version);

    /// <summary>How many entries are missing.</summary>
    public async Task<long> BehindAsync(CancellationToken cancellation) => (long)(await Connection.ScalarAsync($"select {Missing}", cancellation))!;

    /// <summary>Whether it knows all that was recorded into a stream by now.</summary>
    public async Task<bool> KnowsAllOfAsync(string hospital, Guid stream, CancellationToken cancellation)
    {
        await using var last = new NpgsqlCommand($"select {EventTables.LastOfStream}", Connection)
        { Parameters = { new("tenant", hospital), new("id", stream) } };
        return await last.ExecuteScalarAsync(cancellation) is not long position || position <= Position;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
