using Npgsql;
using Periop.Server.Access;
using Periop.Server.Access.SignIn;
using Periop.Server.Hospitals;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>
/// By the summaries, which change with the entry: a case of the last two days, as long as the board lets a patient stand in a room, since a wound that
/// nobody has closed for longer is one that was forgotten.
/// </summary>
sealed class OpenWounds(NpgsqlDataSource database, HospitalDirectory hospitals, TimeProvider clock) : IOpenWounds
{
    const int Days = 2;

    public async Task<bool> IsOneOfAsync(Caller person, CancellationToken cancellation)
    {
        if (!hospitals.Knows(person.Hospital))
            return false;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var ask = new NpgsqlCommand(EventTables.HasOpenWound, connection);
        ask.Parameters.AddWithValue("tenant", person.Hospital);
        ask.Parameters.AddWithValue("subject", person.Subject);
        ask.Parameters.AddWithValue("since", hospitals[person.Hospital].DateOf(clock.GetUtcNow()).AddDays(-Days));
        return await ask.ExecuteScalarAsync(cancellation) is true;
    }
}
