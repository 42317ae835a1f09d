using System.Text.Json.Serialization;
using Marten;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.Reviews;

/// <summary>What the record has for a complication and against it.</summary>
/// <param name="EntryId">The entry that tells of it.</param>
/// <param name="Kind">As that entry names it.</param>
sealed record ReportQuestion([property: JsonIgnore] Guid Id, Guid EntryId, AssessedKind Kind, DateTimeOffset? AsOf) : Question("complication-report", Id)
{
    /// <summary>As an address names it: case, entry and kind; null where it names none.</summary>
    public static ReportQuestion? Read(string? text, DateTimeOffset? asOf) =>
        text?.Split('.') is [var of, var told, var named] && Guid.TryParse(of, out var caseId) && Guid.TryParse(told, out var entryId)
        && AssessedKind.Read(named) is { } kind ? new ReportQuestion(caseId, entryId, kind, asOf) : null;

    /// <summary>The text that is read as the question.</summary>
    public static string Written(Guid caseId, Guid entryId, string kind) => $"{caseId}.{entryId}.{kind}";
}

/// <summary>Shows one report to whoever decides on it.</summary>
sealed class ReportQuery(Asking asking, RegisterReader reader, IDocumentStore store, CaseStream cases, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Report>> AskAsync(Caller caller, ReportQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.Definitions, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation), _ => Disclosure.One);

    async Task<Answer<Report>> FindAsync(RegisterSnapshot register, Hospital hospital, ReportQuestion question, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(hospital.Id);
        var definitions = await DefinitionReader.AllAsync(register, hospital.Id, cancellation);
        return (await cases.ReadAsync(session, question.Id, cancellation))?.AsOf(register.AsOf) is { } then
            && Report.Of(then, question.EntryId, question.Kind, definitions.Select(d => d.Definition), hospital.Days) is { } report
            ? report : new NoAnswer.NotFound();
    }
}
