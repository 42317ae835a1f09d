using System.Text.Json;
using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Server.Json;

/// <summary>Reads and writes enumerations as their words, exactly; a word outside the vocabulary is answered with the vocabulary.</summary>
sealed class VocabularyConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(VocabularyConverter<>).MakeGenericType(typeToConvert))!;

    sealed class VocabularyConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        readonly Dictionary<string, T> values = Enum.GetValues<T>().ToDictionary(Vocabulary.WordFor);
        readonly Dictionary<T, string> words = Enum.GetValues<T>().ToDictionary(v => v, Vocabulary.WordFor);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException($"must be one of {string.Join(", ", values.Keys)}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(words[value]);
    }
}
