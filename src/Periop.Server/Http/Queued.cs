using System.Globalization;

namespace Periop.Server.Http;

/// <summary>How long a request waited in a queue, as its client says. It is no part of the content: sent again, it has waited longer.</summary>
static class Queued
{
    public const string Header = "Periop-Waited";

    public static bool HasWaited(HttpRequest request) => request.Headers.ContainsKey(Header);

    /// <summary>Reads the seconds, if they are said; the problem when they are none.</summary>
    public static IResult? Read(HttpRequest request, out int? waited)
    {
        waited = null;
        if (request.Headers[Header] is not { Count: > 0 } said)
            return null;
        if (!int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return Problems.Of(400, "invalid-waited", $"{Header} must be a number of seconds.");
        waited = seconds;
        return null;
    }
}
