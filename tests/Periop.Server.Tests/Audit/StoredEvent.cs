using System.Text.Json;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>A row of the event table, read past the program.</summary>
sealed record StoredEvent(long Position, Guid Case, string Type, DateTimeOffset RecordedAt, string By, JsonElement Data)
{
    public Guid Id => Data.TryGetProperty("entryId", out var id) ? id.GetGuid() : default;

    public DateTimeOffset OccurredAt => Data.GetProperty("occurredAt").GetDateTimeOffset();

    /// <summary>Everything about cases, in the order of the table.</summary>
    public static IAsyncEnumerable<StoredEvent> OfAsync(TestHospital hospital) => OfAsync(hospital, "data ? 'entryId'");

    /// <summary>What was published.</summary>
    public static IAsyncEnumerable<StoredEvent> PublishedAsync(TestHospital hospital) => OfAsync(hospital, "not data ? 'entryId'");

    static async IAsyncEnumerable<StoredEvent> OfAsync(TestHospital hospital, string which)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(hospital.Host.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand($"""
            select seq_id, stream_id, type, timestamp, coalesce(user_name, ''), data from periop_events.mt_events
            where tenant_id = $1 and {which} order by seq_id
            """, connection)
        { Parameters = { new() { Value = hospital.Id } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return new StoredEvent(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4),
                JsonSerializer.Deserialize<JsonElement>(reader.GetString(5)));
    }
}
