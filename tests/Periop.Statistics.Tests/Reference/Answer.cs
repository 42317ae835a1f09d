using System.Globalization;
using System.Text.Json;

namespace Periop.Statistics.Tests.Reference;

/// <summary>What the library answers: values by name, and those that a bare list or number is compared with.</summary>
sealed class Answer(params object?[] main) : Dictionary<string, object?>(StringComparer.Ordinal)
{
    static readonly string[][] Alike =
    [
        ["low", "lower", "lcl", "lo", "lower3", "lowerlimit"], ["high", "upper", "ucl", "hi", "upper3", "upperlimit"],
        ["centre", "center", "cl", "centreline"],
    ];

    public static Answer Of(Interval? interval) => new(interval?.Low, interval?.High) { ["low"] = interval?.Low, ["high"] = interval?.High };

    public object? First => main.FirstOrDefault();

    public bool IsNothing => main.All(m => m is null);

    /// <summary>What a list is compared with.</summary>
    public IReadOnlyList<object?> AsList => main is [IReadOnlyList<object?> list] ? list : main;

    public bool TryFind(string name, out object? value)
    {
        var plain = Words.Plain(name);
        var names = Alike.FirstOrDefault(a => a.Contains(plain)) ?? [plain];
        var found = Keys.FirstOrDefault(k => names.Contains(Words.Plain(k)));
        value = found is null ? null : this[found];
        return found is not null;
    }
}

/// <summary>Compares what is expected with what was answered.</summary>
static class Comparison
{
    /// <summary>Words that explain a case and are no value of it.</summary>
    static readonly string[] Explaining = ["source", "note", "comment", "about"];

    /// <param name="tolerance">Of the case; else as many digits as are printed, and never finer than 1e-9.</param>
    /// <param name="isExact">Whether 0 and 1 are meant to the last bit.</param>
    public static void Check(JsonElement expected, object? actual, double? tolerance, bool isExact, string where)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.True(actual is null or Answer { IsNothing: true }, $"{where}: expected nothing, got {Shown(actual)}");
                break;
            case JsonValueKind.Number:
                Number(expected, actual is Answer answer ? answer.First : actual, tolerance, isExact, where);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                var truth = actual is Answer yes ? yes.First : actual;
                Assert.True(truth is bool said && said == expected.GetBoolean(), $"{where}: expected {expected}, got {Shown(actual)}");
                break;
            case JsonValueKind.String:
                var text = actual is Answer worded ? worded.First : actual;
                Assert.True(text is string given && Words.Same(given, expected.GetString()!), $"{where}: expected {expected}, got {Shown(text)}");
                break;
            case JsonValueKind.Array:
                var list = actual switch { Answer several => several.AsList, IReadOnlyList<object?> some => some, _ => null };
                Assert.True(list is not null && list.Count == expected.GetArrayLength(), $"{where}: expected {expected}, got {Shown(actual)}");
                foreach (var (item, index) in expected.EnumerateArray().Select((e, i) => (e, i)))
                    Check(item, list![index], tolerance, isExact, $"{where}[{index}]");
                break;
            default:
                foreach (var member in expected.EnumerateObject().Where(m => !Explaining.Contains(Words.Plain(m.Name))))
                    Member(member, expected, actual, tolerance, isExact, where);
                break;
        }
    }

    static void Member(JsonProperty member, JsonElement expected, object? actual, double? tolerance, bool isExact, string where)
    {
        if (Words.Plain(member.Name) is "min" or "max" && expected.EnumerateObject().All(m => Words.Plain(m.Name) is "min" or "max"))
        {
            var value = Convert.ToDouble(actual is Answer some ? some.First : actual, CultureInfo.InvariantCulture);
            var (limit, slack) = (member.Value.GetDouble(), tolerance ?? 0);
            Assert.True(Words.Plain(member.Name) == "min" ? value >= limit - slack : value <= limit + slack, $"{where}: {value:R} is beyond {expected}");
            return;
        }
        object? found = null;
        Assert.True(actual is Answer answer && answer.TryFind(member.Name, out found), $"{where}: nothing is answered under the name {member.Name}");
        Check(member.Value, found, tolerance, isExact, $"{where}.{member.Name}");
    }

    static void Number(JsonElement expected, object? actual, double? tolerance, bool isExact, string where)
    {
        Assert.True(actual is double or int, $"{where}: expected {expected}, got {Shown(actual)}");
        var (wanted, value) = (expected.GetDouble(), Convert.ToDouble(actual, CultureInfo.InvariantCulture));
        if (isExact && wanted is 0 or 1)
            Assert.True(BitConverter.DoubleToInt64Bits(wanted) == BitConverter.DoubleToInt64Bits(value),
                $"{where}: expected exactly {expected}, got {value:R}");
        var slack = tolerance ?? Math.Max(Near.Closed * Math.Max(1, Math.Abs(wanted)), Printed(expected.GetRawText()));
        Assert.True(Math.Abs(wanted - value) <= slack, $"{where}: expected {expected}, got {value:R}");
    }

    /// <summary>Half of the last printed digit; a number without decimals is meant exactly.</summary>
    static double Printed(string number)
    {
        var (digits, exponent) = number.Split('e', 'E') is [var d, var e] ? (d, int.Parse(e, CultureInfo.InvariantCulture)) : (number, 0);
        return digits.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? 0.501 * Math.Pow(10, exponent - (digits.Length - point - 1)) : 0;
    }

    static string Shown(object? actual) => actual switch
    {
        null => "nothing",
        Answer answer => string.Join(", ", answer.Select(a => $"{a.Key} {Shown(a.Value)}")),
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Shown))}]",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => actual.ToString()!,
    };
}
