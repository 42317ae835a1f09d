using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Lists;

/// <summary>The flags of all cases.</summary>
/// <param name="From">The first local day on which what they are about happened.</param>
/// <param name="To">The day before which it did.</param>
/// <param name="Surgeon">Whose case it is.</param>
sealed record DeviationListQuestion(
    DateOnly? From, DateOnly? To, string? Code, Severity? Severity, string? Surgeon, string? Room, DateTimeOffset? AsOf) : Question("deviations");

/// <summary>Where the next part begins: after this flag.</summary>
sealed record DeviationListCursor(DateTimeOffset OccurredAt, Guid CaseId, string Key, DateTimeOffset AsOf, int Engine);

/// <summary>A flag of a case.</summary>
/// <param name="OccurredAt">When what it is about happened.</param>
/// <param name="Overridden">Whether a reason was given to go past it; the case tells which.</param>
/// <param name="AcknowledgedByEntryId">The entry that says that somebody looked at it.</param>
/// <param name="Surgeon">As planned.</param>
/// <param name="Room">The last one that the patient came into, else the planned one.</param>
sealed record DeviationView(
    Guid CaseId, string CaseNumber, string? Surgeon, string? Room, string Code, Severity Severity, string Label, string Message, IReadOnlyList<Guid> EntryIds,
    DateTimeOffset OccurredAt, bool Overridden, Guid? AcknowledgedByEntryId)
{
    public static DeviationView Of(Guid caseId, DeviationRow row) => new(
        caseId, row.CaseNumber, row.Surgeon, row.Room, row.Code, row.Severity, row.Label, row.Message, row.EntryIds, row.OccurredAt.ToUniversalTime(),
        row.Overridden, row.AcknowledgedByEntryId);
}

/// <summary>The flags of all cases, newest first; not those that only other cases or recalls tell.</summary>
sealed class DeviationListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<DeviationListQuestion, DeviationView, DeviationListCursor, SettledPart<DeviationView, DeviationListCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    protected override ListQuestion<DeviationView, DeviationListCursor, SettledPart<DeviationView, DeviationListCursor>> List(
        Caller caller, DeviationListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.Deviations, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), view => view.CaseId);

    static async Task<Answer<SettledPart<DeviationView, DeviationListCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, DeviationListQuestion question, DeviationListCursor? after, int count, CancellationToken cancellation)
    {
        var rows = new RowConditions(register, RegisterTable.Deviations, hospital, "occurred_at").Within(question.From, question.To)
            .Where("code", question.Code).Where("severity", question.Severity is { } severity ? Vocabulary.WordFor(severity) : null)
            .Where("surgeon", question.Surgeon).Where("room", question.Room).After(after?.OccurredAt, after?.CaseId, after?.Key);
        var part = Part<(Guid CaseId, DeviationRow Row), DeviationListCursor>.Of(
            await rows.NewestAsync<DeviationRow>(count + 1, cancellation), count,
            last => new DeviationListCursor(last.Row.OccurredAt.ToUniversalTime(), last.CaseId, last.Row.Key, register.AsOf, register.Version));
        return await SettledPart<DeviationView, DeviationListCursor>.OfAsync(
            register, new Part<DeviationView, DeviationListCursor>([.. part.Items.Select(i => DeviationView.Of(i.CaseId, i.Row))], part.Next), cancellation);
    }
}
