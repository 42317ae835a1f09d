using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Shell;

namespace Periop.Server.Board;

/// <summary>How the board is shown: on a wall, where nobody presses anything, or under a finger.</summary>
static class BoardView
{
    public const string Wall = "wall", Tablet = "tablet";

    /// <summary>What of the address cannot be meant; then the board is shown as if it were not there.</summary>
    public static IResult? WhyNot(IQueryCollection query) =>
        QueryParameters.WhyNot(query, ["view", PageAddress.Theme, PageAddress.Own])
        ?? (query["view"].ToString() is "" or Wall or Tablet ? null : Problems.NoneOf("/view", [Wall, Tablet]));

    /// <summary>As the address says; else a display is a wall.</summary>
    public static string Of(HttpContext http) => http.Request.Query["view"].ToString() is (Wall or Tablet) and var asked ? asked
        : http.User.Caller().HasOneOf([Role.Display]) ? Wall : Tablet;
}
