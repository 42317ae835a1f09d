using System.Text.Json;
using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Server.Json;

/// <summary>Reads and writes the domain's texts (references, words, notes, levels) as JSON strings, by their own rules.</summary>
sealed class TextConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IText<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TextConverter<>).MakeGenericType(typeToConvert))!;

    sealed class TextConverter<T> : JsonConverter<T> where T : struct, IText<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (reader.TokenType is JsonTokenType.String ? T.Read(reader.GetString()!) : null) ?? throw new JsonException($"must be {T.Rule}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
