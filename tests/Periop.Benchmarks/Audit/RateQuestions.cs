using System.Diagnostics;
using System.Net.Http.Headers;

namespace Periop.Benchmarks.Audit;

/// <summary>Questions about rates, as a browser sends them, one after the other.</summary>
sealed class RateQuestions
{
    static readonly string[] Definitions =
        ["infection", "blood-loss", "nerve-injury", "blood-clots", "non-union", "hardware-failure", "chronic-pain"];

    readonly HttpMessageInvoker client;
    readonly Uri address;
    readonly AuthenticationHeaderValue token;
    readonly DateOnly begin;

    public RateQuestions(Stage stage, DateOnly begin)
    {
        (client, address, token) = stage.Server.Somebody("quality");
        this.begin = begin;
    }

    /// <summary>By surgeon, over one year, each year another and each kind in its turn.</summary>
    public IReadOnlyList<string> OfYears(int count, int daysLater = 0) =>
    [
        .. Enumerable.Range(0, count).Select(n => begin.AddDays(3 + (n * 3 * 365 / count) + daysLater))
            .Select((from, n) => $"?definition={Definitions[n % Definitions.Length]}&groupBy=surgeon&from={from:yyyy-MM-dd}&to={from.AddYears(1):yyyy-MM-dd}"),
    ];

    /// <summary>By surgeon and by quarter, over all cases.</summary>
    public static IReadOnlyList<string> OfAll() =>
        [.. from groupBy in new[] { "surgeon", "quarter" } from definition in Definitions select $"?definition={definition}&groupBy={groupBy}"];

    /// <summary>How long each took, in milliseconds.</summary>
    public async Task<double[]> AskAsync(IReadOnlyList<string> questions)
    {
        var took = new List<double>();
        foreach (var question in questions)
        {
            var begun = Stopwatch.GetTimestamp();
            using var answer = await SendAsync($"/api/audit/rates{question}");
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync();
            took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return [.. took];
    }

    /// <summary>Waits until answers know every event.</summary>
    public async Task UntilSettledAsync()
    {
        while (true)
        {
            using var answer = await SendAsync("/api/audit/definitions");
            if (answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Periop-Behind", out var behind) && behind.Single() == "0")
                return;
            await Task.Delay(200);
        }
    }

    async Task<HttpResponseMessage> SendAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        request.Headers.Authorization = token;
        return await client.SendAsync(request, CancellationToken.None);
    }
}
