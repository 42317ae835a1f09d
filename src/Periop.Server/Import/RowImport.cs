using System.Globalization;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Store;

namespace Periop.Server.Import;

/// <summary>The decisions about one row, one cell after the other. Pure.</summary>
sealed class RowImport(
    ImportRow row, CellReader cells, Label caseNumber, SurgicalCase? known, DateTimeOffset now, RuleBook rules, Func<string, Guid> entryId)
{
    readonly SurgicalCase? before = known;
    static readonly HashSet<string> NoStops = [];

    readonly List<Entry> recorded = [];
    readonly List<Difference> differs = [];

    public SurgicalCase? Case { get; private set; } = known;

    public IReadOnlyList<Entry> Recorded => recorded;

    public int Replayed { get; private set; }

    /// <summary>Schedules the case; of one that is there, compares what the row says with what is planned.</summary>
    public void Schedule(Guid caseId, PatientIdentity? patient)
    {
        var schedule = new ScheduleCase(
            caseNumber, cells.Read<Term>("procedure") is { } family ? new Procedure(family) : null, patient is null ? null : new Reference(patient.Id),
            cells.Read<Label>("room"),
            cells.Time("scheduledStart"), cells.Number("scheduledMinutes"), cells.OneOf<Priority>("priority"), cells.Read<Label>("surgeon"),
            cells.Read<Label>("service"),
            AsaClass: cells.Number("asaClass"), RiskFactors: cells.RiskFactors())
        { Source = EntrySource.Import, PatientId = patient?.PatientId };
        if (Case is null)
        {
            if (schedule.Decide(caseId) is Decision.ToRefuse)
                schedule = WithoutSenseless(schedule, caseId);
            Record(schedule, caseId, ColumnNames.CaseNumber);
            return;
        }

        Replayed++;
        var planned = Plan.Of(Case.Surviving());
        Compare("room", planned.Room, schedule.Room);
        Compare("service", planned.Service, schedule.Service);
        Compare("procedure", planned.Procedure?.Family, schedule.Procedure?.Family);
        Compare("surgeon", planned.Surgeon, schedule.Surgeon);
        Compare("asaClass", planned.AsaClass, schedule.AsaClass);
        Compare("priority", planned.Priority is { } p ? Vocabulary.WordFor(p) : null, schedule.Priority is { } q ? Vocabulary.WordFor(q) : null);
        Compare("scheduledStart", planned.ScheduledStart, schedule.ScheduledStart);
        Compare("scheduledMinutes", planned.ScheduledMinutes, schedule.ScheduledMinutes);
        if (patient is not null && planned.PatientId != patient.PatientId)
            Compare("patientRef", null, schedule.PatientRef);
        AddRiskFactors(schedule.RiskFactors ?? new Dictionary<string, decimal>());
    }

    /// <summary>Records what happened, first things first.</summary>
    public void RecordTimes()
    {
        if (Case is null)
            return;
        var times = from cell in row.Cells
                    let column = ImportColumn.Times.FirstOrDefault(c => c.Name == cell.Column)
                    where column is not null
                    let time = cells.Time(cell)
                    where time is not null
                    orderby time
                    select (cell, column, time.Value);
        foreach (var (cell, column, time) in times.ToArray())
        {
            var id = entryId($"{cell.Column}/{cell.Occurrence}");
            if (!Case.Entries.TryGetValue(id, out var recordedBefore))
                Record(column.Command() with { Source = EntrySource.Import, OccurredAt = time }, id, cell.Column);
            else if (recordedBefore.Event.GetType() == column.Event)
                Again(cell, recordedBefore, time.ToMicroseconds());
            else
                cells.Refuse<int>(cell.Column, "entry-id-reused", "Something else was recorded under the id that this cell has.");
        }
    }

    public ImportedRow Result(Guid caseId) =>
        new(Case is null ? null : caseId, recorded.Count, Replayed, differs,
            Case is null || recorded.Count == 0 ? [] : [.. CaseFlags.Raised(before, Case, rules).Select(f => f.Code)], cells.Refused);

    /// <summary>A time recorded before: the same, or another that is reported, and corrected when that was asked for.</summary>
    void Again(ImportCell cell, Entry entry, DateTimeOffset time)
    {
        if (entry.EffectiveAt == time || (entry.CorrectedTo is not null && entry.Event.OccurredAt == time))
        {
            Replayed++;
            return;
        }

        var corrected = row.Corrections is { } reason && entry.Survives
            && Record(new CorrectTime(entry.Id, time) { Source = EntrySource.Import, Reason = reason },
                entryId($"{cell.Column}/{cell.Occurrence}/{time:O}/{entry.CorrectedBy}"), cell.Column);
        differs.Add(new Difference(row.Line, caseNumber.Value, cell.Column, Show(entry.EffectiveAt), Show(time), corrected));
    }

    bool Record(CaseCommand command, Guid id, string column)
    {
        switch (Recording.Record(Case, command, new Circumstances(id, "", row.By, now, null, NoStops, rules)))
        {
            case CommandResult.Recorded done:
                Case = done.Case;
                recorded.AddRange(done.Entries);
                return true;
            case CommandResult.Replayed:
                Replayed++;
                return false;
            case CommandResult.Refused no:
                cells.Refused.Add(new RefusedCell(row.Line, column, no.Refusal.Code, no.Refusal.Detail));
                return false;
            case var other:
                throw new InvalidOperationException($"A file is neither stopped nor stale, but this was {other.GetType().Name}.");
        }
    }

    /// <summary>What cannot be meant is refused by itself; the case is recorded without it.</summary>
    ScheduleCase WithoutSenseless(ScheduleCase schedule, Guid caseId)
    {
        ScheduleCase Without(string column, ScheduleCase alone, ScheduleCase left)
        {
            if (alone.Decide(caseId) is not Decision.ToRefuse no)
                return schedule;
            cells.Refuse<int>(column, no.Refusal.Code, no.Refusal.Detail);
            return left;
        }

        var bare = new ScheduleCase(caseNumber);
        schedule = Without("scheduledStart", bare with { ScheduledStart = schedule.ScheduledStart }, schedule with { ScheduledStart = null });
        schedule = Without("scheduledMinutes", bare with { ScheduledMinutes = schedule.ScheduledMinutes }, schedule with { ScheduledMinutes = null });
        return Without("asaClass", bare with { AsaClass = schedule.AsaClass }, schedule with { AsaClass = null });
    }

    /// <summary>Factors that the case did not have are recorded; others are compared.</summary>
    void AddRiskFactors(IReadOnlyDictionary<string, decimal> factors)
    {
        var stated = new Dictionary<string, decimal>();
        foreach (var entry in Case!.Surviving())
            foreach (var (name, value) in (entry.Event as CaseScheduled)?.RiskFactors
                    ?? (entry.Event as RiskFactorsRecorded)?.Factors ?? new Dictionary<string, decimal>())
                stated[name] = value;
        foreach (var (name, value) in factors)
            if (stated.TryGetValue(name, out var old))
                Compare(ColumnNames.Risk + name, old, value);
            else
                Record(new RecordRiskFactors(new Dictionary<string, decimal> { [name] = value }) { Source = EntrySource.Import },
                    entryId(ColumnNames.Risk + name), ColumnNames.Risk + name);
    }

    void Compare(string column, object? old, object? said)
    {
        if (said is not null && !said.Equals(old))
            differs.Add(new Difference(row.Line, caseNumber.Value, column, Show(old), Show(said), Corrected: false));
    }

    static string? Show(object? value) =>
        value is DateTimeOffset time ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture) : value?.ToString();
}
