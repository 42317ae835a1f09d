using System.Collections.Concurrent;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Outcomes;
using Periop.Domain.Record;
using Periop.Domain.Register;
using Periop.Server.Store;

namespace Periop.Server.Register;

/// <summary>
/// Keeps the register: works out the rows of a stream before and after each of its events and writes the difference, closed and
/// opened at the event's position. A group of its own; a rebuild is the same code.
/// </summary>
sealed class RegisterProjection : ProjectionBase, IProjection
{
    public const string Register = "Register";

    readonly RegisterVersion version;
    readonly FoldedCases cases;

    public RegisterProjection(RegisterVersion version, FoldedCases cases)
    {
        (this.version, this.cases) = (version, cases);
        (Name, Version) = (Register, (uint)version.Number);
        IncludeArchivedEvents = true;       // else a rebuild would lose the archived cases
        Options.BatchSize = 5000;
        Options.MaximumHopperSize = 15_000;
        foreach (var table in version.TableNames)
            Options.DeleteDataInTableOnTeardown(table);
        Options.DeleteDataInTableOnTeardown(version.Halted.FullName);
    }

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation) =>
        version.Halted.ApplyAsync(operations, events, appliable => WriteAsync(operations, appliable, cancellation), cancellation);

    async Task WriteAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var caseStates = await cases.BeforeAsync(operations, [.. events.Where(e => e.Data is CaseEvent)], cancellation);
        var recallStates = await RecallStream.BeforeAsync(operations, [.. events.Where(e => e.Data is RecallEvent)], cancellation);
        var uploads = await SecondSourceStream.BeforeAsync(operations, [.. events.Where(e => e.Data is SecondSourceUploaded)], cancellation);
        var steps = await OfCasesAsync(events, caseStates, cancellation);
        var ofRecalls = recallStates.ToDictionary(s => s.Key, s => version.OfRecall(s.Value));
        var ofSources = uploads.ToDictionary(u => u.Key, u => u.Value is { } upload ? version.OfUpload(upload.What, upload.At, upload.By) : []);
        // the store leaves a tombstone where an append was rolled back
        foreach (var happened in events.Where(e => e.Data is StoredEvent and not CaseEvent))
            Apply(happened, () =>
            {
                var (stream, at) = (happened.StreamId, PositionOf(happened));
                if (happened.Data is PublicationEvent published)       // its stream has no other
                    steps.Add(new RegisterStep(stream, at, [], version.OfPublication(published, at.RecordedAt, happened.UserName ?? "")));
                else if (happened.Data is SecondSourceUploaded uploaded)
                    steps.Add(new RegisterStep(
                        stream, at, ofSources[stream], ofSources[stream] = version.OfUpload(uploaded, at.RecordedAt, happened.UserName ?? "")));
                else
                {
                    recallStates[stream] = RecallStream.Fold(recallStates[stream], [happened]);
                    steps.Add(new RegisterStep(stream, at, ofRecalls[stream], ofRecalls[stream] = version.OfRecall(recallStates[stream])));
                }
            });

        cases.Keep(operations.TenantId, caseStates.Values);
        var changes = RegisterChanges.Of(steps.OrderBy(s => s.At.Sequence));
        foreach (var write in version.Tables.Select(table => new WriteRegister(operations.TenantId, version, table, changes)).Where(w => !w.IsEmpty))
            operations.QueueOperation(write);
    }

    /// <summary>What the events change of the rows of their cases. No case knows of another, so they are worked out beside each other.</summary>
    /// <param name="states">The cases before these events, and then after them.</param>
    async Task<List<RegisterStep>> OfCasesAsync(
        IReadOnlyList<IEvent> events, Dictionary<Guid, SurgicalCase?> states, CancellationToken cancellation)
    {
        var streams = events.Where(e => e.Data is CaseEvent).GroupBy(e => e.StreamId).ToArray();
        var (after, steps) = (new SurgicalCase?[streams.Length], new List<RegisterStep>[streams.Length]);
        var failures = new ConcurrentBag<ApplyEventException>();
        await Parallel.ForAsync(0, streams.Length, cancellation, (index, _) =>
        {
            var (soFar, own) = (states[streams[index].Key], new List<RegisterStep>());
            var rows = new CaseRows(streams[index].Key, soFar, version.Parts);
            try
            {
                foreach (var happened in streams[index])
                    Apply(happened, () => own.AddRange(
                        rows.Next(PositionOf(happened), (CaseEvent)happened.Data, soFar = CaseStream.Fold(soFar, [happened])!)));
            }
            catch (ApplyEventException failure)
            {
                failures.Add(failure);
            }

            (after[index], steps[index]) = (soFar, own);
            return ValueTask.CompletedTask;
        });
        if (failures.MinBy(f => f.Event.Sequence) is { } first)
            throw first;
        foreach (var (index, stream) in streams.Index())
            states[stream.Key] = after[index];
        return [.. steps.SelectMany(s => s)];
    }

    static EventPosition PositionOf(IEvent happened) => new(happened.Sequence, happened.Timestamp);

    static void Apply(IEvent happened, Action apply)
    {
        try
        {
            apply();
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            throw new ApplyEventException(happened, cause);
        }
    }
}
