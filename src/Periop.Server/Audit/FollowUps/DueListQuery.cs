using Npgsql;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.FollowUps;

/// <summary>Who has to be followed up.</summary>
/// <param name="Until">The last local day on which a window closes; null: today.</param>
sealed record DueListQuestion(DateOnly? Until = null) : CohortQuestion("follow-ups-due");

/// <summary>A case that has to be assessed by a definition.</summary>
/// <param name="PatientRef">As the hospital refers to the patient; null while nobody named one, and when the patient was erased.</param>
/// <param name="LastDay">The local day with which the window closes.</param>
/// <param name="State">Due already, or not yet.</param>
/// <param name="Reason">Why it is not assessed.</param>
/// <param name="Overdue">Whether the definition's grace is over, too.</param>
/// <param name="OverdueFrom">The local day from which on it is.</param>
/// <param name="LastAttempt">The last attempt to reach the patient.</param>
sealed record DueLine(
    Guid CaseId, string CaseNumber, string? PatientRef, string Definition, int Version, string Title, DateOnly LastDay, OutcomeState State,
    OutcomeReason Reason, bool Overdue, DateOnly OverdueFrom, Attempt? LastAttempt, string? Surgeon, string? Service, DateTimeOffset FirstIncisionAt);

/// <summary>
/// The cases that are due and not assessed, or will be if nothing is recorded until their window closes: newest first incision first. It is a
/// question over facts; days passing write nothing.
/// </summary>
sealed class DueListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<DueListQuestion, DueLine, JudgedCursor, SettledPart<DueLine, JudgedCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    /// <summary>What closes within a week is in the list before it is due, unless another day is asked for.</summary>
    public const int DaysAhead = 7;

    /// <summary>How many there are, up to a number: beyond it they are not counted.</summary>
    public static async Task<int> CountAsync(
        RegisterSnapshot register, Hospital hospital, DueListQuestion question, int most, CancellationToken cancellation) =>
        (await FindAsync(register, hospital, question, null, most, cancellation)).Value!.Items.Count;

    protected override ListQuestion<DueLine, JudgedCursor, SettledPart<DueLine, JudgedCursor>> List(Caller caller, DueListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), line => line.CaseId);

    static async Task<Answer<SettledPart<DueLine, JudgedCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, DueListQuestion question, JudgedCursor? after, int count, CancellationToken cancellation)
    {
        if (await JudgedPairs.OfAsync(register, hospital, question, cancellation) is not { } pairs)
            return UnknownTo.Definition(question.Version);
        var (today, until) = (hospital.DateOf(register.AsOf), question.Until ?? hospital.DateOf(register.AsOf));
        var part = await pairs.ReadAsync(IsDue, after, count, cancellation);
        var patients = await PatientsAsync(register, hospital.Id, [.. part.Items.Select(pair => pair.Facts.PatientId).OfType<Guid>().Distinct()], cancellation);
        return await SettledPart<DueLine, JudgedCursor>.OfAsync(
            register, new Part<DueLine, JudgedCursor>([.. part.Items.Select(LineOf)], part.Next), cancellation);

        bool IsDue(JudgedPair pair) => pair.Case.Outcome is var outcome && outcome.LastDay <= until
            && (outcome.State is OutcomeState.DueNotAssessed
                || (outcome is { State: OutcomeState.NotYetDue, MovesAt: { } close } && AtClose(pair, close) is OutcomeState.DueNotAssessed));

        OutcomeState AtClose(JudgedPair pair, DateTimeOffset close) =>
            Outcome.StateAt(pair.Definition, pair.Facts, pair.Case.Case.Findings, close, hospital.Days).State;

        DueLine LineOf(JudgedPair pair)
        {
            var (facts, definition, outcome) = (pair.Facts, pair.Definition, pair.Case.Outcome);
            var overdueFrom = outcome.LastDay!.Value.AddDays(definition.Grace + 1);
            return new DueLine(
                facts.CaseId, facts.CaseNumber, facts.PatientId is { } patient ? patients.GetValueOrDefault(patient) : null, definition.Id, definition.Version,
                definition.Title, outcome.LastDay.Value, outcome.State, outcome.Reason, today >= overdueFrom, overdueFrom, facts.LastAttempt, facts.Surgeon,
                facts.Service, pair.Case.Case.FirstIncisionAt.ToUniversalTime());
        }
    }

    /// <summary>Who the patients are, as the hospital refers to them now.</summary>
    static async Task<Dictionary<Guid, string>> PatientsAsync(RegisterSnapshot register, string hospital, Guid[] patients, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"select patient_id, id from {EventTables.Patients} where tenant_id = $1 and patient_id = any($2)", register.Connection)
        { Parameters = { new() { Value = hospital }, new() { Value = patients } } };
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<Guid, string>();
        while (await rows.ReadAsync(cancellation))
            found.Add(rows.GetGuid(0), rows.GetString(1));
        return found;
    }
}
