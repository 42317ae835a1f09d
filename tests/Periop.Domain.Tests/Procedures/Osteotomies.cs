using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

/// <summary>
/// Osteotomies in few characters: level, colon, grade if any, approach (P posterior, O posterolateral, A anterior with disc, D anterior
/// without a word on the disc, C combined); a minus before a level retracts the last one recorded there. "T10:3P T11:3P -T10".
/// </summary>
static class Osteotomies
{
    /// <summary>A case under neuromonitoring, so that nothing is said about it where it is not the subject.</summary>
    public static CaseStory Monitored(ScheduleCase? plan = null) => CaseStory.Scheduled(plan).Incised().At("09:00", Neuromonitoring);

    /// <summary>The osteotomies one after the other, each with technique and columns named; the first at half past nine.</summary>
    public static CaseStory Cut(this CaseStory story, string osteotomies)
    {
        var minute = 30;
        foreach (var word in osteotomies.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            story = story.At($"09:{minute++}", word[0] == '-' ? Retract(story.At(word[1..])[^1]) : Osteotomy(word));
        return story;
    }

    public static PerformOsteotomy Osteotomy(string word)
    {
        var (level, how) = (word.Split(':')[0], word.Split(':')[1]);
        int? grade = char.IsAsciiDigit(how[0]) ? how[0] - '0' : null;
        var approach = how[^1] switch { 'P' => Approach.Posterior, 'O' => Approach.Posterolateral, 'C' => Approach.Combined, _ => Approach.Anterior };
        return new(new Level(level), approach, grade, grade is null ? null : grade >= 3 ? 3 : 1, new Term("named"), how[^1] == 'A' ? true : null);
    }

    public static ProcedureCodes Coded(this CaseStory story)
    {
        var codes = ProcedureFamilies.Shipped.CodesOf(story.Entries);
        Looks.Note(codes.Warnings.Select(w => w.Code));
        return codes;
    }

    /// <summary>The codes with their units: "22206 x1, 22208 x2".</summary>
    public static string Suggested(this CaseStory story) => string.Join(", ", story.Coded().Units.Select(u => $"{u.Code} x{u.Units}"));

    /// <summary>The codes of the warnings.</summary>
    public static string[] Warned(this CaseStory story) => [.. story.Coded().Warnings.Select(w => w.Code)];

    /// <summary>The entries of a warning that the case has once.</summary>
    public static IReadOnlyList<Guid> Cited(this CaseStory story, string warning) => Assert.Single(story.Coded().Warnings, w => w.Code == warning).EntryIds;

    /// <summary>The surviving osteotomies at a level.</summary>
    public static Guid[] At(this CaseStory story, string level) => [.. story.Entries.All<OsteotomyPerformed>(o => o.Level.Value == level).Select(e => e.Id)];
}
