using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Periop.Domain.Text;

/// <summary>The words of a vocabulary as they are sent and stored.</summary>
public static class Vocabulary
{
    /// <summary>The word for a value: kebab-case, unless the value has a name of its own.</summary>
    public static string WordFor<TEnum>(TEnum value) where TEnum : struct, Enum =>
        typeof(TEnum).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
        ?? JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>All words, in the order of the values.</summary>
    public static IEnumerable<string> Words<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(WordFor);
}
