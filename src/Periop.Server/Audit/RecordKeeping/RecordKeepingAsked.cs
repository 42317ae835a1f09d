using Periop.Domain.Text;
using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How it is asked how the record is kept.</summary>
static class RecordKeepingAsked
{
    /// <summary>What it can be grouped by: nothing is due here.</summary>
    public static readonly GroupBy[] Groups = [.. Enum.GetValues<GroupBy>().Where(by => by is not GroupBy.MonthDue)];

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    /// <param name="blank">Makes the question of a metric and its definition.</param>
    public static IResult? Read<TQuestion>(
        HttpContext http, CohortParameters asked, string? metric, Func<string, RecordKeepingDefinition, TQuestion> blank, out TQuestion question)
        where TQuestion : RecordKeepingQuestion
    {
        question = null!;
        return Definition(asked, metric, out var definition)
            ?? asked.Read(http, blank(metric!, definition), out question)
            ?? (question.GroupBy is GroupBy.MonthDue ? Problems.Shape("/groupBy", "must not be month-due: nothing is due here") : null);
    }

    /// <summary>The same about the entries behind a share.</summary>
    /// <param name="key">Of the group; null: of all.</param>
    /// <param name="of">The milestone, or the code of the stop; null: all of the definition.</param>
    /// <param name="how">The word; null: all.</param>
    public static IResult? ReadList(
        HttpContext http, CohortParameters asked, string? metric, string? key, string? of, string? how, out RecordedListQuestion question)
    {
        var which = default(RecordedHow);
        var unknown = how is null || Vocabulary.TryRead(how, out which) ? null : Problems.NoneOf("/how", Vocabulary.Words<RecordedHow>());
        return Read(http, asked, metric, (word, counted) => new RecordedListQuestion(word, counted, key, of, how is null ? null : which), out question)
            ?? unknown
            ?? (of is null || question.Counted.Of.Contains(of) ? null : Problems.NoneOf("/of", question.Counted.Of));
    }

    /// <summary>The definition that is asked for, or the usual one; the problem where there is none. A version that cannot be read is told later.</summary>
    static IResult? Definition(CohortParameters asked, string? metric, out RecordKeepingDefinition definition)
    {
        definition = RecordKeepingDefinition.All[0];
        if (metric is null || !Vocabulary.TryRead<RecordKeepingMetric>(metric, out var which))
            return Problems.NoneOf("/metric", Vocabulary.Words<RecordKeepingMetric>());
        var ofMetric = RecordKeepingDefinition.All.Where(d => d.Metric == which).ToArray();
        var named = ofMetric.Where(d => asked.Definition is null ? d.IsUsual : d.Id == asked.Definition).ToArray();
        if (named.Length == 0)
            return Problems.NoneOf("/definition", ofMetric.Select(d => d.Id).Distinct());
        if (int.TryParse(asked.Version, out var version) && !Array.Exists(named, d => d.Version == version))
            return Problems.NoneOf("/version", named.Select(d => d.Version));
        definition = Array.FindLast(named, d => version is 0 || d.Version == version)!;
        return null;
    }
}
