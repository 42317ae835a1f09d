using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Periop.Server.Http;

namespace Periop.Server.Shell;

/// <summary>What is wrong is told to a person as a page, and to a program as JSON.</summary>
static class ProblemPages
{
    /// <summary>Around everything that answers: a fault leaves its status, and the page is made here.</summary>
    public static void UseProblemPages(this WebApplication app) => app.UseStatusCodePages(context => TellAsync(context.HttpContext));

    /// <summary>Says what the status of an answer means.</summary>
    public static Task TellAsync(HttpContext http) =>
        Problems.AreForPerson(http.Request) ? ShowAsync(http) : Problems.Of(http.Response.StatusCode).ExecuteAsync(http);

    /// <summary>With services of its own: a page that broke off has begun to use those that render the pages of a request, which can be done once.</summary>
    static async Task ShowAsync(HttpContext http)
    {
        var services = http.RequestServices;
        await using var scope = services.CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await Of(http, http.Response.StatusCode).ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    /// <summary>A page that says what is wrong.</summary>
    public static RazorComponentResult<ProblemPage> Of(HttpContext http, int status)
    {
        return new(new Dictionary<string, object?>
        {
            [nameof(ProblemPage.Status)] = status,
            [nameof(ProblemPage.Trace)] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            [nameof(ProblemPage.AsksAgain)] = status == StatusCodes.Status503ServiceUnavailable && HttpMethods.IsGet(http.Request.Method),
        })
        {
            StatusCode = status,
        };
    }
}
