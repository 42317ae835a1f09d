using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using Periop.Domain.Register;
using Periop.Domain.Text;
using Periop.Server.Json;

namespace Periop.Server.Register;

/// <summary>Rows on their way into the register and out of it: members in snake case, words as they are sent.</summary>
static class RegisterJson
{
    public static readonly JsonSerializerOptions Options = Configured();

    /// <summary>Writes the members of a row into the object that has been begun.</summary>
    public static void WriteMembers(Utf8JsonWriter json, RegisterRow row)
    {
        foreach (var member in Options.GetTypeInfo(row.GetType()).Properties)
            if (member.Get?.Invoke(row) is { } value)       // what is ignored has no getter
            {
                json.WritePropertyName(member.Name);
                JsonSerializer.Serialize(json, value, member.PropertyType, Options);
            }
    }

    /// <summary>Reads a row that was selected with <c>to_json</c>.</summary>
    public static TRow GetRow<TRow>(this NpgsqlDataReader reader, int column) where TRow : RegisterRow =>
        JsonSerializer.Deserialize<TRow>(reader.GetString(column), Options)!;

    /// <summary>Reads a value that a row keeps as JSON.</summary>
    public static T GetStored<T>(this NpgsqlDataReader reader, int column) => JsonSerializer.Deserialize<T>(reader.GetString(column), Options)!;

    static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions
        { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        PeriopJson.ConfigureStored(options);
        options.Converters.Add(new ValueListConverterFactory());
        return options;
    }

    sealed class ValueListConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ValueListConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
    }

    sealed class ValueListConverter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ValueList.Of<T>(JsonSerializer.Deserialize<T[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IReadOnlyList<T>>(writer, value, options);
    }
}
