using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Shell;
using Periop.Statistics.Charts;

namespace Periop.Server.Audit.Signals;

/// <summary>How a control chart is asked for, besides its cohort.</summary>
sealed record ChartParameters(string? Kind, string? By, string? Rules, string? Shift, string? Baseline, string? Split, string? Reason)
{
    /// <summary>What they are called in an address.</summary>
    public static readonly string[] Names = ["kind", "by", "rules", "shift", "baseline", "split", "reason"];

    /// <summary>The names of the sets of rules.</summary>
    public static readonly string[] RuleSets = [RuleSet.Anhoej.Name, RuleSet.MdcXmr.Name, RuleSet.Shewhart().Name];

    /// <summary>As the address of a page has them.</summary>
    public static ChartParameters Of(PageAddress a) => new(a["kind"], a["by"], a["rules"], a["shift"], a["baseline"], a["split"], a["reason"]);

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read(out ChartQuestion question)
    {
        var (kind, by, shift, baseline) = (ChartAsked.P, ChartPeriod.Month, default(int?), default(DayRange?));
        IReadOnlyList<DateOnly> splits = [];
        var wrong = (Kind is null || Vocabulary.TryRead(Kind, out kind) ? null : NoWord("kind", Vocabulary.Words<ChartAsked>()))
            ?? (By is null || Vocabulary.TryRead(By, out by) ? null : NoWord("by", Vocabulary.Words<ChartPeriod>()))
            ?? (By is not null && kind is ChartAsked.G or ChartAsked.T ? Problems.Shape("/by", "is for p and u: g and t have a value for each event") : null)
            ?? (Rules is null || RuleSets.Contains(Rules) ? null : NoWord("rules", RuleSets))
            ?? SignalParameters.Read("shift", Shift, 2, 50, out shift)
            ?? (Shift is not null && Rules != RuleSet.Shewhart().Name ? Problems.Shape("/shift", "is for the rules shewhart") : null)
            ?? ReadBaseline(Baseline, out baseline) ?? ReadSplits(Split, out splits)
            ?? ((baseline is not null || splits.Count > 0) && string.IsNullOrWhiteSpace(Reason)
                ? Problems.Shape("/reason", "is required with a baseline or a split: why do the limits not come from all values?") : null)
            ?? (Reason is { Length: > 500 } ? Problems.Shape("/reason", "must have at most 500 characters") : null);
        question = new ChartQuestion(kind, by, Rules ?? RuleSet.Anhoej.Name, shift, baseline, splits, Reason);
        return wrong;
    }

    static IResult? ReadBaseline(string? text, out DayRange? range)
    {
        range = text?.Split("..") is [var from, var to] && LocalDate.TryRead(from, out var first) && LocalDate.TryRead(to, out var end) && first < end
            ? new(first, end) : null;
        return text is not null && range is null ? Problems.Shape("/baseline", "must be two dates, the later one not included: 2026-01-01..2026-07-01") : null;
    }

    static IResult? ReadSplits(string? text, out IReadOnlyList<DateOnly> days)
    {
        var read = (text?.Split(',') ?? []).Select(d => LocalDate.TryRead(d, out var day) ? day : default(DateOnly?)).ToList();
        days = [.. read.OfType<DateOnly>()];
        return read.Contains(null) ? Problems.Shape("/split", "must be a date, or several with commas between them: 2026-01-01,2026-07-01") : null;
    }

    static IResult NoWord(string name, IEnumerable<string> words) => Problems.NoneOf($"/{name}", words);
}
