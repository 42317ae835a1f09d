using System.Diagnostics;
using Marten;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Cases;

/// <summary>One command on its way into one case.</summary>
/// <param name="CaseId">The case; for scheduling, the entry's id.</param>
/// <param name="SeenVersion">The version the sender insists on.</param>
/// <param name="Access">What the access log is to say, in the same transaction.</param>
public sealed record RecordEntry(Guid CaseId, Guid EntryId, CaseCommand Command, string Content, string By, long? SeenVersion, AccessEntry? Access)
{
    /// <summary>How many seconds it waited in a queue; null when it was sent at once.</summary>
    public int? Waited { get; init; }

    /// <summary>Whether the sender may take out of account what was planned, and nothing else.</summary>
    public bool PlanningAlone { get; init; }

    /// <summary>The trace of the request that it came with: it may share a transaction with others.</summary>
    public string? Trace { get; init; } = Activity.Current?.RootId;

    /// <summary>What surrounds it. Asked for when the case is locked: what it waited for came before.</summary>
    internal Circumstances At(WriteSession write, RuleBook rules, TimeProvider clock) =>
        new(EntryId, Content, By, clock.GetUtcNow(), SeenVersion, write.Hospital.Stops, rules)
        {
            Waited = Waited,
            PlanningAlone = PlanningAlone,
            Rooms = write.Hospital.Rooms,
        };

    /// <summary>What the access log is to say of what came of it.</summary>
    /// <returns>One entry; none, where nobody is to be entered.</returns>
    internal IReadOnlyList<AccessEntry> AccessTo(CommandResult result, PatientIdentity? patient = null) =>
        Access is null ? [] : [Access with { PatientRef = patient?.Id, Outcome = $"{CommandStatus.Of(result, Command)}" }];

    /// <summary>Nothing of the patient: the messaging writes this into the log when a recording fails.</summary>
    public override string ToString() => Command.GetType().Name;
}

/// <summary>The one way into a case.</summary>
public static class RecordEntryHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<CommandResult> Handle(
        RecordEntry message, IDocumentSession session, WriteSessions writing, RuleBook rules, TimeProvider clock, EntryMetrics metrics,
        CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        if (message.Command is INamesPatient)
            await write.WaitToNameAsync();
        var (result, patient) = message.Command is MoveEntries move
            ? (await RecordMove.IntoAsync(write, message.CaseId, move, () => message.At(write, rules, clock)), null)
            : await IntoOneAsync(write, message, () => message.At(write, rules, clock));
        await write.CommitAsync([.. message.AccessTo(result, patient)]);
        metrics.Count(message.Command, result, write.Hospital.Stops);
        return result;
    }

    /// <summary>Judges a command on its locked case, and adds what it records to the transaction.</summary>
    public static async Task<CommandResult> JudgeAsync(
        WriteSession write, SurgicalCase? surgicalCase, RecordEntry message, Circumstances at, PatientIdentity? patient)
    {
        // not locked: two removals, each in a case whose device the other one takes out, would wait for each other
        var named = message.Command is INamesCase { NamedCase: { } other } naming ? naming.ForCase(await write.ReadCaseAsync(other)) : message.Command;
        var result = Recording.Record(surgicalCase, patient is null ? named : ((INamesPatient)named).ForPatient(patient.PatientId), at);
        if (result is not CommandResult.Recorded recorded)
            return result;
        if (await write.WhyNotAsync(surgicalCase, recorded.Case) is { } refusal)
            return new CommandResult.Refused(refusal);
        write.Record(surgicalCase, recorded.Case, recorded.Entries, patient, message.Trace);
        return result;
    }

    static async Task<(CommandResult, PatientIdentity?)> IntoOneAsync(WriteSession write, RecordEntry message, Func<Circumstances> at)
    {
        var surgicalCase = await write.LockCaseAsync(message.CaseId);
        var patient = message.Command is INamesPatient { PatientRef: { } patientRef } ? await write.PatientAsync(patientRef) : null;
        return (await JudgeAsync(write, surgicalCase, message, at(), patient), patient);
    }
}
