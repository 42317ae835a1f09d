using Periop.Server.Access;

namespace Periop.Server.Cases.Table;

/// <summary>A case at the table: the page that a device keeps, and what it asks first.</summary>
static class TableModule
{
    public static void AddTable(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => CaseForm.Of(services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider));
        builder.Services.AddScoped<SittingQuery>();
    }

    public static void MapTable(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<CaseForm>();      // which form this release has is worked out before anybody asks
        app.MapGet("/api/sitting", async (HttpContext http, SittingQuery query) =>
                (await query.AskAsync(http.User.Caller())).ToResult(http.Response, TypedResults.Ok))
            .For(SittingQuery.Roles).WithName("sitting").WithTags("Access").WithSummary("Who is signed in here, and of which hospital.")
            .Produces<SittingView>();
    }
}
