using System.Text.Json.Serialization;
using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Register;
using Periop.Server.Access;
using Periop.Server.Implants;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>One case, now or as of an instant.</summary>
sealed record CaseQuestion(Guid Id, DateTimeOffset? AsOf) : CaseAsOf("case", Id, AsOf);

/// <summary>Every entry of a case, now or as of an instant.</summary>
sealed record TimelineQuestion(Guid Id, DateTimeOffset? AsOf) : CaseAsOf("timeline", Id, AsOf);

/// <summary>The codes that a case suggests, now or as of an instant.</summary>
sealed record CodesQuestion(Guid Id, DateTimeOffset? AsOf) : CaseAsOf("codes", Id, AsOf);

/// <summary>A question about one case.</summary>
abstract record CaseAsOf(string Action, [property: JsonIgnore] Guid Id, DateTimeOffset? AsOf) : Question(Action, Id);

/// <summary>Several cases with every entry, as they are now.</summary>
sealed record RecordsQuestion([property: JsonIgnore] IReadOnlyList<Guid> Ids) : Question("records");

/// <summary>A case and its timeline, read as one.</summary>
sealed record CaseRecord(CaseView Case, TimelineView Timeline);

/// <summary>What is shown of a case.</summary>
/// <param name="Version">The case's version, which commands may insist on.</param>
/// <param name="Flags">How far the flags across cases are known; null where the view has none.</param>
sealed record CaseAnswer<TView>(TView View, long Version, FlagsKnown? Flags = null);

/// <summary>How far flags across cases are known.</summary>
/// <param name="Until">Up to which instant; null while the register cannot be asked.</param>
/// <param name="Behind">How many entries they do not know yet.</param>
sealed record FlagsKnown(DateTimeOffset? Until, long? Behind);

/// <summary>One case, its timeline and the codes it suggests.</summary>
sealed class CaseQuery(Asking asking, IDocumentStore store, CaseStream cases, RegisterReader reader, ProcedureFamilies families)
{
    public static readonly string[] Roles = Role.CaseReaders;

    public Task<Answer<CaseAnswer<TimelineView>>> AskAsync(Caller caller, TimelineQuestion question, CancellationToken cancellation) =>
        AskAsync(caller, question, (asked, _) => Known(new CaseAnswer<TimelineView>(TimelineView.Of(asked), asked.Version)), cancellation);

    public Task<Answer<CaseAnswer<CodesView>>> AskAsync(Caller caller, CodesQuestion question, CancellationToken cancellation) =>
        AskAsync(caller, question, (asked, _) => Known(new CaseAnswer<CodesView>(CodesView.Of(asked, families), asked.Version)), cancellation);

    /// <summary>
    /// The case with the flags that other cases and the recall list raise on its devices. It is answered for the instant of its last
    /// change, such flags included.
    /// </summary>
    public Task<Answer<CaseAnswer<CaseView>>> AskAsync(Caller caller, CaseQuestion question, CancellationToken cancellation) =>
        AskAsync(caller, question, (asked, session) => ViewAsync(asked, session, caller.Hospital, question.AsOf, cancellation), cancellation);

    /// <summary>The records of cases; of an id that the hospital does not have, none. The access log has one entry, with all that there were.</summary>
    public Task<Answer<IReadOnlyList<CaseRecord>>> AskAsync(Caller caller, RecordsQuestion question, CancellationToken cancellation) =>
        asking.AskAsync<IReadOnlyList<CaseRecord>>(caller, question, Roles, async () =>
        {
            await using var session = store.QuerySession(caller.Hospital);
            var records = new List<CaseRecord>();
            foreach (var id in question.Ids)
                if (await cases.ReadAsync(session, id, cancellation) is { } asked
                    && (await ViewAsync(asked, session, caller.Hospital, null, cancellation)).Value is { } told)
                    records.Add(new CaseRecord(told.View, TimelineView.Of(asked)));
            return records;
        }, records => new Disclosure(records.Count, [.. records.Select(record => record.Case.CaseId)]));

    /// <summary>A case, and the flags that other cases and the recall list raise on its devices.</summary>
    async Task<Answer<CaseAnswer<CaseView>>> ViewAsync(
        SurgicalCase asked, IQuerySession session, string hospital, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var (at, joined, taken, known) =
            (asked.RecordedAt, Array.Empty<Flag>(), (IReadOnlyDictionary<Guid, long>)new Dictionary<Guid, long>(), default(FlagsKnown));
        if (asked.Surviving().First<HardwarePlaced>() is not null)
            switch (await reader.OpenAsync(RegisterTable.Implants, hospital, asOf, cancellation))
            {
                case RegisterOpening.Opened { Register: var register }:
                    await using (register)
                    {
                        joined = await DeviceFlagsOf(asked, register, hospital, cancellation);
                        taken = await DeviceFlagsReader.TakenElsewhereAsync(register, hospital, asked.Id, cancellation);
                        known = new FlagsKnown(register.AsOf, await register.BehindAsync(cancellation));
                        if (await DeviceFlagsReader.LastChangeAsync(register, hospital, asked.Id, cancellation) is { } changed && changed > at)
                            at = changed;
                    }

                    break;
                case (RegisterOpening.NotSettled or RegisterOpening.Halted) and var notYet:
                    if (asOf is not null)
                        return notYet.Why!;
                    known = new FlagsKnown(null, null);     // now, the case is answered all the same
                    break;
            }

        var view = CaseView.Of(asked, hospital, await PatientRefOf(asked, session, cancellation), at, joined, taken, families.Rules);
        return new CaseAnswer<CaseView>(view, asked.Version, known);
    }

    Task<Answer<CaseAnswer<TView>>> AskAsync<TView>(
        Caller caller, CaseAsOf question, Func<SurgicalCase, IQuerySession, Task<Answer<CaseAnswer<TView>>>> view, CancellationToken cancellation) =>
        asking.AskAsync<CaseAnswer<TView>>(caller, question, Roles, async () =>
        {
            await using var session = store.QuerySession(caller.Hospital);
            var current = await cases.ReadAsync(session, question.Id, cancellation);
            var asked = question.AsOf is { } then ? current?.AsOf(then) : current;
            return asked is null ? new NoAnswer.NotFound() : await view(asked, session);
        }, _ => Disclosure.One);

    static Task<Answer<CaseAnswer<TView>>> Known<TView>(CaseAnswer<TView> answer) => Task.FromResult<Answer<CaseAnswer<TView>>>(answer);

    static async Task<Flag[]> DeviceFlagsOf(SurgicalCase surgicalCase, RegisterSnapshot register, string hospital, CancellationToken cancellation)
    {
        var flags = await DeviceFlagsReader.ReadAsync(register.Connection, register.Version, hospital, [surgicalCase.Id], register.Position, cancellation);
        return [.. flags[surgicalCase.Id].Select(f => DeviceFlags.WithAcknowledgement(f.Flag, f.RaisedAt, surgicalCase.Surviving()))];
    }

    static async Task<string?> PatientRefOf(SurgicalCase surgicalCase, IQuerySession session, CancellationToken cancellation)
    {
        if (Plan.Of(surgicalCase.Surviving()).PatientId is not { } patientId)
            return null;
        return await session.Query<PatientIdentity>().Where(p => p.PatientId == patientId).Select(p => p.Id).FirstOrDefaultAsync(cancellation);
    }
}
