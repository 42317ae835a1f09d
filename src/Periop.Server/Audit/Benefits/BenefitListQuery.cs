using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Benefits;

/// <summary>The cases behind the figures.</summary>
/// <param name="Key">Of the group; null: of all.</param>
/// <param name="TimePoint">Its id; null: all.</param>
/// <param name="State">Null: all.</param>
sealed record BenefitListQuestion(string Measure, CorrectionUnit? Unit, string? Key, string? TimePoint, AnswerState? State) : CohortQuestion("benefit-cases");

/// <summary>After which case and time point the next part begins, and the instant that the first one is for.</summary>
sealed record BenefitCursor(DateTimeOffset FirstIncisionAt, Guid CaseId, string TimePoint, DateTimeOffset AsOf, int Engine);

/// <summary>How a patient does at a time point.</summary>
/// <param name="FirstDay">The first local day of its window.</param>
/// <param name="LastDay">The local day with which it closes.</param>
/// <param name="TakenAt">When the value was taken.</param>
/// <param name="Day">On which day after that of the first incision.</param>
/// <param name="Change">By how much it is more than before the operation.</param>
/// <param name="EntryId">The entry that says it.</param>
sealed record BenefitLine(
    Guid CaseId, string CaseNumber, string Key, string? Surgeon, DateTimeOffset FirstIncisionAt, string TimePoint, DateOnly FirstDay, DateOnly LastDay,
    AnswerState State, decimal? Value, CorrectionUnit? Unit, DateTimeOffset? TakenAt, int? Day, decimal? Change, Guid? EntryId)
{
    public static BenefitLine Of(ScoredCase scored, BenefitAt at) => new(
        scored.Case.Facts.CaseId, scored.Case.Facts.CaseNumber, scored.Key, scored.Case.Facts.Surgeon, scored.Case.FirstIncisionAt.ToUniversalTime(),
        at.Point.Id, at.FirstDay, at.LastDay, at.State, at.Score?.Value, at.Score?.Unit, at.Score?.When.At.ToUniversalTime(), at.Day, at.Change,
        at.Score?.EntryId);
}

/// <summary>One line per case and time point, newest first incision first.</summary>
sealed class BenefitListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<BenefitListQuestion, BenefitLine, BenefitCursor, SettledPart<BenefitLine, BenefitCursor>>(asking)
{
    /// <summary>How many cases are read at once.</summary>
    const int Chunk = 1000;

    protected override ListQuestion<BenefitLine, BenefitCursor, SettledPart<BenefitLine, BenefitCursor>> List(Caller caller, BenefitListQuestion question) =>
        new(question, BenefitsQuery.Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.Scores, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), line => line.CaseId);

    static async Task<Answer<SettledPart<BenefitLine, BenefitCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, BenefitListQuestion question, BenefitCursor? after, int count, CancellationToken cancellation)
    {
        if (BenefitDefinition.Find(question.Definition, question.Version) is not { } definition)
            return BenefitsQuery.Unknown(question);
        var measure = await ScoreReader.MeasureAsync(register, hospital.Id, question.Measure, question.Unit, cancellation);
        if (measure.Value is not { } asked)
            return measure.Why!;
        var cohort = new CohortReader(register, hospital, question, []);
        var found = new List<BenefitLine>();
        var place = after is null ? null : new CohortPlace(after.FirstIncisionAt, after.CaseId);
        var last = after is null ? default : (after.CaseId, Point: definition.Points.Select(p => p.Id).ToList().IndexOf(after.TimePoint));
        while (found.Count <= count)
        {
            var cases = await cohort.ReadAsync(place, Chunk, cancellation);
            found.AddRange(
                from scored in await ScoredCase.OfAsync(register, hospital, cases, definition, asked, question.GroupBy, cancellation)
                where question.Key is null || scored.Key == question.Key
                from at in scored.Points.Index()
                where scored.Case.Facts.CaseId != last.CaseId || at.Index > last.Point
                where (question.TimePoint is null || at.Item.Point.Id == question.TimePoint) && (question.State is not { } state || at.Item.State == state)
                select BenefitLine.Of(scored, at.Item));
            if (cases.Count < Chunk)
                break;
            place = new CohortPlace(cases[^1].FirstIncisionAt, cases[^1].Facts.CaseId);
            last = (cases[^1].Facts.CaseId, definition.Points.Count);
        }

        return await SettledPart<BenefitLine, BenefitCursor>.OfAsync(register, Part<BenefitLine, BenefitCursor>.Of(
            found, count, end => new BenefitCursor(end.FirstIncisionAt, end.CaseId, end.TimePoint, register.AsOf, register.Version)), cancellation);
    }
}
