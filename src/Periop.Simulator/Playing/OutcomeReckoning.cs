using Periop.Simulator.Planning.Past;

namespace Periop.Simulator.Playing;

/// <summary>
/// What the truth of a case comes to by a definition: reckoned here once more from the rules in docs/audit.md, and not by the server's own code, so that
/// the two can contradict each other.
/// </summary>
/// <param name="Window">One of days and hours is null.</param>
sealed record OutcomeReckoning(
    string Id, int Version, string Kind, WindowAnswer Window, string Anchor, string Evidence, int? AssessedFrom, MeasureAnswer? Measure)
{
    static readonly Dictionary<string, string> FamilyOf = new()
    {
        ["infection-superficial"] = "infection", ["infection-deep"] = "infection", ["infection-organ-space"] = "infection",
        ["deep-vein-thrombosis"] = "blood-clots", ["pulmonary-embolism"] = "blood-clots",
    };

    /// <summary>Whether a word of a second source is about what this defines.</summary>
    public bool Tells(string kind) => kind == Kind || FamilyOf.GetValueOrDefault(kind) == Kind;

    /// <summary>The state, and whether the window is closed.</summary>
    public (string State, bool IsClosed) StateOf(CaseTruth truth, DateTimeOffset asOf, TimeZoneInfo zone)
    {
        DateTimeOffset? anchor = Anchor switch { "room-exit" => truth.RoomExit, "discharge" => truth.Discharge, _ => truth.Incision };
        if (anchor is not { } from)
            return truth.Death is null ? ("not-yet-due", false) : ("died", true);
        var isClosed = IsPast(asOf);
        return (State(), isClosed);

        string State() =>
            truth.Complications.Any(found => IsOwn(found) && IsOnsetKnown(found) && IsIn(found)) ? "present"
            : Measure is { } measure && truth.RedCells.Where(given => given.At >= from && !IsPast(given.At)).Sum(given => given.Units) >= measure.AtLeastUnits
                ? "present"
            : truth.Death is { } death && !IsPast(death) ? Kind == "death" ? "present" : "died"
            : !isClosed ? "not-yet-due"
            : truth.Complications.Any(IsUndecided) ? "due-not-assessed"
            : IsAbsent() ? "absent"
            : truth.HasWithdrawn ? "withdrawn"
            : truth.IsLost ? "lost"
            : "due-not-assessed";

        bool IsPast(DateTimeOffset at) => Window.Hours is { } hours ? at > from.AddHours(hours) : DayOf(at) > DayOf(from).AddDays(Window.Days!.Value);

        bool Reaches(DateTimeOffset at) => Window.Hours is { } hours ? at >= from.AddHours(hours) : DayOf(at) >= DayOf(from).AddDays(Window.Days!.Value);

        bool IsIn(TrueComplication found) => (found.Onset ?? found.FoundAt) is var at && at >= from && !IsPast(at);

        bool IsOnsetKnown(TrueComplication found) => found.Onset is not null || !IsPast(found.FoundAt);

        bool IsOwn(TrueComplication found) => found.Kind == Kind || FamilyOf.GetValueOrDefault(found.Kind) == Kind;

        bool IsUndecided(TrueComplication found) => IsOwn(found)
            ? !IsOnsetKnown(found)
            : found.Kind == FamilyOf.GetValueOrDefault(Kind) && (!IsOnsetKnown(found) || IsIn(found));

        bool IsAbsent() =>
            Kind == "death" ? truth.Death is not null || (truth.LastSeenAlive is { } seen && Reaches(seen))
            : WasNotThere(Kind) || (FamilyOf.GetValueOrDefault(Kind) is { } family && WasNotThere(family))
                || (FamilyOf.ContainsValue(Kind) && FamilyOf.Where(member => member.Value == Kind).All(member => WasNotThere(member.Key)))
                || (Evidence == "discharged" && truth.Discharge is not null)
                || (Evidence == "discharged-after-close" && truth.Discharge is { } discharge && Reaches(discharge));

        bool WasNotThere(string kind) => truth.Absences.Any(absence => absence.Kind == kind
            && (AssessedFrom is { } day ? DayOf(absence.At) >= DayOf(from).AddDays(day) : Reaches(absence.At)));

        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }
}

/// <summary>So many days, or so many hours.</summary>
sealed record WindowAnswer(int? Days, int? Hours);

/// <summary>From how many units on a transfusion is the event.</summary>
sealed record MeasureAnswer(decimal AtLeastUnits);
