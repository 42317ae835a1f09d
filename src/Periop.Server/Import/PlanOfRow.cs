using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Store;

namespace Periop.Server.Import;

/// <summary>What a row says of the plan: it schedules the case; of one that is there, it is compared with what is planned. Pure.</summary>
sealed class PlanOfRow(RowRecord record)
{
    static readonly Note Named = new("named by a file");

    readonly CellReader cells = record.Cells;

    SurgicalCase Known => record.Case!;

    public void Take(Guid caseId, PatientIdentity? patient)
    {
        var told = PlanColumn.All.Select(column => (Column: column, Value: column.Told(cells))).ToArray();
        var factors = cells.RiskFactors();
        if (record.Case is null)
        {
            Schedule(caseId, patient, told.ToDictionary(t => t.Column.Name, t => t.Value), factors);
            return;
        }

        record.Replay();
        foreach (var (column, value) in told)
            if (value is not null)
                Compare(column, value);
        if (patient is not null)
            Compare(patient);
        foreach (var (name, value) in factors)
            Compare(ColumnNames.Risk + name, name, value);
    }

    void Schedule(Guid caseId, PatientIdentity? patient, Dictionary<string, object?> told, IReadOnlyDictionary<string, decimal> factors)
    {
        var schedule = new ScheduleCase(
            record.CaseNumber, told["procedure"] is Term family ? new Procedure(family) : null, patient is null ? null : new Reference(patient.Id),
            (Label?)told["room"], (DateTimeOffset?)told["scheduledStart"], (int?)told["scheduledMinutes"], (Priority?)told["priority"],
            (Label?)told["surgeon"], (Label?)told["service"], AsaClass: (int?)told["asaClass"], RiskFactors: factors.Count > 0 ? factors : null)
        { Source = EntrySource.Import, PatientId = patient?.PatientId };
        if (schedule.Decide(caseId) is Decision.ToRefuse)
            schedule = WithoutSenseless(schedule, caseId);
        record.NamesPatient = record.Record(schedule, caseId, ColumnNames.CaseNumber);
    }

    /// <summary>What nobody ever said is recorded as planned from the start; what is otherwise differs.</summary>
    void Compare(PlanColumn column, object said)
    {
        var plan = Plan.Of(Known.Surviving());
        var planned = column.Planned(plan);
        if (said.Equals(planned))
            return;
        if (planned is null && !column.WasFilled(Known))
        {
            record.Record(column.Change(plan, said) with { Source = EntrySource.Import, OccurredAt = Known.Entries[Known.Id].EffectiveAt },
                record.IdOf($"{column.Name}/0"), column.Name);
            return;
        }

        var changed = record.Row.Order.Corrections is { } reason
            && record.Record(column.Change(plan, said) with { Source = EntrySource.Import, Reason = reason },
                record.IdOf($"{column.Name}/{PlanColumn.Show(said)}/{Known.Version}"), column.Name);
        record.Differ(column.Name, planned is null ? null : PlanColumn.Show(planned), PlanColumn.Show(said), changed);
    }

    /// <summary>Who the patient is, where nobody said so; another patient is for somebody to look at.</summary>
    void Compare(PatientIdentity patient)
    {
        var stated = Known.Entries.Values.Any(e => e.Event is CaseScheduled { PatientId: not null } or PatientCorrected { PatientId: not null });
        if (!stated)
            record.NamesPatient = record.Record(
                new CorrectPatient(new Reference(patient.Id)) { PatientId = patient.PatientId, Source = EntrySource.Import, Reason = Named },
                record.IdOf($"{ColumnNames.Patient}/0"), ColumnNames.Patient);
        else if (Plan.Of(Known.Surviving()).PatientId != patient.PatientId)
            record.Differ(ColumnNames.Patient, null, patient.Id);
    }

    /// <summary>A risk factor that nobody ever stated is recorded; another value differs.</summary>
    void Compare(string column, string name, decimal said)
    {
        var stated = Known.InOrderOfRecording()
            .Select(e => (Entry: e, Factors: (e.Event as CaseScheduled)?.RiskFactors ?? (e.Event as RiskFactorsRecorded)?.Factors))
            .Where(s => s.Factors?.ContainsKey(name) is true).ToArray();
        if (stated.Length == 0)
            record.Record(
                new RecordRiskFactors(new Dictionary<string, decimal> { [name] = said }) { Source = EntrySource.Import }, record.IdOf(column), column);
        else if (stated.LastOrDefault(s => s.Entry.Survives) is not { Entry: not null } last)
            record.Differ(column, null, $"{said}");
        else if (last.Factors![name] != said)
            record.Differ(column, $"{last.Factors[name]}", $"{said}");
    }

    /// <summary>What cannot be meant is refused by itself; the case is recorded without it.</summary>
    ScheduleCase WithoutSenseless(ScheduleCase schedule, Guid caseId)
    {
        ScheduleCase Without(string column, ScheduleCase alone, ScheduleCase left)
        {
            if (alone.Decide(caseId) is not Decision.ToRefuse no)
                return schedule;
            cells.Refuse(column, no.Refusal.Code, no.Refusal.Detail);
            return left;
        }

        var bare = new ScheduleCase(record.CaseNumber);
        schedule = Without("scheduledStart", bare with { ScheduledStart = schedule.ScheduledStart }, schedule with { ScheduledStart = null });
        schedule = Without("scheduledMinutes", bare with { ScheduledMinutes = schedule.ScheduledMinutes }, schedule with { ScheduledMinutes = null });
        return Without("asaClass", bare with { AsaClass = schedule.AsaClass }, schedule with { AsaClass = null });
    }
}
