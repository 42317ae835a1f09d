using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Http;

namespace Periop.Server.Import;

/// <summary>What a row says happened, first things first. Pure.</summary>
sealed class TimesOfRow(RowRecord record)
{
    readonly CellReader cells = record.Cells;

    SurgicalCase Known => record.Case!;

    public void Take()
    {
        var times = from cell in record.Row.Cells
                    let column = ImportColumn.Times.FirstOrDefault(c => c.Name == cell.Column)
                    where column is not null
                    let time = column.Name == ImportColumn.Cancelled && CellReader.YesOrNo(cell) is { } yes
                        ? CalledOff(cell, yes)
                        : cells.Time(cell, column)
                    where time is not null
                    orderby time.Value.At
                    select (cell, column, time.Value);
        foreach (var (cell, column, time) in times.ToArray())
            Tell(cell, column, time);
        if (cells.Cell(ColumnNames.CancellationCode) is not null && cells.Cell(ImportColumn.Cancelled) is null)
            cells.Refuse(ColumnNames.CancellationCode, "invalid-shape", "It says why the case was called off, but cancelled is empty.");
    }

    /// <summary>When a file that says only that it was called off means: the day of the planned start, but not one that is still to come.</summary>
    TimeTold? CalledOff(ImportCell cell, bool yes)
    {
        var entries = Known.Surviving();
        if (!yes)
        {
            if (entries.Last<CaseCalledOff>() is { } callingOff)
                record.Differ(cell.Column, TimeTold.Show(callingOff.EffectiveAt, callingOff.Precision), cell.Text);
            return null;
        }

        if (Plan.Of(entries).ScheduledStart is not { } start)
        {
            cells.Refuse(cell.Column, "invalid-shape",
                $"Found {Shown.Of(cell.Text)}, but the case has no scheduledStart to tell the day: write a date or a time.");
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(start < record.Now ? start : record.Now, cells.DayZone);
        return TimeTold.DayOf(DateOnly.FromDateTime(local.DateTime), cells.DayZone) with { IsGuess = true };
    }

    void Tell(ImportCell cell, ImportColumn column, TimeTold time)
    {
        if (EarlierOf(cell, out var id) is not { } earlier)
        {
            if (Elsewhere(cell, column, time) is not { } other)
                record.Record(Command(column, time), id, cell.Column);
            else if (time.IsAbout(other))
                record.Replay();
            else
                Differ(cell, other, time);
        }
        else if (earlier.Event.GetType() != column.Event)
        {
            cells.Refuse(cell.Column, "entry-id-reused", "Something else was recorded under the id that this cell has.");
        }
        else if (!time.IsOf(earlier))
        {
            Differ(cell, earlier, time);
        }
        else
        {
            record.Replay();
            CompareCode(earlier);
        }
    }

    /// <summary>
    /// What this cell recorded before, and the id under which it would record now. With <c>again</c>, what was taken back with its file is
    /// recorded anew.
    /// </summary>
    Entry? EarlierOf(ImportCell cell, out Guid id)
    {
        id = record.IdOf($"{cell.Column}/{cell.Occurrence}");
        var earlier = Known.Entries.GetValueOrDefault(id);
        while (earlier?.RetractedBy is { } retraction)
        {
            var next = record.IdOf($"{cell.Column}/{cell.Occurrence}/{retraction}");
            if (!Known.Entries.ContainsKey(next) && !(record.Row.Order.Again && Known.Entries[retraction].Event.Source is EntrySource.Import))
                return earlier;
            (id, earlier) = (next, Known.Entries.GetValueOrDefault(next));
        }

        return earlier;
    }

    /// <summary>What another source has recorded in this cell's place: by the time or, of several, by the order.</summary>
    Entry? Elsewhere(ImportCell cell, ImportColumn column, TimeTold time)
    {
        var same = Known.Surviving().Where(e => e.Event.GetType() == column.Event).ToArray();
        if (same.Length == 0 || column.PerCase is PerCase.AnyNumber)
            return null;
        var own = Enumerable.Range(0, CaseFile.MostColumnsAlike).ToDictionary(n => record.IdOf($"{cell.Column}/{n}"));
        var others = same.Where(e => !own.ContainsKey(e.Id)).ToArray();
        var place = column.PerCase is PerCase.Once ? 0 : cell.Occurrence - same.Count(e => own.TryGetValue(e.Id, out var n) && n < cell.Occurrence);
        return others.FirstOrDefault(other => time.IsAbout(other)) ?? others.ElementAtOrDefault(place);
    }

    CaseCommand Command(ImportColumn column, TimeTold time)
    {
        var command = column.Name == ImportColumn.Cancelled && cells.Read<Term>(ColumnNames.CancellationCode) is { } code
            ? new CallOffCase(code)
            : column.Command();
        return command with { Source = EntrySource.Import, OccurredAt = time.At, Precision = time.Precision };
    }

    void CompareCode(Entry entry)
    {
        if (entry.Event is CaseCalledOff calledOff && cells.Read<Term>(ColumnNames.CancellationCode) is { } code && code != calledOff.Code)
            record.Differ(ColumnNames.CancellationCode, calledOff.Code.Value, code.Value);
    }

    /// <summary>Another time than was recorded: reported, and corrected when that was asked for.</summary>
    void Differ(ImportCell cell, Entry entry, TimeTold time)
    {
        var corrected = record.Row.Order.Corrections is { } reason && entry.Survives
            && record.Record(new CorrectTime(entry.Id, time.At) { Source = EntrySource.Import, Reason = reason, Precision = time.Precision },
                record.IdOf($"{cell.Column}/{cell.Occurrence}/{time.At:O}/{entry.CorrectedBy}"), cell.Column);
        record.Differ(cell.Column, TimeTold.Show(entry.EffectiveAt, entry.Precision), $"{time}", corrected);
    }
}
