using System.Collections.Frozen;
using System.Globalization;

namespace Periop.Domain.Text;

/// <summary>
/// Unicode's normalization form C: a letter and its accents are one character where there is one. The runtime leaves it to ICU, without
/// which it does nothing; from a file of our own it is the same on every machine. What Unicode added after that file stays as it is.
/// </summary>
public static class NormalForm
{
    const int NothingBelow = 0x300;
    const int Syllable = 0xAC00, Lead = 0x1100, Vowel = 0x1161, Tail = 0x11A7, Vowels = 21, Tails = 28, Syllables = 19 * Vowels * Tails;

    /// <summary>What a character consists of, what two are together, and where among several marks one stands.</summary>
    static readonly (FrozenDictionary<int, int[]> Parts, FrozenDictionary<(int, int), int> Whole, FrozenDictionary<int, int> Class) Data = Read();

    /// <summary>The text in form C; one without lone surrogates.</summary>
    public static string C(string text)
    {
        if (text.All(c => c < NothingBelow))
            return text;
        var marks = text.EnumerateRunes().SelectMany(r => PartsOf(r.Value)).ToArray();
        Order(marks);
        var composed = new List<int>();
        var (starter, between) = (-1, -1);
        foreach (var next in marks)
        {
            var place = Data.Class.GetValueOrDefault(next);
            if (starter >= 0 && between < place && WholeOf(composed[starter], next) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }

            (starter, between) = place == 0 ? (composed.Count, -1) : (starter, place);
            composed.Add(next);
        }

        return string.Concat(composed.Select(char.ConvertFromUtf32));
    }

    static IEnumerable<int> PartsOf(int character)
    {
        if (character - Syllable is >= 0 and < Syllables and var index)
            return new[] { Lead + (index / (Vowels * Tails)), Vowel + (index / Tails % Vowels), Tail + (index % Tails) }.Where(part => part != Tail);
        return Data.Parts.TryGetValue(character, out var parts) ? parts.SelectMany(PartsOf) : [character];
    }

    static int? WholeOf(int first, int second) =>
        first - Lead is >= 0 and < 19 and var lead && second - Vowel is >= 0 and < Vowels and var vowel ? Syllable + (((lead * Vowels) + vowel) * Tails)
        : first - Syllable is >= 0 and < Syllables and var index && index % Tails == 0 && second - Tail is > 0 and < Tails and var tail ? first + tail
        : Data.Whole.TryGetValue((first, second), out var whole) ? whole
        : null;

    /// <summary>Marks that do not touch each other stand in the order of their classes; those of one class as they were.</summary>
    static void Order(int[] characters)
    {
        for (var i = 1; i < characters.Length; i++)
            for (var at = i; at > 0 && Data.Class.GetValueOrDefault(characters[at]) is > 0 and var place
                    && Data.Class.GetValueOrDefault(characters[at - 1]) > place; at--)
                (characters[at - 1], characters[at]) = (characters[at], characters[at - 1]);
    }

    static (FrozenDictionary<int, int[]>, FrozenDictionary<(int, int), int>, FrozenDictionary<int, int>) Read()
    {
        var (parts, whole, places) = (new Dictionary<int, int[]>(), new Dictionary<(int, int), int>(), new Dictionary<int, int>());
        foreach (var line in VersionedFile.TextOf("canonical.v14.txt").Split('\n'))
            if (line.Split(' ') is [not "" and not "#", ..] and var words)
                if (words[0].Split('-') is [var from, var to])
                    for (var character = Hex(from); character <= Hex(to); character++)
                        places[character] = int.Parse(words[1], CultureInfo.InvariantCulture);
                else
                {
                    parts[Hex(words[0])] = [.. words[1..].Where(w => w != "!").Select(Hex)];
                    if (words is [_, var first, var second])
                        whole[(Hex(first), Hex(second))] = Hex(words[0]);
                }

        return (parts.ToFrozenDictionary(), whole.ToFrozenDictionary(), places.ToFrozenDictionary());
    }

    static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
