using System.Text.Json;

namespace Periop.Statistics.Tests.Reference;

/// <summary>
/// A method, its inputs, and what it has to answer. Inputs that are a list of lists (or of objects) are rows, each asked by itself;
/// what is expected is then a list with one answer a row, or lists by name. Answers may also stand beside the inputs, under their names.
/// </summary>
sealed class ReferenceCase(JsonElement whole)
{
    public string Method => whole.TryGetProperty("method", out var method) ? method.GetString()! : "(none)";

    public string Name => $"{Text("id")} {Method} {Text("inputs")}".Trim();

    string Text(string member) => whole.TryGetProperty(member, out var value) ? value.ToString() : "";

    public void Check()
    {
        var method = Methods.All.GetValueOrDefault(Words.Plain(Method));
        Assert.True(method is not null, $"No method is called {Method}. There are: {string.Join(", ", Methods.Names)}.");
        var tolerance = whole.TryGetProperty("tolerance", out var t) && t.ValueKind == JsonValueKind.Number ? t.GetDouble() : (double?)null;
        var isExact = whole.TryGetProperty("exact", out var exact) && exact.ValueKind is JsonValueKind.String or JsonValueKind.True;
        var rows = method.TakesLists ? [] : Rows();
        var answer = rows.Count > 0
            ? Together([.. rows.Select(r => method.Answer(new Arguments(r, whole)))])
            : method.Answer(new Arguments(whole.TryGetProperty("inputs", out var row) ? row : null, whole));

        var checks = 0;
        if (whole.TryGetProperty("expected", out var expected))
        {
            Comparison.Check(expected, rows.Count > 0 && expected.ValueKind == JsonValueKind.Array ? answer.AsList : answer, tolerance, isExact, Method);
            checks++;
        }
        foreach (var member in whole.EnumerateObject())
            if (!method.Takes(member.Name) && answer.TryFind(member.Name, out var value))
            {
                Comparison.Check(member.Value, value, tolerance, isExact, $"{Method}.{member.Name}");
                checks++;
            }
        Assert.True(checks > 0, $"Nothing is expected of {whole.GetRawText()}");
    }

    IReadOnlyList<JsonElement> Rows() =>
        whole.TryGetProperty("inputs", out var inputs) && inputs.ValueKind == JsonValueKind.Array && inputs.GetArrayLength() > 0
            && inputs.EnumerateArray().All(i => i.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            ? [.. inputs.EnumerateArray()]
            : [];

    /// <summary>The answers of rows as a list, and each named value as a list.</summary>
    static Answer Together(IReadOnlyList<Answer> answers)
    {
        var together = new Answer([answers.Cast<object?>().ToList()]);
        foreach (var name in answers[0].Keys)
            together[name] = answers.Select(a => a[name]).ToList();
        return together;
    }
}
