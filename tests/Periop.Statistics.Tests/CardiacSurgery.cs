using System.Globalization;
using System.Text.Json;
using Periop.Domain.Outcomes;
using Periop.Statistics.Cusums;
using Periop.Statistics.Funnels;
using Periop.Statistics.Tests.Reference;

namespace Periop.Statistics.Tests;

/// <summary>
/// 5,595 operations with their outcome (Steiner et al. 2000, as distributed in the R package spcadjust), for all and for each surgeon,
/// against figures computed in R. Both files are kept beside the repository.
/// </summary>
public class CardiacSurgery
{
    const double Searched = 1e-8;

    static readonly RiskModel Parsonnet = new("parsonnet", 1, "", -3.68m, new Dictionary<string, decimal> { ["parsonnet"] = .077m }, "");

    public static TheoryData<string> Series => ["all", "1", "2", "3", "4", "5", "6", "7"];

    [Fact]
    public void Every_series_is_looked_at() =>
        Assert.Equal(Series.Select(s => s.Data), Results().EnumerateArray().Select(r => r.GetProperty("series").GetString()!));

    [Theory]
    [MemberData(nameof(Series))]
    public void Rates_and_their_intervals_are_those_of_R(string series)
    {
        var (cases, expected) = (Cases(series), Result(series));
        var events = cases.Count(c => c.Died);
        Assert.Equal((expected.GetProperty("n").GetInt32(), expected.GetProperty("events").GetInt32()), (cases.Count, events));
        Near.Equal(expected.GetProperty("rate").GetDouble(), events / (double)cases.Count, Near.Closed);
        Near.Equal(Pair(expected, "wilson95"), Proportion.Wilson(events, cases.Count), Near.Closed);
        Near.Equal(Pair(expected, "clopperPearson95"), Proportion.ClopperPearson(events, cases.Count), Searched);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Funnel_limits_are_those_of_R(string series)
    {
        var (cases, expected) = (Cases(series), Result(series));
        var target = Cases("all").Count(c => c.Died) / (double)Cases("all").Count;
        var limits = FunnelLimits.OfProportion(cases.Count, target);
        Near.Equal(Pair(expected, "funnel95"), limits.Limits95, Near.Closed);
        Near.Equal(Pair(expected, "funnel998"), limits.Limits998, Near.Closed);
        var detail = expected.GetProperty("funnelDetail");
        foreach (var (p, raw) in Numbers(detail, "p").Zip(Numbers(detail, "unclamped")))
            Near.Equal(raw, FunnelLimits.Raw(p, cases.Count, target), Near.Closed);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void A_surgeon_lies_where_the_lines_say(string series)
    {
        var point = Funnel.OfProportions([.. Series.Select(s => s.Data).Select(s => new CountedGroup(s, Cases(s).Count(c => c.Died), Cases(s).Count))],
            Cases("all").Count(c => c.Died) / (double)Cases("all").Count).Points.Single(p => p.Key == series);
        var where = point.Rate > point.Limits!.Limits998.High ? "above 99.8" : point.Rate < point.Limits.Limits998.Low ? "below 99.8"
            : point.Rate > point.Limits.Limits95.High ? "above 95" : point.Rate < point.Limits.Limits95.Low ? "below 95" : "inside 95";
        Assert.Equal(Result(series).GetProperty("flag").GetString(), where);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Observed_over_expected_is_that_of_R(string series)
    {
        var (cases, expected) = (Cases(series), Result(series));
        var ratio = StandardisedRatio.Of(cases.Count(c => c.Died), cases.Sum(c => c.Expected));
        Near.Equal(expected.GetProperty("expected").GetDouble(), ratio.Expected, Near.Closed);
        Near.Equal(expected.GetProperty("oe").GetDouble(), ratio.Ratio, Near.Closed);
        Near.Equal(Pair(expected, "oeExactPoisson95"), ratio.Exact, Near.Closed);
        Near.Equal(Pair(expected, "oeMidP95"), ratio.MidP, Searched);
        Near.Equal(Pair(expected, "oeByar95"), ratio.Byar, Near.Closed);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void The_series_without_reset_is_that_of_R(string series)
    {
        var expected = Result(series).GetProperty("racusumR2").GetProperty("noReset");
        var points = Run(series, null).Points;
        var highest = points.MaxBy(p => p.Value)!;
        Near.Equal(expected.GetProperty("max").GetDouble(), highest.Value, Near.Closed);
        Assert.Equal(expected.GetProperty("maxIndex").GetInt32(), highest.Index);
        Assert.Equal(expected.GetProperty("maxSourceRow").GetInt32(), Cases(series)[highest.Index - 1].Row);
        Near.Equal(expected.GetProperty("final").GetDouble(), points[^1].Value, Near.Closed);
        Assert.Equal(expected.GetProperty("stepsAtOrAbove4_5").GetInt32(), points.Count(p => p.Value >= 4.5));
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Signals_at_4_5_are_those_of_R(string series)
    {
        var expected = Result(series).GetProperty("racusumR2").GetProperty("resetAtH4_5");
        var cusum = Run(series, 4.5);
        var highest = cusum.Points.MaxBy(p => p.Value)!;
        Assert.Equal(expected.GetProperty("signals").GetInt32(), cusum.Signals.Count);
        Assert.Equal(Numbers(expected, "signalIndexes").Select(i => (int)i), cusum.Signals);
        Assert.Equal(Numbers(expected, "signalSourceRows").Select(i => (int)i), cusum.Signals.Select(s => Cases(series)[s - 1].Row));
        foreach (var (value, signal) in Numbers(expected, "valuesAtSignals").Zip(cusum.Signals))
            Near.Equal(value, cusum.Points[signal - 1].Value, Near.Closed);
        Near.Equal(expected.GetProperty("max").GetDouble(), highest.Value, Near.Closed);
        Assert.Equal(expected.GetProperty("maxIndex").GetInt32(), highest.Index);
        Near.Equal(expected.GetProperty("final").GetDouble(), cusum.Points[^1].Value, Near.Closed);
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void The_VLAD_ends_where_that_of_R_does(string series) =>
        Near.Equal(Result(series).GetProperty("vladFinalExpectedMinusObserved").GetDouble(), Run(series, 4.5).Points[^1].Vlad, Near.Closed);

    static Cusum Run(string series, double? limit) => Cusum.Of([.. Cases(series).Select(c => new ExpectedCase(c.Expected, c.Died))], 2, limit);

    static List<Operation> Cases(string series) => [.. All.Value.Where(o => series == "all" || o.Surgeon == series)];

    static readonly Lazy<List<Operation>> All = new(() =>
    [
        .. from line in ReferenceFiles.ReadShared("cardiac-surgery.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
           let cells = line.TrimEnd('\r').Split(',').Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToArray()
           let p = Parsonnet.RiskOf(new Dictionary<string, decimal> { ["parsonnet"] = cells[4] })!.Value
           select new Operation(cells[0], cells[3] == 1 && cells[2] <= 30, p, cells[5].ToString(CultureInfo.InvariantCulture))
    ]);

    sealed record Operation(int Row, bool Died, double Expected, string Surgeon);

    static JsonElement Results() => JsonDocument.Parse(ReferenceFiles.ReadShared("cardiac-surgery-expected.json")).RootElement.GetProperty("results");

    static JsonElement Result(string series) => Results().EnumerateArray().Single(r => r.GetProperty("series").GetString() == series);

    static Interval Pair(JsonElement of, string name) => new(Numbers(of, name)[0], Numbers(of, name)[1]);

    /// <summary>A single number is a list of one.</summary>
    static double[] Numbers(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(v => v.GetDouble())] : [of.GetProperty(name).GetDouble()];
}
