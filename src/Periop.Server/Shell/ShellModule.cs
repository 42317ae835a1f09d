using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Periop.Server.Access;
using Periop.Server.Hospitals;

namespace Periop.Server.Shell;

/// <summary>What all pages have around them, and the way to the first one.</summary>
static class ShellModule
{
    public static void AddShell(this WebApplicationBuilder builder) => builder.Services.AddRazorComponents();

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().DisableAntiforgery().RequireAuthorization();       // roles alone would let in somebody of no hospital
        app.MapGet("/", (HttpContext http) => TypedResults.LocalRedirect(
                http.User.Identity?.IsAuthenticated is true ? Places.HomeOf(http.User.Caller()) ?? "/sign-in" : "/sign-in"))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapGet(Places.Quality, (HttpContext http) => TypedResults.LocalRedirect(
                Places.Beside(http.User.Caller(), Places.Quality).FirstOrDefault()?.Path ?? "/"))
            .RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/as-of", AskAsOf).RequireAuthorization().ExcludeFromDescription();
    }

    /// <summary>The same page as of a minute that somebody has written down in the hospital's time.</summary>
    static IResult AskAsOf(string page, string? day, string? time, HttpContext http, HospitalDirectory hospitals)
    {
        var (path, query) = page.Split('?', 2) is [var before, var after] ? (before, after) : (page, "");
        if (!RedirectHttpResult.IsLocalUrl(path))
            return TypedResults.NotFound();
        var address = new PageAddress(
            path, [.. QueryHelpers.ParseQuery(query).Select(p => KeyValuePair.Create(p.Key, p.Value.ToString()))]);
        return TypedResults.LocalRedirect(AsOfChoices.Ask(address, day, time, hospitals[http.User.Hospital()]).ToString());
    }
}
