using System.Text.Json.Serialization;
using Npgsql;
using Periop.Domain.Register;
using Periop.Domain.Times.Metrics;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Times;

/// <summary>How operating rooms are used, by group.</summary>
/// <param name="Metric">The word.</param>
/// <param name="Measure">The definition that was asked for, or is the usual one.</param>
sealed record TimesQuestion(string Metric, [property: JsonIgnore] MetricDefinition Measure) : CohortQuestion("times");

/// <summary>Measures the use of operating rooms from the times that the register keeps.</summary>
sealed class TimesQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality, Role.Scheduler];

    public Task<Answer<Settled<TimesAnswer>>> AskAsync(Caller caller, TimesQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseTimes, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Groups.Sum(g => g.Measurements)));

    static async Task<Answer<Settled<TimesAnswer>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, TimesQuestion question, CancellationToken cancellation)
    {
        var cases = await CasesAsync(register, hospital, question, cancellation);
        return new Settled<TimesAnswer>(
            TimesAnswer.Of(question, cases, register, hospital), register.AsOf, await register.BehindAsync(cancellation));
    }

    /// <summary>The cases of the days, and of those before and after: a night may belong to either. Whose they are is asked when they are measured.</summary>
    static async Task<IReadOnlyList<TimedCase>> CasesAsync(
        RegisterSnapshot register, Hospital hospital, TimesQuestion question, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select r.case_id, to_json(r), to_json(f)
            from {register.NameOf(RegisterTable.CaseTimes)} r
            join {register.NameOf(RegisterTable.CaseFacts)} f on f.tenant_id = r.tenant_id and f.case_id = r.case_id and {RegisterSnapshot.Held("f", "$2")}
            where r.tenant_id = $1 and {RegisterSnapshot.Held("r", "$2")}
                and (r.day_at >= $3 - interval '1 day' and r.day_at < $4 + interval '1 day'
                    or r.scheduled_start >= $3 - interval '1 day' and r.scheduled_start < $4 + interval '1 day')
            order by r.case_id
            """, register.Connection);
        foreach (var value in new object[]
        {
            hospital.Id, register.Position,
            question.From is { } from ? hospital.BeginOf(from).UtcDateTime : DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
            question.To is { } to ? hospital.BeginOf(to).UtcDateTime : DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        })
            command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var cases = new List<TimedCase>();
        while (await rows.ReadAsync(cancellation))
            cases.Add(new TimedCase(rows.GetRow<CaseTimesRow>(1).ToTimes(rows.GetGuid(0)), rows.GetRow<CaseFactsRow>(2)));
        return cases;
    }
}

/// <summary>A case's times, and what it is grouped and found by.</summary>
sealed record TimedCase(CaseTimes Times, CaseFactsRow Facts);
