using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using Periop.Domain.Register;
using Periop.Server.Json;

namespace Periop.Server.Register;

/// <summary>Rows on their way into the register and out of it: members in snake case, words as they are sent.</summary>
static class RegisterJson
{
    public static readonly JsonSerializerOptions Options = Configured();

    /// <summary>Reads a row that was selected with <c>to_json</c>.</summary>
    public static TRow GetRow<TRow>(this NpgsqlDataReader reader, int column) where TRow : RegisterRow =>
        JsonSerializer.Deserialize<TRow>(reader.GetString(column), Options)!;

    static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions
        { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        PeriopJson.ConfigureStored(options);
        return options;
    }
}
