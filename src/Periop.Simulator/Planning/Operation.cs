namespace Periop.Simulator.Planning;

/// <summary>A kind of operation as the scheduler sees it: what it is called and how long it usually takes.</summary>
/// <param name="Family">The contract's <c>procedure.family</c>.</param>
/// <param name="ShortestMinutes">From incision to wound closed.</param>
/// <param name="ShortestStay">Days from leaving the room to discharge.</param>
sealed record Operation(
    string Family, string Service, string Position, int ShortestMinutes, int LongestMinutes, int ShortestStay, int LongestStay, int BloodLossMl, bool Implants)
{
    public static readonly Operation SpinalOsteotomy = new("spinal-osteotomy", "spine", "prone", 180, 300, 3, 7, 900, Implants: true);

    static readonly Operation[] Spine =
    [
        new("laminectomy", "spine", "prone", 70, 130, 1, 4, 200, Implants: false),
        new("discectomy", "spine", "prone", 45, 90, 1, 2, 80, Implants: false),
        new("lumbar-fusion", "spine", "prone", 110, 180, 2, 5, 400, Implants: true),
    ];

    static readonly Operation[] Joints =
    [
        new("hip-replacement", "orthopedics", "lateral", 60, 110, 2, 5, 350, Implants: true),
        new("knee-replacement", "orthopedics", "supine", 60, 110, 2, 5, 200, Implants: true),
        new("shoulder-arthroscopy", "orthopedics", "lateral", 40, 80, 1, 2, 50, Implants: false),
    ];

    static readonly Operation Fracture = new("femur-fracture-fixation", "trauma", "supine", 80, 130, 4, 10, 400, Implants: true);

    public bool IsSpinalOsteotomy => this == SpinalOsteotomy;

    /// <summary>A spine room begins with the long operation on most days and has shorter ones after it.</summary>
    public static Operation ForSlot(bool spineRoom, int slot, Dice dice) =>
        !spineRoom ? dice.Pick(Joints)
        : dice.Chance(slot == 0 ? .75 : .3) ? SpinalOsteotomy
        : dice.Pick(Spine);

    public static Operation AtNight => Fracture;

    /// <summary>What the scheduler asks for: room entry to room exit in quarters of an hour.</summary>
    public int ScheduledMinutes(Dice dice) =>
        (dice.Between(ShortestMinutes, LongestMinutes) + (IsSpinalOsteotomy ? 90 : 60) + 14) / 15 * 15;
}
