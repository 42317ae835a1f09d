namespace Periop.Domain.Cases;

/// <summary>What came with a file.</summary>
public static class Imported
{
    /// <summary>
    /// Whether a step came with a file. A file brings times and no checklists, counts or images: that they are missing says nothing,
    /// and a thousand such flags would hide the ones that do.
    /// </summary>
    public static bool IsImported(this Entry step) => step.Event.Source is EntrySource.Import;

    /// <summary>
    /// Whether files alone tell of the plan and the operation. What people say later of the outcome, or about the record, does not bring
    /// the patient of long ago back into the room.
    /// </summary>
    public static bool AreToldByFilesAlone(this SurvivingEntries entries) =>
        entries.Where(e => e.Event is CaseScheduled or PlanChanged or DelayRecorded or PreparationItemRecorded or PatientPrepared or IntraoperativeEvent)
            .All(IsImported);
}
