using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning.Past;

namespace Periop.Simulator.Playing;

/// <summary>
/// Rates, states, shares and codings as the server answers them, against what was planned: every version of every definition, every group, every
/// case.
/// </summary>
sealed class OutcomeVerification(PatientRequests requests, IReadOnlyList<CaseTruth> truths, SecondSource? source, CancellationToken cancellation)
{
    static readonly string[] Counted = ["present", "absent", "notYetDue", "dueNotAssessed", "lost", "died", "withdrawn", "presentEarly"];
    readonly List<(string CaseNumber, string Sentence)> differences = [];
    readonly Dictionary<string, CaseTruth> planned = truths.ToDictionary(truth => truth.CaseNumber);

    /// <summary>How many states were compared.</summary>
    public int States { get; private set; }

    /// <summary>Of the days on which the planned cases were operated.</summary>
    string Days => string.Create(CultureInfo.InvariantCulture,
        $"from={truths.Min(truth => truth.Incision).AddDays(-1):yyyy-MM-dd}&to={truths.Max(truth => truth.Incision).AddDays(1):yyyy-MM-dd}");

    public async Task<IReadOnlyList<(string CaseNumber, string Sentence)>> CompareAsync()
    {
        if (truths.Count == 0)
            return [];
        foreach (var line in await LinesAsync("api/audit/definitions?format=ndjson"))
            if (line.Deserialize<OutcomeReckoning>(JsonSerializerOptions.Web) is { } definition)
                await CompareAsync(definition);
        await CompareCodingsAsync();
        return differences;
    }

    async Task CompareAsync(OutcomeReckoning definition)
    {
        var question = $"definition={definition.Id}&version={definition.Version}&{Days}";
        if (await AskAsync($"api/audit/rates?{question}&groupBy=surgeon") is not { } rates || (DateTimeOffset?)rates["asOf"] is not { } asOf)
            return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById((string)rates["timeZone"]!);
        var expected = truths.ToDictionary(truth => truth.CaseNumber, truth => definition.StateOf(truth, asOf, zone));
        CompareGroups(definition, rates, truths.ToLookup(truth => truth.Surgeon, truth => expected[truth.CaseNumber]));

        question += $"&asOf={Uri.EscapeDataString((string)rates["asOf"]!)}";
        var found = new Dictionary<string, string>();
        foreach (var line in await LinesAsync($"api/register/outcomes?{question}&format=ndjson"))
            if ((string?)line["caseNumber"] is { } number && planned.ContainsKey(number))
                found[number] = (string)line["state"]!;
        foreach (var (number, (state, _)) in expected)
            if (found.GetValueOrDefault(number) is var answered && answered != state)
                Differ(number, $"{definition.Id} {definition.Version} should be {state}, but is {answered ?? "not answered"}.");
        States += expected.Count;
        if (source is not null && source.Lines.Any(line => definition.Tells(line.Kind)))
            await CompareSourceAsync(definition, question, expected);
    }

    void CompareGroups(OutcomeReckoning definition, JsonObject rates, ILookup<string, (string State, bool IsClosed)> expected)
    {
        var groups = ((JsonArray)rates["groups"]!).ToDictionary(group => (string)group!["key"]!, group => group!);
        foreach (var ofSurgeon in expected)
        {
            if (!groups.TryGetValue(ofSurgeon.Key, out var group))
            {
                Differ("", $"{definition.Id} {definition.Version} has no rate of {ofSurgeon.Key}.");
                continue;
            }
            var counts = Counted.ToDictionary(word => word, word => ofSurgeon.Count(one => IsCountedAs(word, one)));
            foreach (var (word, count) in counts.Where(count => (int)group[count.Key]! != count.Value))
                Differ("", $"{definition.Id} {definition.Version} of {ofSurgeon.Key}: {word} should be {count}, but is {group[word]}.");
            var assessed = counts["present"] + counts["absent"];
            if (!Same(Share(counts["present"], assessed), (double?)group["rate"]))
                Differ("", $"{definition.Id} {definition.Version} of {ofSurgeon.Key}: the rate should be {counts["present"]} of {assessed}, "
                    + $"but is {group["rate"]}.");
        }
    }

