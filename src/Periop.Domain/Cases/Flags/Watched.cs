namespace Periop.Domain.Cases;

static class Watched
{
    /// <summary>
    /// Whether someone was there to record what belongs to a step. A file brings times and no checklists, counts or images:
    /// that they are missing says nothing, and a thousand such flags would hide the ones that do.
    /// </summary>
    public static bool WasWatched(this Entry step) => step.Event.Source is not EntrySource.Import;
}
