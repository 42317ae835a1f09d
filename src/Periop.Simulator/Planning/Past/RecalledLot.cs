namespace Periop.Simulator.Planning.Past;

/// <summary>A lot that was placed before anybody knew what is wrong with it.</summary>
/// <param name="Article">Of the spine company.</param>
/// <param name="Cases">How many got one of it.</param>
/// <param name="Closed">How many of them have been dealt with.</param>
sealed record RecalledLot(string Notice, string Kind, int Article, string Lot, string Reason, int Cases, int Closed)
{
    public static readonly RecalledLot[] All =
    [
        new("FSCA-2026-014", "pedicle-screw", 65455, "R2207", "Set screws may loosen: the thread is out of tolerance", 14, 8),
        new("FSN-2025-101", "rod", 60551, "K1184", "Label names the wrong length", 5, 5),
    ];

    public string Gtin => UniqueDeviceIdentifier.TradeItemNumber(Implants.SpineCompany, Article);
}
