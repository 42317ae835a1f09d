using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;

namespace Periop.Server.Audit.Benefits;

/// <summary>How it is asked how patients do.</summary>
/// <param name="Measure"><c>pain</c>, <c>disability</c>, or a kind of measure of the alignment.</param>
sealed record BenefitsAsked(string? Measure, string? Unit)
{
    public static readonly string[] Names = ["measure", "unit"];

    /// <summary>What it can be grouped by: a case is due at each time point, and so in no month.</summary>
    public static readonly GroupBy[] Groups = [.. Enum.GetValues<GroupBy>().Where(by => by is not GroupBy.MonthDue)];

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read(HttpContext http, CohortParameters asked, out BenefitsQuestion question) =>
        Read(http, asked, (what, unit) => new BenefitsQuestion(what, unit), out question);

    /// <param name="blank">A question of that measure, about all cases.</param>
    public IResult? Read<TQuestion>(HttpContext http, CohortParameters asked, Func<string, CorrectionUnit?, TQuestion> blank, out TQuestion question)
        where TQuestion : CohortQuestion
    {
        question = null!;
        var word = default(CorrectionUnit);
        if (Measure is null || Term.Read(Measure) is null)
            return Problems.Shape("/measure", $"is required: {Score.Pain}, {Score.Disability}, or a kind of measure of the alignment");
        if (Unit is not null && !Vocabulary.TryRead(Unit, out word))
            return Problems.NoneOf("/unit", Vocabulary.Words<CorrectionUnit>());
        if (Unit is not null && Score.IsScore(Measure))
            return Problems.Shape("/unit", "is for measures of the alignment: a score has none");
        return asked.Read(http, blank(Measure, Unit is null ? null : word), out question)
            ?? (Groups.Contains(question.GroupBy) ? null : Problems.Shape("/groupBy", "must not be month-due: a case is due at each time point"));
    }
}
