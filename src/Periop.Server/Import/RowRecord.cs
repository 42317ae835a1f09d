using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Import;

/// <summary>What a row comes to while its cells are decided one after the other.</summary>
/// <param name="caseNumber">As it is normalised.</param>
/// <param name="known">The case that the row is about; null when it begins one.</param>
/// <param name="rooms">The hospital's.</param>
/// <param name="idOf">The id of what a column and its occurrence bring to this case number.</param>
sealed class RowRecord(
    ImportRow row, CellReader cells, Label caseNumber, SurgicalCase? known, DateTimeOffset now, RuleBook rules, IReadOnlyList<string> rooms,
    Func<string, Guid> idOf)
{
    static readonly HashSet<string> NoStops = [];

    readonly SurgicalCase? before = known;
    readonly List<Entry> recorded = [];
    readonly List<Difference> differs = [];
    int replayed;

    public ImportRow Row => row;

    public CellReader Cells => cells;

    public Label CaseNumber => caseNumber;

    public DateTimeOffset Now => now;

    /// <summary>The case with what the row brought so far.</summary>
    public SurgicalCase? Case { get; private set; } = known;

    public IReadOnlyList<Entry> Recorded => recorded;

    /// <summary>Whether what was recorded says who the patient is.</summary>
    public bool NamesPatient { get; set; }

    public Guid IdOf(string columnAndOccurrence) => idOf(columnAndOccurrence);

    /// <summary>What was recorded before is said again.</summary>
    public void Replay() => replayed++;

    public void Differ(string column, string? old, string? said, bool corrected = false) =>
        differs.Add(new Difference(row.Line, caseNumber.Value, column, old, said, corrected));

    /// <summary>Records a command by the same decisions as at a screen; whether it was.</summary>
    public bool Record(CaseCommand command, Guid id, string column)
    {
        switch (Recording.Record(Case, command, new Circumstances(id, "", row.Order.By, now, null, NoStops, rules) { Rooms = rooms }))
        {
            case CommandResult.Recorded done:
                Case = done.Case;
                recorded.AddRange(done.Entries);
                return true;
            case CommandResult.Replayed:
                Replay();
                return false;
            case CommandResult.Refused no:
                cells.Refuse(column, no.Refusal.Code, no.Refusal.Detail);
                return false;
            case var other:
                throw new InvalidOperationException($"A file is neither stopped nor stale, but this was {other.GetType().Name}.");
        }
    }

    public ImportedRow Result(Guid caseId) =>
        new(Case is null ? null : caseId, recorded.Count, replayed, differs,
            Case is null || recorded.Count == 0 ? [] : [.. CaseFlags.Raised(before, Case, rules).Select(f => f.Code)], cells.Refused);
}
