using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>
/// Real operations with their outcome (Steiner et al. 2000, as distributed in the R package spcadjust), imported as cases and asked back.
/// The figures were computed in R. Both files are kept beside the repository.
/// </summary>
public sealed class CardiacSurgery(PeriopHost host) : IClassFixture<PeriopHost>
{
    /// <summary>Relative, of closed forms.</summary>
    const double Closed = 1e-9;

    /// <summary>Absolute, of limits that are searched for.</summary>
    const double Searched = 1e-8;

    const string Model =
        """{ "title": "Parsonnet score, cardiac surgery", "intercept": -3.68, "coefficients": { "parsonnet": 0.077 }, "source": "R package vlad" }""";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task One_surgeons_cases_come_back_as_R_counts_them() => await AskedBackAsync("4");

    /// <summary>A minute and more: <c>Periop.Server.Tests -explicit only -class *CardiacSurgery*</c>.</summary>
    [Fact(Explicit = true)]
    public async Task All_cases_come_back_as_R_counts_them() => await AskedBackAsync("all", "1", "2", "3", "4", "5", "6", "7");

    async Task AskedBackAsync(params string[] series)
    {
        var rows = CaseFiles.Shared("cardiac-surgery.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(',')).Where(row => series.Contains("all") || series.Contains(row[5])).ToArray();
        using var expected = JsonDocument.Parse(CaseFiles.Shared("cardiac-surgery-expected.json"));
        await hospital.PublishShippedAsync();
        using var model = new StringContent(Model, Encoding.UTF8, "application/json");
        (await hospital.Quality.SendAsync(HttpMethod.Put, "/api/audit/risk-models/parsonnet/versions/1", model)).Is(201);
        foreach (var part in rows.Chunk(500))
        {
            var report = await hospital.ImportAsync(FileOf(part), "?timeZone=Europe/Zurich");
            Assert.Equal((part.Length, 0), (report.Counts().Cases, report.Refused().Count));
        }

        const string deaths = "definition=death&version=1&model=parsonnet";
        foreach (var one in series)
            Matches(ResultOf(expected, one), await hospital.RateAsync(one == "all" ? deaths : $"{deaths}&groupBy=surgeon", one));
    }

    /// <summary>The study's days are counted from 2018 on; every operation begins at eight.</summary>
    static string FileOf(IEnumerable<string[]> rows)
    {
        var file = new StringBuilder("caseNumber,surgeon,roomIn,incision,death,lastSeenAlive,risk.parsonnet\n");
        foreach (var row in rows)
        {
            var (day, last) = (DayOf(row[1]), DayOf(row[1]).AddDays(int.Parse(row[2], CultureInfo.InvariantCulture)));
            var (death, alive) = row[3] == "1" ? ($"{last:yyyy-MM-dd}", "") : ("", $"{last:yyyy-MM-dd}");
            file.Append(CultureInfo.InvariantCulture, $"{row[0]},{row[5]},{day:yyyy-MM-dd}T08:00,{day:yyyy-MM-dd}T09:00,{death},{alive},{row[4]}\n");
        }

        return file.ToString();
    }

    static DateOnly DayOf(string number) => new DateOnly(2018, 1, 1).AddDays(int.Parse(number, CultureInfo.InvariantCulture));

    static JsonElement ResultOf(JsonDocument expected, string series) =>
        expected.RootElement.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("series").GetString() == series);

    static void Matches(JsonElement expected, JsonNode group)
    {
        Assert.Equal(
            (expected.GetProperty("n").GetInt32(), expected.GetProperty("events").GetInt32(), expected.GetProperty("n").GetInt32(), 0),
            (group.Int("cases"), group.Int("present"), group.Int("present") + group.Int("absent"), group["ratio"]!.Int("withoutRisk")));
        Near(Closed, expected.GetProperty("rate"), group["rate"]!);
        Near(Closed, expected.GetProperty("wilson95"), group["wilson"]!);
        Near(Searched, expected.GetProperty("clopperPearson95"), group["exact"]!);
        Near(Closed, expected.GetProperty("expected"), group["ratio"]!["expected"]!);
        Near(Closed, expected.GetProperty("oe"), group["ratio"]!["value"]!);
        Near(Searched, expected.GetProperty("oeExactPoisson95"), group["ratio"]!["exact"]!);
        Near(Searched, expected.GetProperty("oeMidP95"), group["ratio"]!["midP"]!);
        Near(Closed, expected.GetProperty("oeByar95"), group["ratio"]!["byar"]!);
    }

    static void Near(double tolerance, JsonElement expected, JsonNode actual)
    {
        if (expected.ValueKind is JsonValueKind.Array)
        {
            foreach (var (n, one) in expected.EnumerateArray().Index())
                Near(tolerance, one, actual[n]!);
            return;
        }

        var (right, found) = (expected.GetDouble(), actual.GetValue<double>());
        Assert.True(Math.Abs(right - found) <= tolerance * (tolerance == Closed ? Math.Abs(right) : 1), $"{found} is not {right}");
    }
}
