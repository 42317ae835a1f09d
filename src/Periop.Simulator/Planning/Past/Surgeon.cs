namespace Periop.Simulator.Planning.Past;

/// <summary>One of the surgeons of the simulated past: how much they operate, and what becomes of their patients.</summary>
/// <param name="Share">Of the operating days of the service, against the others'.</param>
/// <param name="InfectionRate">Of the operations, in which a wound became infected.</param>
/// <param name="Seen">Of the patients, how many are seen again after three months.</param>
sealed record Surgeon(string Reference, string Service, double Share, double InfectionRate, double Seen)
{
    const string Spine = "spine", Orthopedics = "orthopedics";

    /// <summary>How many days before the last one they began; null: before the simulated past.</summary>
    public int? BeganDaysBefore { get; init; }

    /// <summary>Whose infections come one after the other: worth a look in a funnel and in a CUSUM.</summary>
    public const string Outside = "S-07";

    /// <summary>Most are as good as one another. One has too many infections, two don't see their patients again, and one has only begun.</summary>
    public static readonly Surgeon[] All =
    [
        new("S-01", Spine, 1.4, .030, .93), new("S-02", Spine, 1.2, .040, .90), new("S-03", Spine, 1.0, .035, .95),
        new("S-04", Orthopedics, 1.3, .020, .91), new("S-05", Orthopedics, 1.0, .030, .88), new("S-06", Spine, .9, .045, .92),
        new(Outside, Spine, 1.1, .13, .92), new("S-08", Spine, .9, .030, .6), new("S-09", Orthopedics, .8, .025, .90),
        new("S-10", Orthopedics, .7, .030, .87), new("S-11", Spine, .8, .040, .42),
        new("S-12", Spine, .9, .030, .90) { BeganDaysBefore = 130 },
    ];
}
