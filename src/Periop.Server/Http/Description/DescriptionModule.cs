using Scalar.AspNetCore;

namespace Periop.Server.Http.Description;

/// <summary>
/// The description of the interface, for programs (<c>/openapi/v1.json</c>) and for people (<c>/reference</c>, whose scripts come
/// from this server too). Texts and examples are the comments of the commands themselves.
/// </summary>
static class DescriptionModule
{
    const string Version = "v1";

    public static void AddDescription(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WrittenDescription>();
        builder.Services.AddOpenApi(Version, openApi =>
        {
            openApi.AddSchemaTransformer<WordSchemas>();
            openApi.AddSchemaTransformer<AnswerSchemas>();
            openApi.AddOperationTransformer<EveryOperation>();
            openApi.AddOperationTransformer<CommandOperations>();
            openApi.AddDocumentTransformer<Preamble>();
            openApi.AddDocumentTransformer<OperatorPaths>();
        });
    }

    public static void MapDescription(this IEndpointRouteBuilder app)
    {
        app.MapGet($"/openapi/{Version}.json", (WrittenDescription description) => description.AnswerAsync()).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference("/reference", scalar => scalar.WithTitle("Periop").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp())
            .AllowAnonymous();
    }
}
