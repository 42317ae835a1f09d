using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Marks what may name a room of the hospital.</summary>
interface INamesRoom
{
    Label? Room { get; }

    /// <summary>
    /// True when the hospital had no such room when this was recorded. It is kept, since its rooms are configuration: whether an entry is
    /// flagged must not change with that.
    /// </summary>
    bool? RoomUnknown { get; }

    CaseEvent InUnknownRoom();
}
