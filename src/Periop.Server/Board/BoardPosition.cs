namespace Periop.Server.Board;

/// <summary>
/// The position of a board: rises with every entry that changes what it shows, and is the same on every node. Cards and register go on
/// independently, so the one number has both: above, the position of the last change of a card; below, how often flags across cases have
/// come and gone on the cases shown. The lower part falls only when other cases are shown, and then a card has changed or the day has.
/// </summary>
static class BoardPosition
{
    /// <summary>Leaves room for as many events as a number in JavaScript can count exactly with the rest: 2^33.</summary>
    const int FlagBits = 20;

    /// <param name="cards">The highest position of a card of the hospital.</param>
    /// <param name="flagChanges">See <see cref="Implants.ShownDevices.Changes"/>.</param>
    public static long Of(long cards, long flagChanges) => (cards << FlagBits) + Math.Min(flagChanges, (1L << FlagBits) - 1);
}
