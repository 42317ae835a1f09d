using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.FollowUps;
using Periop.Server.Audit.Reviews;
using Periop.Server.Hospitals;
using Periop.Server.Implants.Campaigns;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.Lists;

/// <summary>How much waits for the quality team.</summary>
sealed record WaitingQuestion() : Question("waiting");

/// <summary>How much waits on each page, as its tab says it, by the page's path; where nothing waits, the page is missing.</summary>
sealed record Waiting(IReadOnlyDictionary<string, string> Pages);

/// <summary>What was counted last in each hospital: it holds while nothing is recorded, until the day ends.</summary>
sealed class KeptWaiting
{
    readonly ConcurrentDictionary<string, (long Position, DateOnly Day, Waiting Counts)> last = new();

    public KeptWaiting(DatabaseHistory history) => history.WhenLeft(last.Clear);

    public Waiting? Find(string hospital, long position, DateOnly day) =>
        last.TryGetValue(hospital, out var known) && known.Position == position && known.Day == day ? known.Counts : null;

    public Waiting Keep(string hospital, long position, DateOnly day, Waiting counts)
    {
        last[hospital] = (position, day, counts);
        return counts;
    }
}

/// <summary>
/// Counts what waits, each as its page counts it on a first visit, and no further than a tab can say: beyond that more is only more.
/// </summary>
sealed class WaitingQuery(Asking asking, RegisterReader registers, HospitalDirectory hospitals, CampaignQuery campaigns, KeptWaiting kept)
{
    public static readonly string[] Roles = [Role.Quality];

    const int Most = 99;

    public Task<Answer<Waiting>> AskAsync(Caller caller, CancellationToken cancellation) =>
        asking.AskAsync(caller, new WaitingQuestion(), Roles, () => registers.AnswerAsync<Waiting>(
            RegisterTable.CaseFacts, caller.Hospital, null, null, async register =>
            {
                var hospital = hospitals[caller.Hospital];
                var today = hospital.DateOf(register.AsOf);
                return kept.Find(hospital.Id, register.Position, today)
                    ?? kept.Keep(hospital.Id, register.Position, today, await CountAsync(register, hospital, today, cancellation));
            }, cancellation), _ => new Disclosure(0));

    async Task<Waiting> CountAsync(RegisterSnapshot register, Hospital hospital, DateOnly today, CancellationToken cancellation)
    {
        var due = new DueListQuestion(today.AddDays(DueListQuery.DaysAhead));
        (string Page, int Count)[] counts =
        [
            ("/quality/review", await ReportsAsync(register, hospital, cancellation)),
            ("/quality/due", await DueListQuery.CountAsync(register, hospital, due, Most + 1, cancellation)),
            ("/quality/recalls", await campaigns.CountWaitingAsync(register, hospital.Id, cancellation)),
        ];
        return new Waiting(counts.Where(c => c.Count > 0).ToDictionary(
            c => c.Page, c => c.Count > Most ? $"{Most}+" : c.Count.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The reports that nobody has decided on.</summary>
    static async Task<int> ReportsAsync(RegisterSnapshot register, Hospital hospital, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select count(*)::int from (
                select from {register.NameOf(RegisterTable.Findings)} g
                where g.tenant_id = $1 and {RegisterSnapshot.Held("g", "$2")} and g.finding = 'present' and g.review is null and g.source = any($3)
                limit {Most + 1}) waiting
            """, register.Connection)
        {
            Parameters =
            {
                new() { Value = hospital.Id }, new() { Value = register.Position },
                new() { Value = Enum.GetValues<FindingSource>().Where(Report.CanBeReviewed).Select(source => Vocabulary.WordFor(source)).ToArray() },
            },
        };
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}

/// <summary>What the tabs of the quality desk ask for once a page stands.</summary>
static class WaitingEndpoint
{
    /// <summary>Without an answer there are no counts, and nothing is wrong with the page.</summary>
    public static void MapWaiting(this IEndpointRouteBuilder app) =>
        app.MapGet("/quality/waiting", async Task<IResult> (HttpContext http, WaitingQuery query) =>
                (await query.AskAsync(http.User.Caller(), http.RequestAborted)).Value is { } waiting
                    ? TypedResults.Ok(waiting.Pages) : TypedResults.NoContent())
            .RequireAuthorization().ExcludeFromDescription();
}
