using System.Text.Json;
using System.Text.Json.Serialization;

namespace Periop.Domain.Text;

/// <summary>Reads and writes the domain's texts (references, words, notes, levels) as JSON strings.</summary>
/// <param name="asStored">Reads what stands there; otherwise by the rules of today.</param>
public sealed class TextConverterFactory(bool asStored) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IText<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(TextConverter<>).MakeGenericType(typeToConvert), [asStored])!;

    sealed class TextConverter<T>(bool asStored) : JsonConverter<T> where T : struct, IText<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (reader.TokenType is not JsonTokenType.String ? null : asStored ? T.AsStored(reader.GetString()!) : T.Read(reader.GetString()!))
            ?? throw new JsonException($"must be {T.Rule}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
