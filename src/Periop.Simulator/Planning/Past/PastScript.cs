using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning.Past;

/// <summary>Collects what people tell of a past case, and with it the truth that it comes to. What lies after <paramref name="now"/> is not told.</summary>
sealed class PastScript(PastSlot slot, Dice dice, DateTimeOffset now)
{
    readonly List<TrueComplication> complications = [];
    readonly List<TrueAbsence> absences = [];
    readonly List<TrueTransfusion> redCells = [];
    DateTimeOffset? seenAlive;
    bool lost, withdrawn;
    bool? codedOtherwise;

    public PastSlot Slot => slot;

    public Dice Dice => dice;

    public CaseScript Script { get; } = new(slot.Setting, dice);

    public DateTimeOffset? Discharge { get; set; }

    public DateTimeOffset? Death { get; set; }

    /// <summary>The day on which somebody outside saw the patient well.</summary>
    public DateTimeOffset? Letter { get; private set; }

    public DateTimeOffset? RoomExit { get; set; } = slot.Times?.RoomExit;

    /// <summary>Found so far, whoever has looked.</summary>
    public IReadOnlyList<TrueComplication> Complications => complications;

    /// <summary>Whether it has happened, and the patient lived to see it.</summary>
    public bool Happened(DateTimeOffset at) => at < now && !(Death <= at);

    public DateTimeOffset Day(int days, double fromHour = 9, double toHour = 16) => Script.DayAfter(slot.Times!.Incision!.Value, days, fromHour, toHour);

    /// <summary>Told at a screen, long after the operation.</summary>
    public Draft? Desk(string name, DateTimeOffset at, JsonObject? body = null) => at < now ? Script.Desk(name, at, body) : null;

    public void IsThere(string kind, DateTimeOffset? onset, DateTimeOffset foundAt) => complications.Add(new(kind, onset, foundAt));

    /// <summary>A review calls the last one otherwise.</summary>
    public void IsRather(string kind) => complications[^1] = complications[^1] with { Kind = kind };

    /// <summary>A review rejects the last one.</summary>
    public void IsNone() => complications.RemoveAt(complications.Count - 1);

    public void AreNotThere(IEnumerable<TrueAbsence> some) => absences.AddRange(some);

    public void WereGiven(int units, DateTimeOffset at) => redCells.Add(new(at, units));

    public void SeenAlive(DateTimeOffset at) => seenAlive = seenAlive > at ? seenAlive : at;

    public void SeenElsewhere(DateTimeOffset at)
    {
        Letter = at;
        SeenAlive(at);
    }

    public void IsLost() => lost = true;

    public void HasWithdrawn() => withdrawn = true;

    public void IsCoded(bool otherwise) => codedOtherwise = otherwise;

    public CaseTruth? Truth() => slot.Times is not { Incision: { } incision } ? null : new(slot.CaseNumber, slot.Surgeon.Reference, incision)
    {
        RoomExit = RoomExit,
        Discharge = Discharge,
        Death = Death,
        LastSeenAlive = seenAlive,
        IsLost = lost,
        HasWithdrawn = withdrawn,
        Complications = complications,
        Absences = absences,
        RedCells = redCells,
        IsCodedOtherwise = codedOtherwise,
    };
}
