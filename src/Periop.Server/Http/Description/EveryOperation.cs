using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Periop.Server.Http.Description;

/// <summary>What every operation shares: who may, what can go wrong, what its parameters mean.</summary>
sealed class EveryOperation : IOpenApiOperationTransformer
{
    static readonly Dictionary<string, string> Answers = new()
    {
        ["304"] = "Nothing has changed since the ETag that was sent.",
        ["400"] = "It cannot be understood: see `errors`.",
        ["401"] = "Without a token that is believed.",
        ["403"] = "The role does not allow it.",
        ["404"] = "There is no such thing in this hospital.",
        ["409"] = "Refused (`code` says why), or stopped until the reason is given as `override` (`flags` say why).",
        ["412"] = "The case has changed since the ETag that was sent.",
        ["413"] = "Too large.",
        ["415"] = "Of another content type than is taken here.",
        ["422"] = "Well-formed but senseless, or an entry id that was used for other content.",
        ["429"] = "Too many requests: `Retry-After` says when.",
        ["503"] = "The record is out of reach: `Retry-After` says when to try again.",
    };

    static readonly Dictionary<string, string> Parameters = new()
    {
        ["caseId"] = "The case, as its receipt named it.",
        ["targetEntryId"] = "The entry it is about.",
        ["asOf"] = "Answers from what was settled by this instant (RFC 3339 with offset).",
        ["date"] = "A local day of the hospital, such as 2026-03-02.",
        ["from"] = "From this on.",
        ["to"] = "Up to this, without it.",
        ["format"] = "`json`: pages, the default. `csv` or `ndjson`: the whole list, without `limit` and `cursor`; also asked for by `Accept`. "
            + "The last line of ndjson is `{\"end\":true,\"count\":n}`; in csv a text that begins with `=`, `+`, `-` or `@` has a `'` before it.",
        ["limit"] = "How many, 50 by default, at most 500.",
        ["cursor"] = "The `next` of the page before.",
        ["q"] = "A part of the case number.",
        ["gtin"] = "The model: 8, 12, 13 or 14 digits with their check digit.",
        ["lot"] = "The lot, whatever its case and white space.",
        ["serial"] = "The serial number, whatever its case and white space.",
        ["patientRef"] = "The patient, as the hospital refers to the patient.",
        ["subject"] = "The person, as the token names who it was.",
        ["action"] = "What was done, as the log calls it.",
        ["outcome"] = "The status that was answered.",
        ["id"] = "Lower-case letters and digits, with single hyphens between them; at most 64.",
        ["version"] = "A number from 1 to 9999.",
        ["kind"] = "A complication or a family of complications.",
        ["metric"] = "What is measured; each in the ways that its definitions say.",
        ["recallId"] = "The recall, as its announcement named it.",
        ["Last-Event-ID"] = "The id of the last event that was seen, as browsers send it on their own.",
        ["timeZone"] = "The IANA time zone of times without an offset.",
        ["corrections"] = "`apply` records what differs as corrections of time; needs a reason.",
    };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.In is ParameterLocation.Query)
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (parameter is { In: ParameterLocation.Path or ParameterLocation.Query, Schema: OpenApiSchema id, Name: { } name }
                    && name.EndsWith("Id", StringComparison.Ordinal))
                (id.Type, id.Format) = (JsonSchemaType.String, "uuid");
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name!);
        }

        operation.Responses ??= [];
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RolesAllowed>().LastOrDefault() is { } allowed)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Periop-Subject",
                In = ParameterLocation.Header,
                Description = "Whose request it is: under somebody else's session it is answered with 401 `another-person`, and nothing is recorded.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            operation.Description = string.Join("\n\n",
                new[] { operation.Description, $"Roles: {string.Join(", ", allowed.Roles.Select(r => $"`{r}`"))}." }.Where(text => text is not null));
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Preamble.Bearer, context.Document)] = [] }];
            foreach (var status in new[] { "401", "403", "429", "503" })
                operation.Responses.TryAdd(status, ProblemOf(context.Document));
        }

        foreach (var (status, response) in operation.Responses)
            if (response is OpenApiResponse ours && Answers.TryGetValue(status, out var meaning))
                ours.Description = meaning;
        return Task.CompletedTask;
    }

    static OpenApiResponse ProblemOf(OpenApiDocument? document) => new()
    {
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
        },
    };
}
