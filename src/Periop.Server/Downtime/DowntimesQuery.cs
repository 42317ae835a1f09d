using Marten;
using Npgsql;
using NpgsqlTypes;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Downtime;

/// <summary>What was entered from the notes of downtimes, beside what had come another way.</summary>
/// <param name="From">The first local day on which it happened.</param>
/// <param name="To">The day before which it did.</param>
sealed record DowntimesQuestion(DateOnly From, DateOnly To) : Question("downtimes");

/// <param name="Entries">Case by case, in the order in which it happened.</param>
/// <param name="Cases">How many cases there are, of which the entries are of the first <see cref="DowntimesQuery.MostCases"/>.</param>
sealed record DowntimesAnswer(IReadOnlyList<ToldAfterwards> Entries, int Cases);

/// <summary>
/// Compares the notes of downtimes with the record. Nothing is judged: two times of one milestone may both be true, and whoever was there
/// takes the wrong one back.
/// </summary>
sealed class DowntimesQuery(Asking asking, IDocumentStore store, CaseStream cases, HospitalDirectory hospitals)
{
    /// <summary>So many cases are compared at once; more is no downtime but a file.</summary>
    public const int MostCases = 500;

    /// <summary>Of so many days at most: it looks at all that was recorded since the first.</summary>
    public const int MostDays = 31;

    public static readonly string[] Roles = [Role.Quality, Role.OrStaff];

    static readonly string Told = EventTables.ToldByDowntime.Replace("@position", Ticks.ReachedBy, StringComparison.Ordinal);

    public Task<Answer<DowntimesAnswer>> AskAsync(Caller caller, DowntimesQuestion question, CancellationToken cancellation) =>
        asking.AskAsync<DowntimesAnswer>(caller, question, Roles, async () =>
        {
            var hospital = hospitals[caller.Hospital];
            var (from, to) = (hospital.BeginOf(question.From), hospital.BeginOf(question.To));
            await using var session = store.QuerySession(caller.Hospital);
            var told = await CasesAsync(session, from, to, cancellation);
            var entries = new List<ToldAfterwards>();
            foreach (var id in told.Take(MostCases))
                if (await cases.ReadAsync(session, id, cancellation) is { } one)
                    entries.AddRange(ToldAfterwards.Of(one, from, to));
            return new DowntimesAnswer(entries, told.Count);
        }, found => new Disclosure(found.Entries.Count, [.. found.Entries.Select(entry => entry.CaseId).Distinct()]));

    static async Task<IReadOnlyList<Guid>> CasesAsync(IQuerySession session, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand(Told);
        question.Parameters.Add(new("tenant", NpgsqlDbType.Varchar) { Value = session.TenantId });
        question.Parameters.Add(new("from", NpgsqlDbType.TimestampTz) { Value = from.UtcDateTime });
        question.Parameters.Add(new("to", NpgsqlDbType.TimestampTz) { Value = to.UtcDateTime });
        return await session.IdsAsync(question, cancellation);
    }
}
