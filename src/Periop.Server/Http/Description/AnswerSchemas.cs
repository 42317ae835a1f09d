using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Periop.Domain.Record;

namespace Periop.Server.Http.Description;

/// <summary>
/// Requests are closed: an unknown member is refused. Answers are open: they may gain members, so a client that was generated from
/// this description must not refuse them.
/// </summary>
sealed class AnswerSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (!typeof(ICommand).IsAssignableFrom(type))
            schema.AdditionalPropertiesAllowed = true;
        if (typeof(ProblemDetails).IsAssignableFrom(type))
            Extend(schema, context.Document);
        return Task.CompletedTask;
    }

    /// <summary>The members that problems carry besides those of RFC 9457.</summary>
    static void Extend(OpenApiSchema problem, OpenApiDocument? document)
    {
        problem.Description = "What is wrong (RFC 9457): a stable code for programs, a sentence for the person at the screen.";
        problem.Required = new HashSet<string> { "status", "code" };
        problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
        problem.Properties["code"] =
            new OpenApiSchema { Type = JsonSchemaType.String, Description = "Which problem: kebab-case, never changed.", Examples = ["time-out-missing"] };
        problem.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What is wrong with the shape: JSON pointer to sentences.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        problem.Properties["flags"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "What stops the entry: send it again with the reason as `override`.",
            Items = new OpenApiSchemaReference(nameof(FlagRaised), document),
        };
        problem.Properties["missing"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "What could be recorded before a stopped entry, in order, so that it were not stopped: each is sent as an entry of its own.",
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["path"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Below `/api/cases/{caseId}/`.", Examples = ["safety-checks"] },
                    ["body"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true },
                },
            },
        };
        problem.Properties["entryId"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid", Description = "The entry that is in the way." };
    }
}
