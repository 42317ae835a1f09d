namespace Periop.Domain.Cases;

static class Watched
{
    /// <summary>
    /// Whether someone was there to record what belongs to a step. A file brings times and no checklists, counts or images:
    /// that they are missing says nothing, and a thousand such flags would hide the ones that do.
    /// </summary>
    public static bool WasWatched(this Entry step) => step.Event.Source is not EntrySource.Import;

    /// <summary>
    /// Whether only a file tells of the case. Safety flags are raised by an imported step too, so that nothing goes past them that
    /// way, but not about a past that nobody recorded here.
    /// </summary>
    public static bool AreAllImported(this SurvivingEntries entries) => entries.All(e => e.Event.Source is EntrySource.Import);
}
