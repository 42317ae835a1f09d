using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Server.Http.Description;

/// <summary>A command's operation says what its record's comment says, and shows its example.</summary>
sealed class CommandOperations : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().LastOrDefault()?.RequestType is not { } command
                || !command.IsAssignableTo(typeof(ICommand)))
            return;
        var schema = await context.GetOrCreateSchemaAsync(command, cancellationToken: cancellationToken);
        operation.Summary = schema.Description;
        operation.RequestBody?.Content?["application/json"].Example = ExampleOf(schema);
        operation.Parameters ??= [];
        if (!HttpMethods.IsPut(context.Description.HttpMethod!))        // what is put where its address says is there once
            operation.Parameters.Add(Header("Idempotency-Key", JsonSchemaType.String, "uuid", "The entry's id, when it is not in the body."));
        if (!command.IsAssignableTo(typeof(CaseCommand)))
            return;
        operation.Parameters.Add(Header("If-Match", JsonSchemaType.String, null,
            "The ETag of the case as it was seen. Without it, whatever arrives together is recorded."));
        operation.Parameters.Add(Header(Queued.Header, JsonSchemaType.Integer, null,
            "How many seconds it waited in a queue. Then it is flagged where it would have been stopped, or refused as called off or signed."));
        if (command == typeof(SignRecord))
            operation.Parameters.Add(Header("Periop-Signer", JsonSchemaType.Integer, null,
                "`1` from a page of ours: it is sent by whoever has signed in for this one signature. A sitting signs nothing; "
                + "a token needs no such sign-in."));
        foreach (var receipt in operation.Responses?.Where(r => r.Key is "200" or "201").Select(r => r.Value).OfType<OpenApiResponse>() ?? [])
            Describe(receipt);
    }

    /// <summary>A command that needs no member at all shows one that it may have: an empty example would not be written.</summary>
    static JsonNode ExampleOf(OpenApiSchema schema) =>
        schema.Examples?.FirstOrDefault() is JsonObject { Count: > 0 } example ? example.DeepClone() : new JsonObject { ["note"] = "nothing unusual" };

    static OpenApiParameter Header(string name, JsonSchemaType type, string? format, string description) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Schema = new OpenApiSchema { Type = type, Format = format } };

    static void Describe(OpenApiResponse receipt)
    {
        receipt.Description = "Recorded: the receipt, with the flags that this entry raised.";
        receipt.Headers = new Dictionary<string, IOpenApiHeader>
        {
            ["ETag"] = new OpenApiHeader { Description = "The case's version, quoted.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
            ["Idempotent-Replay"] = new OpenApiHeader
            {
                Description = "`true` when it had been recorded before: the first receipt again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        };
    }
}
