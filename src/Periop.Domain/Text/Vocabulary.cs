using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Periop.Domain.Text;

/// <summary>The words of a vocabulary as they are sent and stored.</summary>
public static class Vocabulary
{
    /// <summary>The word for a value: kebab-case, unless the value has a name of its own.</summary>
    public static string WordFor<TEnum>(TEnum value) where TEnum : struct, Enum => ByValue<TEnum>.Words[value];

    /// <summary>The value of a word, exactly.</summary>
    public static bool TryRead<TEnum>(string word, out TEnum value) where TEnum : struct, Enum => ByWord<TEnum>.Values.TryGetValue(word, out value);

    /// <summary>All words, in the order of the values.</summary>
    public static IEnumerable<string> Words<TEnum>() where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(WordFor);

    /// <summary>Found once: by reflection it takes longer than most of what asks for it.</summary>
    static class ByValue<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Words = Enum.GetValues<TEnum>().Distinct().ToDictionary(value => value, value =>
            typeof(TEnum).GetField($"{value}")!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
            ?? JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}"));
    }

    static class ByWord<TEnum> where TEnum : struct, Enum
    {
        public static readonly Dictionary<string, TEnum> Values = Enum.GetValues<TEnum>().ToDictionary(WordFor);
    }
}
