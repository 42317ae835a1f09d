using Periop.Server.Access;

namespace Periop.Server.Shell;

/// <summary>A place that the head of every page leads to.</summary>
/// <param name="Path">Where it begins; what is below it is part of it.</param>
/// <param name="Roles">Who may go there.</param>
/// <param name="Within">The pages it consists of, if it has several; it begins at the first that one may see.</param>
sealed record Place(string Name, string Path, IReadOnlyList<string> Roles, params Place[] Within)
{
    /// <summary>Whether its tab says how much waits there.</summary>
    public bool IsQueue { get; init; }

    /// <summary>Whether a path is in it.</summary>
    public bool IsAt(PathString path) => path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where somebody can go, and where they begin.</summary>
static class Places
{
    public const string Quality = "/quality";

    static readonly Place[] OfQuality =
    [
        new("Register", "/quality/register", [Role.Quality]),
        new("To review", "/quality/review", [Role.Quality]) { IsQueue = true },
        new("Follow-up due", "/quality/due", [Role.Quality]) { IsQueue = true },
        new("Rates", "/quality/rates", [Role.Quality]),
        new("Funnel", "/quality/funnel", [Role.Quality]),
        new("CUSUM", "/quality/cusum", [Role.Quality]),
        new("Chart", "/quality/chart", [Role.Quality]),
        new("Times", "/quality/times", [Role.Quality, Role.Scheduler]),
        new("Record keeping", "/quality/record-keeping", [Role.Quality]),
        new("Benefits", "/quality/benefits", [Role.Quality]),
        new("Deviations", "/quality/deviations", [Role.Quality]),
        new("Corrections", "/quality/corrections", [Role.Quality, Role.Auditor]),
        new("Implants", "/quality/implants", [Role.Quality, Role.OrStaff]),
        new("Recalls", "/quality/recalls", [Role.Quality]) { IsQueue = true },
        new("Reconciliation", "/quality/reconciliation", [Role.Quality]),
        new("Downtimes", "/quality/downtimes", [Role.Quality, Role.OrStaff]),
    ];

    static readonly Place[] All =
    [
        new("Board", "/board", Role.BoardReaders),
        new("Day plan", "/schedule", Role.CaseReaders,
            new Place("The day", "/schedule", Role.CaseReaders), new Place("Import a file", "/schedule/import", [Role.Scheduler])),
        new("Quality", Quality, [.. OfQuality.SelectMany(page => page.Roles).Distinct()], OfQuality),
        new("Coding", "/coding", [Role.Coder, Role.Quality],
            new Place("The cases", "/coding", [Role.Coder, Role.Quality]), new Place("Decisions", "/coding/summary", [Role.Coder, Role.Quality])),
        new("Who read what", "/access-log", [Role.Auditor]),
        new("Masking and erasure", "/administration", [Role.Admin]),
        new("Displays", "/displays", [Role.Operations, Role.Admin]),
    ];

    /// <summary>Where the work of a role begins; of somebody with several roles, the first of them.</summary>
    static readonly (string Role, string Path)[] Homes =
    [
        (Role.OrStaff, "/board"), (Role.Scheduler, "/schedule"), (Role.Quality, Quality), (Role.Coder, "/coding"), (Role.Auditor, "/access-log"),
        (Role.Admin, "/administration"), (Role.Operations, "/displays"), (Role.Display, "/board"),
    ];

    public static IEnumerable<Place> Of(Caller caller) => All.Where(place => caller.HasOneOf(place.Roles));

    /// <summary>The pages beside the one at a path, in the same place; none where it stands alone.</summary>
    public static IEnumerable<Place> Beside(Caller caller, PathString path) =>
        Of(caller).Where(place => place.IsAt(path))
            .SelectMany(place => place.Within).Where(page => caller.HasOneOf(page.Roles));

    /// <summary>Where the work of a role is; null for who has no page.</summary>
    public static string? HomeOf(Caller caller) =>
        Homes.Where(home => caller.Roles.Contains(home.Role)).Select(home => home.Path).FirstOrDefault(home => Of(caller).Any(place => place.Path == home))
        ?? Of(caller).FirstOrDefault()?.Path;
}
