namespace Periop.Simulator.Planning;

/// <summary>What stands fixed before the story of a case begins.</summary>
/// <param name="NotBefore">When the room can have it: the patient before is out and the room is clean.</param>
/// <param name="Source">How the entries come: <c>live</c>, or <c>downtime</c> for days that are long past.</param>
sealed record CaseSetting(
    string CaseNumber, string Room, string Surgeon, Operation Operation, bool Emergency,
    DateTimeOffset ScheduledStart, int ScheduledMinutes, DateTimeOffset NotBefore, TimeZoneInfo TimeZone, string Source);
