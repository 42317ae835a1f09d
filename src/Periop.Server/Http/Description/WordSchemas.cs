using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Periop.Domain.Text;
using Periop.Server.Json;

namespace Periop.Server.Http.Description;

/// <summary>What the converters of <see cref="PeriopJson"/> make of vocabularies, texts and instants: strings, with their rules.</summary>
sealed class WordSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (schema.Type is { } known && known.HasFlag(JsonSchemaType.Array))
            DescribeItems(schema, context.JsonTypeInfo.ElementType!);
        else if (schema.Type is null && Describe(schema, Nullable.GetUnderlyingType(type) ?? type)
                && Nullable.GetUnderlyingType(type) is not null && !IsShared(schema))
            AllowNull(schema);
        return Task.CompletedTask;
    }

    /// <summary>Of items that a converter reads, the framework knows nothing and says nothing.</summary>
    static void DescribeItems(OpenApiSchema schema, Type element)
    {
        var items = new OpenApiSchema();
        if (schema.Items is null && Describe(items, element))
            schema.Items = items;
    }

    static bool Describe(OpenApiSchema schema, Type type)
    {
        if (type.IsEnum)
            schema.Enum = [.. Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, type, PeriopJson.Web)!)];
        else if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IText<>)))
        {
            (schema.MinLength, schema.MaxLength) = (1, (int)Static(type, nameof(IText<>.MaxLength)));
            schema.Description = string.Join(' ',
                new[] { schema.Description, $"Must be {Static(type, nameof(IText<>.Rule))}." }.Where(text => !string.IsNullOrEmpty(text)));
        }
        else if (type == typeof(DateTimeOffset))
            schema.Format = "date-time";
        else
            return false;
        schema.Type = JsonSchemaType.String;
        return true;
    }

    static void AllowNull(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
    }

    /// <summary>A schema with a name of its own is used where the value must be there, too.</summary>
    static bool IsShared(OpenApiSchema schema) => schema.Metadata?.TryGetValue("x-schema-id", out var id) is true && id is string { Length: > 0 };

    static object Static(Type type, string name) => type.GetProperty(name)!.GetValue(null)!;
}
