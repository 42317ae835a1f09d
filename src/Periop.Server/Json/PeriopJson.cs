using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Periop.Domain.Text;

namespace Periop.Server.Json;

/// <summary>How Periop writes and reads JSON: the same words on the wire and in the store.</summary>
static class PeriopJson
{
    /// <summary>For requests and answers: strict about everything that could be a slip.</summary>
    public static readonly JsonSerializerOptions Web = ConfigureWeb(new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() });

    /// <summary>
    /// For events and documents: lenient about members it does not know, since a later version may have written them; of events, not about
    /// members that are missing. Texts are read as they stand: the rules are for what comes in.
    /// </summary>
    public static void ConfigureStored(JsonSerializerOptions options)
    {
        AddWords(options, asStored: true);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequiredMembers.Demand);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }

    public static JsonSerializerOptions ConfigureWeb(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        AddWords(options, asStored: false);
        options.Converters.Add(new InstantConverter());
        return options;
    }

    static void AddWords(JsonSerializerOptions options, bool asStored)
    {
        // First, since the first that can wins: Marten has put a converter of its own for enumerations there.
        options.Converters.Insert(0, new TextConverterFactory(asStored));
        options.Converters.Insert(0, new VocabularyConverterFactory());
    }
}
