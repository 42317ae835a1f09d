using JasperFx;
using JasperFx.Core;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Store;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Cases;

/// <summary>One command on its way into one case.</summary>
/// <param name="CaseId">The case; for scheduling, the entry's id.</param>
/// <param name="SeenVersion">The version the sender insists on.</param>
/// <param name="Access">What the access log is to say, in the same transaction.</param>
public sealed record RecordEntry(Guid CaseId, Guid EntryId, CaseCommand Command, string Content, string By, long? SeenVersion, AccessEntry? Access)
{
    /// <summary>Nothing of the patient: the messaging writes this into the log when a recording fails.</summary>
    public override string ToString() => Command.GetType().Name;
}

/// <summary>What came of it; no result means that the hospital has no such case.</summary>
public sealed record RecordAnswer(CommandResult? Result);

/// <summary>The one way into a case: lock, load, judge, append, all in one transaction.</summary>
public static class RecordEntryHandler
{
    /// <summary>A lost race is run again and then finds what the other made. Locks make them rare.</summary>
    public static void Configure(HandlerChain chain) => chain
        .OnException<ConcurrencyException>()
        .Or<DocumentAlreadyExistsException>()
        .Or<MartenCommandException>(e => e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        .Or<PostgresException>(e => e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected)
        .RetryWithCooldown(20.Milliseconds(), 50.Milliseconds(), 100.Milliseconds(), 250.Milliseconds());

    public static async Task<RecordAnswer> Handle(
        RecordEntry message, IDocumentSession session, CaseStream stream, KeptCases kept, HospitalDirectory hospitals, RuleBook rules, TimeProvider clock, EntryMetrics metrics,
        CancellationToken cancellation)
    {
        var hospital = hospitals[session.TenantId];
        if (message.Command is INamesPatient)
            await NameQueue.EnterAsync(session, cancellation);
        var surgicalCase = await stream.LockAsync(session, message.CaseId, cancellation);
        var patient = await PatientOf(message, session, cancellation);
        CommandResult? result = surgicalCase is null && message.Command is not ScheduleCase ? null
            : Recording.Record(
                surgicalCase,
                patient is null ? message.Command : ((INamesPatient)message.Command).ForPatient(patient.PatientId),
                new Circumstances(message.EntryId, message.Content, message.By, clock.GetUtcNow(), message.SeenVersion, hospital.Stops, rules));

        if (surgicalCase is null && result is CommandResult.Recorded && await session.Events.FetchStreamStateAsync(message.CaseId, cancellation) is not null)
            result = new CommandResult.Refused(Refusal.EntryIdReused);      // a recall has that id
        if (result is CommandResult.Recorded begun && await NumberTaken(surgicalCase, begun.Case, hospital, session, cancellation) is { } refusal)
            result = new CommandResult.Refused(refusal);
        if (result is CommandResult.Recorded recorded)
            CaseWriter.Write(session, surgicalCase, recorded.Case, recorded.Entries, patient, hospital);
        if (message.Access is { } access)
            session.Insert(access with { Outcome = AccessEntry.Describe(result) });
        await session.SaveChangesAsync(cancellation);
        if (result is CommandResult.Recorded committed)
            kept.Keep(session.TenantId, committed.Case);
        if (result is not null)
            metrics.Count(message.Command, result);
        return new RecordAnswer(result);
    }

    /// <summary>A number is asked for by a new case, and again by one that was entered in error and is not any more.</summary>
    static async Task<Refusal?> NumberTaken(
        SurgicalCase? before, SurgicalCase after, Hospital hospital, IDocumentSession session, CancellationToken cancellation) =>
        before?.Entries[before.Id].Survives is not true && CaseSummary.Of(after, hospital).HeldNumber is { } number
        && await session.Query<CaseSummary>().AnyAsync(x => x.HeldNumber == number && x.CaseId != after.Id, cancellation)
            ? Refusal.CaseNumberTaken(number)
            : null;

    /// <summary>The patient that the command names, with a new identity on first use.</summary>
    static async Task<PatientIdentity?> PatientOf(RecordEntry message, IDocumentSession session, CancellationToken cancellation) =>
        message.Command is INamesPatient { PatientRef: { } patient } ? await PatientIdentity.FindOrBeginAsync(patient, session, cancellation) : null;
}
