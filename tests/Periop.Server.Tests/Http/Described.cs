using System.Text.Json.Nodes;

namespace Periop.Server.Tests.Http;

/// <summary>One operation of the interface, as its description has it.</summary>
/// <param name="Query">The names that a question may have.</param>
/// <param name="Headers">The names of its own headers.</param>
/// <param name="Takes">The type of content that it takes; null where it takes none.</param>
/// <param name="Members">What a JSON body may say, by name.</param>
/// <param name="Required">The members that it cannot be without.</param>
/// <param name="Example">A JSON body that is understood.</param>
sealed record Described(
    string Method, string Path, IReadOnlyList<string> Query, IReadOnlyList<string> Headers, string? Takes, IReadOnlyList<DescribedMember> Members,
    IReadOnlyList<string> Required, JsonObject? Example)
{
    public string Operation => $"{Method} {Path}";

    public HttpMethod Verb => new(Method);

    public static async Task<IReadOnlyList<Described>> AllAsync(TestHospital hospital)
    {
        var document = (await hospital.WithToken(null).GetAsync("/openapi/v1.json")).Is(200).Json;
        return
        [
            .. from path in document["paths"]!.AsObject()
               where path.Key.StartsWith("/api", StringComparison.Ordinal)
               from operation in path.Value!.AsObject()
               select Read(operation.Key.ToUpperInvariant(), path.Key, operation.Value!, document["components"]!["schemas"]!.AsObject()),
        ];
    }

    /// <summary>The path with something in each of its braces.</summary>
    public string Filled(Func<string, string> value) =>
        string.Join('/', Path.Split('/').Select(segment => segment is ['{', .., '}'] ? Uri.EscapeDataString(value(segment[1..^1])) : segment));

    static Described Read(string method, string path, JsonNode operation, JsonObject schemas)
    {
        var body = operation["requestBody"]?["content"]?.AsObject().First();
        var schema = body is { Key: "application/json" } json ? Resolved(json.Value!["schema"]!, schemas) : new JsonObject();
        return new Described(method, path, Named("query"), Named("header"), body?.Key,
            [.. (schema["properties"]?.AsObject() ?? []).Select(member => MemberOf(member.Key, member.Value!, schemas))],
            [.. (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>())],
            (body?.Value!["example"] ?? body?.Value!["examples"]?.AsObject().First().Value!["value"])?.DeepClone() as JsonObject);

        string[] Named(string place) =>
            [.. (operation["parameters"]?.AsArray() ?? []).Where(p => p!["in"]!.GetValue<string>() == place).Select(p => p!["name"]!.GetValue<string>())];
    }

    static DescribedMember MemberOf(string name, JsonNode schema, JsonObject schemas)
    {
        var said = Resolved(schema, schemas);
        return new DescribedMember(name, TypeOf(said), said["format"]?.GetValue<string>(), said["enum"] is not null,
            said["items"] is { } items ? MemberOf("", items, schemas) : null);
    }

    static JsonNode Resolved(JsonNode schema, JsonObject schemas)
    {
        if (schema["oneOf"] is JsonArray either)
            return Resolved(either.First(one => one!["type"]?.ToString() != "null")!, schemas);
        return schema["$ref"]?.GetValue<string>() is { } reference ? Resolved(schemas[reference.Split('/')[^1]]!, schemas) : schema;
    }

    static string TypeOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type!.GetValue<string>()).First(type => type != "null"),
        { } one => one.GetValue<string>(),
        null => "any",
    };
}

/// <summary>A member of a body.</summary>
/// <param name="Type">As JSON schema names it: <c>string</c>, <c>integer</c> ...</param>
/// <param name="IsWord">Whether it is one of a few words.</param>
/// <param name="Items">What a list is of.</param>
sealed record DescribedMember(string Name, string Type, string? Format, bool IsWord, DescribedMember? Items)
{
    public bool IsId => Format == "uuid" || Items?.Format == "uuid";
}
