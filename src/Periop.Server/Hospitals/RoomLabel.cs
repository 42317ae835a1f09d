using System.Globalization;
using System.Text.RegularExpressions;

namespace Periop.Server.Hospitals;

/// <summary>What a room is called on a wall, where there is space for three characters.</summary>
static partial class RoomLabel
{
    const int Length = 3;

    /// <summary>Its last digits, with a letter behind them ("OR 12b": 12b); without digits its last three characters.</summary>
    public static string Of(string room)
    {
        if (LastNumber().Match(room) is { Success: true } number)
            return number.Value;
        var characters = new StringInfo(room);
        return characters.SubstringByTextElements(Math.Max(0, characters.LengthInTextElements - Length));
    }

    [GeneratedRegex(@"\d+\p{L}?(?=\D*$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastNumber();
}
