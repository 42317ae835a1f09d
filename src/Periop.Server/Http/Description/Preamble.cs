using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Periop.Server.Http.Description;

/// <summary>What holds for the whole interface.</summary>
sealed class Preamble : IOpenApiDocumentTransformer
{
    public const string Bearer = "bearer";

    const string Conventions = """
        The record of the operating room: what happens in a case is sent as commands and answered with a receipt.

        - **Once.** `entryId` in the body, or `Idempotency-Key`: sent again with the same content, the first receipt comes again and nothing is added.
        - **Together.** `If-Match` is optional. Without it, entries that arrive together are all recorded.
        - **Stops.** A command that a safety rule stops is answered `409` with `flags`; with the reason as `override` it is recorded.
        - **Times** are RFC 3339 with an offset, names camelCase, words kebab-case. Unknown members, repeated members and numbers as strings are refused.
        - **`Periop-Time`**, on every answer, errors included, is the server's instant: clocks of devices are measured by it.
        - **Problems** are `application/problem+json` with a stable `code`.
        - **Answers** may gain members.
        """;

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Periop", Version = "1", Description = Conventions };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT",
                Description = "A token of the hospital's identity provider, with `roles` and `hospital`.",
            },
        };
        return Task.CompletedTask;
    }
}
