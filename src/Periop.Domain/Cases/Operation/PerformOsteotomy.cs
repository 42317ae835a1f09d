using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>One vertebral segment is cut; each further segment is an entry of its own.</summary>
/// <param name="Grade">SRS-Schwab, 1 to 6; required unless the approach is anterior.</param>
/// <param name="Columns">How many columns were cut, 1 to 3.</param>
/// <param name="Discectomy">Whether the disc was removed as well.</param>
/// <example>{ "level": "L3", "approach": "posterior", "grade": 3, "columns": 3 }</example>
public sealed record PerformOsteotomy(Level Level, Approach Approach, int? Grade = null, int? Columns = null, Term? Technique = null, bool? Discectomy = null)
    : OperationStep
{
    public override IEnumerable<(string Member, string Problem)> Missing() =>
        Grade is null && Approach is not Approach.Anterior ? [.. base.Missing(), ("grade", "is required unless the approach is anterior")] : base.Missing();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Grade is < SchwabGrade.Lowest or > SchwabGrade.Highest ? Refusal.Senseless("A Schwab grade is 1 to 6.")
        : Columns is < 1 or > 3 ? Refusal.Senseless("The spine has one to three columns.")
        : new OsteotomyPerformed(Level, Approach, Grade, Columns, Technique, Discectomy);
}

/// <summary>A vertebral segment was cut.</summary>
[StoredAs("osteotomy_performed")]
public sealed record OsteotomyPerformed(Level Level, Approach Approach, int? Grade, int? Columns, Term? Technique, bool? Discectomy)
    : IntraoperativeEvent, ISurgicalStep;