    async Task CompareSourceAsync(OutcomeReckoning definition, string question, IReadOnlyDictionary<string, (string State, bool IsClosed)> expected)
    {
        if (await AskAsync($"api/audit/reconciliation?source={source!.Name}&{question}") is not { } answer)
            return;
        var named = source.Lines.Where(line => definition.Tells(line.Kind)).Select(line => line.CaseNumber).ToHashSet();
        var present = expected.Where(one => one.Value.State == "present").Select(one => one.Key).ToHashSet();
        var (matched, missed) = (named.Count(present.Contains), named.Count(number => planned.ContainsKey(number) && !present.Contains(number)));
        Compare("matched", matched);
        Compare("onlyInRegister", present.Count - matched);
        Compare("onlyInSecondSource", missed);
        Compare("noCase", named.Count(number => !planned.ContainsKey(number)));
        if (!Same(Share(matched, matched + missed), (double?)answer["matchRate"]?["rate"]))
            Differ("", $"{source.Name} and {definition.Id} {definition.Version}: {matched} of {matched + missed} should match, "
                + $"but {answer["matchRate"]?["rate"]} do.");

        void Compare(string word, int count)
        {
            if ((int)answer[word]! != count)
                Differ("", $"{source.Name} and {definition.Id} {definition.Version}: {word} should be {count}, but is {answer[word]}.");
        }
    }

    async Task CompareCodingsAsync()
    {
        var found = new Dictionary<string, bool?>();
        foreach (var line in await LinesAsync($"api/codes?{Days}&format=ndjson"))
            if ((string?)line["caseNumber"] is { } number)
                found[number] = (bool?)line["differs"];
        foreach (var truth in truths)
            if (!found.TryGetValue(truth.CaseNumber, out var differs))
                Differ(truth.CaseNumber, "is not in the list of cases to code.");
            else if (differs != truth.IsCodedOtherwise)
                Differ(truth.CaseNumber, $"its codes should {Coded(truth.IsCodedOtherwise)}, but {Coded(differs)}.");

        static string Coded(bool? otherwise) => otherwise switch { null => "be open", true => "differ from the suggestion", false => "be as suggested" };
    }

    static bool IsCountedAs(string word, (string State, bool IsClosed) one) => word switch
    {
        "notYetDue" => !one.IsClosed,
        "presentEarly" => !one.IsClosed && one.State == "present",
        "dueNotAssessed" => one is { IsClosed: true, State: "due-not-assessed" },
        _ => one.IsClosed && one.State == word,
    };

    static double? Share(int part, int whole) => whole == 0 ? null : part / (double)whole;

    /// <summary>Answers have twelve digits.</summary>
    static bool Same(double? one, double? other) => one is null || other is null ? one == other : Math.Abs(one.Value - other.Value) < 1e-9;

    async Task<JsonObject?> AskAsync(string path)
    {
        var answer = await requests.SendAsync(HttpMethod.Get, path, null, cancellation);
        if (answer is { IsSuccess: true } && JsonNode.Parse(answer.Body) is JsonObject found)
            return found;
        if (answer?.Status != HttpStatusCode.NotModified)
            Differ("", $"{path} is answered with {(answer is null ? "nothing" : $"{(int)answer.Status}")}.");
        return null;
    }

    /// <summary>The lines of a whole list, without the last one, which says that it is the last.</summary>
    async Task<IReadOnlyList<JsonObject>> LinesAsync(string path)
    {
        var answer = await requests.SendAsync(HttpMethod.Get, path, null, cancellation);
        var lines = Encoding.UTF8.GetString(answer is { IsSuccess: true } ? answer.Body : []).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)).OfType<JsonObject>().ToList();
        if (lines is not [.., var end] || (bool?)end["end"] is not true)
        {
            Differ("", $"{path} is not answered to its end.");
            return lines;
        }
        return lines[..^1];
    }

    void Differ(string caseNumber, string sentence) => differences.Add((caseNumber, caseNumber.Length == 0 ? sentence : $"Case {caseNumber}: {sentence}"));
}
