namespace Periop.Server.Access.SignIn;

/// <summary>Somebody to try the program as, in Development: there is no such person, and no password.</summary>
/// <param name="Does">What such a person does here, in a few words.</param>
sealed record Persona(string Subject, string Name, string Does, IReadOnlyList<string> Roles)
{
    public static readonly Persona[] All =
    [
        new("N-07", "Circulating nurse", "Records at the table", [Role.OrStaff]),
        new("A-11", "Anesthesia", "Records at the table", [Role.OrStaff]),
        new("S-07", "Surgeon", "Records and signs", [Role.OrStaff]),
        new("P-04", "Scheduler", "Plans the day, imports", [Role.Scheduler]),
        new("Q-02", "Quality", "Registers, reviews, rates", [Role.Quality]),
        new("C-05", "Coder", "Decides codes, reads timelines", [Role.Coder]),
        new("U-01", "Auditor", "Reads who read what", [Role.Auditor]),
        new("W-01", "Wall display", "The board, nothing else", [Role.Display]),
        new("O-03", "Operations", "Health, metrics, displays", [Role.Operations]),
        new("D-01", "Administrator", "Masks texts, erases identities", [Role.Admin]),
    ];
}
