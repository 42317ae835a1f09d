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
        var ofCases = caseStates.ToDictionary(s => s.Key, s => new CaseRows(s.Key, s.Value, version.Parts));
        var ofRecalls = recallStates.ToDictionary(s => s.Key, s => version.OfRecall(s.Value));
        var ofSources = uploads.ToDictionary(u => u.Key, u => u.Value is { } upload ? version.OfUpload(upload.What, upload.At, upload.By) : []);
        var steps = new List<RegisterStep>(events.Count);
        foreach (var happened in events.Where(e => e.Data is StoredEvent))       // the store leaves a tombstone where an append was rolled back
            try
            {
                var (stream, at) = (happened.StreamId, new EventPosition(happened.Sequence, happened.Timestamp));
                if (happened.Data is CaseEvent entry)
                    steps.AddRange(ofCases[stream].Next(at, entry, (caseStates[stream] = CaseStream.Fold(caseStates[stream], [happened]))!));
                else if (happened.Data is PublicationEvent published)       // its stream has no other
                    steps.Add(new RegisterStep(stream, at, [], version.OfPublication(published, at.RecordedAt, happened.UserName ?? "")));
                else if (happened.Data is SecondSourceUploaded uploaded)
                    steps.Add(new RegisterStep(
                        stream, at, ofSources[stream], ofSources[stream] = version.OfUpload(uploaded, at.RecordedAt, happened.UserName ?? "")));
                else
                {
                    recallStates[stream] = RecallStream.Fold(recallStates[stream], [happened]);
                    steps.Add(new RegisterStep(stream, at, ofRecalls[stream], ofRecalls[stream] = version.OfRecall(recallStates[stream])));
                }
            }
            catch (Exception cause) when (cause is not OutOfMemoryException)
            {
                throw new ApplyEventException(happened, cause);
            }

        cases.Keep(operations.TenantId, caseStates.Values);
        var changes = RegisterChanges.Of(steps);
        foreach (var write in version.Tables.Select(table => new WriteRegister(operations.TenantId, version, table, changes)).Where(w => !w.IsEmpty))
            operations.QueueOperation(write);
    }
}
