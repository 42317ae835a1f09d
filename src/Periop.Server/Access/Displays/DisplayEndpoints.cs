using Microsoft.AspNetCore.Http.HttpResults;
using Periop.Domain.Text;
using Periop.Server.Access.SignIn;
using Periop.Server.Http;
using Periop.Server.Http.Description;

namespace Periop.Server.Access.Displays;

/// <summary>A screen that is to become a display.</summary>
/// <param name="Code">What the screen shows.</param>
/// <param name="Name">What it is to be called, and where it hangs.</param>
sealed record PairDisplay(string Code, Label Name);

/// <summary>Wall displays over HTTP: a screen shows a code, somebody enters it, and the screen has the board until it is ended.</summary>
static class DisplayEndpoints
{
    /// <summary>What a screen opens.</summary>
    public const string Path = "/display";

    const string PairingCookie = "periop-pairing";

    public static void AddDisplays(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PairingLimits>();
        builder.Services.AddScoped<DisplayDirectory>();
        builder.Services.AddScoped<DisplayCookie>();
        builder.Services.AddScoped<DisplayQuery>();
        builder.Services.AddSingleton<DisplayStreams>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DisplayStreams>());
        builder.Services.AddAuthentication().AddCookie(Schemes.Display, cookie =>
        {
            Schemes.Protect(cookie, Schemes.DisplayCookie, builder.Environment.IsDevelopment());
            cookie.LoginPath = Path;        // one that was ended shows another code
            cookie.ExpireTimeSpan = DisplayCookie.Longest;
            cookie.EventsType = typeof(DisplayCookie);
        });
    }

    public static void MapDisplays(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (Delegate)ShowAsync).AllowAnonymous().ExcludeFromDescription();
        var displays = app.MapGroup("/api/displays").WithTags("Displays");
        displays.MapGet("", async (HttpContext http, DisplayQuery query) =>
                (await query.AskAsync(http.User.Caller(), http.RequestAborted)).ToResult(http.Response, Tagged.Ok))
            .For(DisplayQuery.Roles).WithName("displays").WithSummary("Every wall display, those that show the board first.")
            .Produces<DisplayList>().Produces(304);
        displays.MapPost("", PairAsync).For(Role.Operations).WithName("display-pair")
            .WithSummary("Makes the screen that shows a code a display of this hospital.").Takes(typeof(PairDisplay), "application/json")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415);
        displays.MapDelete("{displayId}", RevokeAsync).For(Role.Operations).WithName("display-revoke")
            .WithSummary("Ends a display, for good: its next request is refused, and its live board ends.").Produces<Display>().ProducesProblem(404);
    }

    static async Task<IResult> PairAsync(HttpContext http, DisplayDirectory displays, PairingLimits limits)
    {
        var (body, problem) = await JsonBody<PairDisplay>.ReadAsync(http.Request, typeof(PairDisplay), "display", http.RequestAborted);
        if (body is null)
            return problem!;
        var caller = http.User.Caller();
        if (!limits.MayTry(caller))
            return Problems.Of(429, detail: "Too many codes that nothing shows. Wait ten minutes.");
        var paired = PairingCode.Read(body.Value.Code) is { } code
            ? await displays.PairAsync(caller, code, body.Value.Name.Value, http.RequestAborted) : Pairing.NoSuchCode;
        if (paired is Pairing.NoSuchCode)
            limits.CountWrong(caller);
        return paired switch
        {
            Pairing.Paired => TypedResults.NoContent(),
            Pairing.NameTaken => Problems.Of(409, "display-name-taken", "There is a display of this name. End that one, or choose another name."),
            _ => Problems.Of(404, "no-such-code", "No screen shows this code now. It changes every ten minutes: look again."),
        };
    }

    static async Task<IResult> RevokeAsync(PathId displayId, HttpContext http, DisplayDirectory displays) =>
        await displays.RevokeAsync(http.User.Caller(), displayId, http.RequestAborted) is { } display ? TypedResults.Ok(display) : Problems.Of(404);

    /// <summary>What a screen opens, and opens again every few seconds until its code was entered.</summary>
    static async Task<IResult> ShowAsync(HttpContext http, DisplayDirectory displays, PairingLimits limits)
    {
        if (DisplayCookie.IdOf(http.User) is not null)
            return TypedResults.Redirect("/board");
        var secret = http.Request.Cookies[PairingCookie];
        if (secret is not null && await displays.CollectAsync(secret, http.RequestAborted) is { } paired)
        {
            http.Response.Cookies.Delete(PairingCookie);
            await DisplayCookie.SignInAsync(http, paired);
            return TypedResults.Redirect("/board");
        }

        var code = secret is null ? null : await displays.CodeOfAsync(secret, http.RequestAborted);
        if (code is null)
        {
            if (!limits.MayShow(Origin.Of(http)))
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            (code, secret) = (PairingCode.New(), PairingCode.NewSecret());
            await displays.ShowAsync(code, secret, http.RequestAborted);
            http.Response.Cookies.Append(
                PairingCookie, secret, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
        }

        http.Response.Headers["Refresh"] = "5";
        return new RazorComponentResult<PairingPage>(new { Code = PairingCode.Shown(code) });
    }
}
