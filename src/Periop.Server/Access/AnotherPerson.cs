using Periop.Server.Http;

namespace Periop.Server.Access;

/// <summary>
/// A request may say whose it is. Tabs of a browser share one session, so what a page believes is not enough: under another person's
/// session nothing is recorded and nothing is shown.
/// </summary>
static class AnotherPerson
{
    public const string Header = "Periop-Subject";

    public static void RefuseAnotherPerson(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Headers[Header] is { Count: > 0 } author
            && http.User.Identity is { IsAuthenticated: true } && !IsOf(author.ToString(), http.User.Subject()))
            await Problems.Of(401, "another-person", "Somebody else is signed in here. Sign in as whoever recorded this.").ExecuteAsync(http);
        else
            await next(http);
    });

    /// <summary>A header takes few characters as they are: a subject with others comes percent-encoded.</summary>
    static bool IsOf(string author, string subject) => author == subject || Uri.UnescapeDataString(author) == subject;
}
