using System.Data;
using Marten;
using Npgsql;
using Periop.Server.Hospitals;
using Periop.Server.Implants;
using Periop.Server.Register;
using Periop.Server.Store;
using SessionOptions = Marten.Services.SessionOptions;

namespace Periop.Server.Board;

/// <summary>A board as it was read.</summary>
/// <param name="Behind">How many entries the store had that the cards did not show yet.</param>
/// <param name="Devices">Those of the cases it shows.</param>
/// <param name="AlteredByTime">When it last began to look otherwise because time had passed.</param>
sealed record BoardReading(RoomBoard Board, long Behind, ShownDevices Devices, DateTimeOffset AlteredByTime)
{
    /// <summary>Whether whoever has seen its position has seen what it shows: time alone has not altered it since.</summary>
    public bool IsAsItsPositionSays => Board.AsOf >= AlteredByTime;
}

/// <summary>Reads boards, each in one snapshot of the database: what is shown is what its position says.</summary>
sealed class BoardReader(IDocumentStore store, NpgsqlDataSource database, RegisterReader register)
{
    static readonly string Behind = $"select greatest(0, {EventTables.LastPosition} - least({EventTables.Reached(BoardProjection.Shard)}, $1))";

    /// <summary>The board of now: every case in a room, whatever its date, and today's list.</summary>
    public Task<BoardReading> NowAsync(Hospital hospital, DateTimeOffset now, CancellationToken cancellation) =>
        ReadAsync(hospital, hospital.DateOf(now), now, withOtherDays: true, cancellation);

    /// <summary>The board of one local day.</summary>
    public Task<BoardReading> OfDayAsync(Hospital hospital, DateOnly date, DateTimeOffset now, CancellationToken cancellation) =>
        ReadAsync(hospital, date, now, withOtherDays: false, cancellation);

    async Task<BoardReading> ReadAsync(Hospital hospital, DateOnly date, DateTimeOffset now, bool withOtherDays, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var version = await register.AnsweringAsync(connection, cancellation);
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = hospital.Id;
        await using var session = store.QuerySession(options);
        var last = await session.Query<BoardCard>().OrderByDescending(c => c.Position).FirstOrDefaultAsync(cancellation);
        var cards = await session.Query<BoardCard>().Where(c => c.Date == date || (withOtherDays && (c.InRoom || c.LeftOn == date))).ToListAsync(cancellation);
        Guid[] cases = [.. cards.Select(c => c.Id)];
        var flags = await DeviceFlagsReader.ReadAsync(connection, version, hospital.Id, cases, DeviceFlagsReader.Latest, cancellation);
        var devices = await ShownDevices.ReadAsync(connection, version, hospital.Id, cases, cancellation);
        var halt = await BoardProjection.Halted.FindAsync(connection, hospital.Id, cancellation);
        var board = RoomBoard.Of(
            hospital, date, now, BoardPosition.Of(halt?.Position ?? last?.Position ?? 0, devices.Changes), last?.RecordedAt, halt?.RecordedAt,
            [.. cards.Select(c => c.WithFlags(flags[c.Id].Select(f => f.Flag)))]);
        await using var behind = new NpgsqlCommand(Behind, connection) { Parameters = { new() { Value = halt?.Position - 1 ?? long.MaxValue } } };
        return new BoardReading(board, (long)(await behind.ExecuteScalarAsync(cancellation))!, devices, AlteredByTime(hospital, date, now, cards));
    }

    /// <summary>When the day began, or a patient had stood in a room for as long as one does.</summary>
    static DateTimeOffset AlteredByTime(Hospital hospital, DateOnly date, DateTimeOffset now, IEnumerable<BoardCard> cards) =>
        cards.Select(c => c.StandsUntil).OfType<DateTimeOffset>().Where(until => until <= now).Append(hospital.BeginOf(date)).Max();
}
