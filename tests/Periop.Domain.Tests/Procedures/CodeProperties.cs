using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

/// <summary>What holds for every case, whatever was cut and however it was recorded. A failing property prints its seed.</summary>
public class CodeProperties
{
    /// <summary>How an osteotomy came into the record.</summary>
    public enum Way { Straight, TimeCorrected, Replacing, Retracted, RetractedAndGivenBack }

    static readonly Gen<PerformOsteotomy> Cuts = Gen.Select(
        Among("C6", "C7", "T10", "T11", "T12", "L1", "L2", "S1"),
        Among(Approach.Posterior, Approach.Posterior, Approach.Posterolateral, Approach.Anterior, Approach.Combined),
        Among<int?>(null, 1, 2, 3, 4), Among<int?>(null, null, 1, 3), Gen.Bool, Among<bool?>(null, false, true, true),
        (level, approach, grade, columns, named, discectomy) => new PerformOsteotomy(
            new Level(level), approach, grade, columns, named ? new Term("named") : null, discectomy));

    /// <summary>Recorded by mistake and replaced.</summary>
    static readonly PerformOsteotomy Slip = Osteotomies.Osteotomy("T11:4P");

    static readonly Gen<Way> Ways =
        Gen.Frequency((4, Gen.Const(Way.Straight)), (2, Gen.Const(Way.TimeCorrected)), (2, Gen.Const(Way.Replacing)),
            (2, Gen.Const(Way.Retracted)), (1, Gen.Const(Way.RetractedAndGivenBack)));

    /// <summary>Osteotomies in the order in which they happened, a minute apart, and the order in which they are recorded.</summary>
    static readonly Gen<Told[]> Cases =
        from cuts in Gen.Select(Cuts, Ways).Array[0, 12]
        from order in Gen.Shuffle(Enumerable.Range(0, cuts.Length).ToArray())
        select order.Select(happened => new Told(happened, cuts[happened].Item1, cuts[happened].Item2)).ToArray();

    [Fact]
    public void Units_are_the_distinct_surviving_segments_that_have_a_code() => Cases.Sample(told =>
    {
        var codes = Muddled(told).Coded();
        Assert.Equal(Coded(told).Length, codes.Units.Sum(u => u.Units));
        Assert.All(codes.Units, unit => Assert.Equal(unit.Units, unit.EntryIds.Count));
    });

    [Fact]
    public void Each_coded_segment_is_cited_once_by_a_code_of_its_family() => Cases.Sample(told =>
    {
        var cited = Muddled(told).Coded().Units.SelectMany(u => u.EntryIds, (unit, id) => (FamilyOf(unit.Code), told.Single(t => t.Id == id).Cut.Level));
        Assert.Equal(Coded(told).OrderBy(c => c.Level), cited.OrderBy(c => c.Level));
    });

    [Fact]
    public void Every_other_osteotomy_is_in_exactly_one_warning_about_those_without_a_unit() => Cases.Sample(told =>
    {
        var codes = Muddled(told).Coded();
        var counted = codes.Units.SelectMany(u => u.EntryIds).ToHashSet();
        var without = CodeWarnings.Rules.Where(r => r.AboutEntriesWithoutUnit).Select(r => r.Code).ToHashSet();
        var warned = codes.Warnings.Where(w => without.Contains(w.Code)).SelectMany(w => w.EntryIds).Where(id => !counted.Contains(id));
        Assert.Equal(told.Where(t => t.Survives && !counted.Contains(t.Id)).Select(t => t.Id).Order(), warned.Order());
    });

    [Fact]
    public void An_add_on_has_its_primary_and_a_primary_has_one_unit() => Cases.Sample(told =>
        Assert.All(Muddled(told).Coded().Units.GroupBy(u => FamilyOf(u.Code)), family =>
        {
            Assert.Equal(1, family.First().Units);
            Assert.NotEqual(AddOn(family.Key), family.First().Code);
            Assert.All(family.Skip(1), addOn => Assert.Equal(AddOn(family.Key), addOn.Code));
        }));

    [Fact]
    public void What_survives_decides_whatever_the_order_of_entry_and_the_corrections() =>
        Cases.Sample(told => Assert.Equal(Expect.Text(AsItHappened(told).Coded()), Expect.Text(Muddled(told).Coded())));

    static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Recorded in any order, at wrong times, too often, and put right afterwards.</summary>
    static CaseStory Muddled(Told[] told)
    {
        var story = Osteotomies.Monitored(Plan("T11", "T12", "L1"));
        foreach (var (t, number) in told.Select((t, number) => (t, number)))
            story = t.Way switch
            {
                Way.TimeCorrected => story.At("12:00", t.Cut.HappenedAt($"11:{number:00}").Under(t.Id)),
                Way.Replacing => story.At("12:00", Slip.HappenedAt(t.Time), out var slip).At("12:01", t.Cut.HappenedAt(t.Time).Replacing(slip).Under(t.Id)),
                _ => story.At("12:00", t.Cut.HappenedAt(t.Time).Under(t.Id)),
            };
        foreach (var t in told)
            story = t.Way switch
            {
                Way.TimeCorrected => story.At("12:30", Correct(t.Id, t.Time)),
                Way.Retracted => story.At("12:30", Retract(t.Id)),
                Way.RetractedAndGivenBack => story.At("12:30", Retract(t.Id), out var retraction).At("12:31", Retract(retraction)),
                _ => story,
            };
        return story;
    }

    /// <summary>Only what survives, as it happened.</summary>
    static CaseStory AsItHappened(Told[] told) =>
        told.Where(t => t.Survives).OrderBy(t => t.Happened)
            .Aggregate(Osteotomies.Monitored(Plan("T11", "T12", "L1")), (story, t) => story.At(t.Time, t.Cut.Under(t.Id)));

    /// <summary>The levels that have a code and the family, by the reference's words rather than by the rules' file.</summary>
    static (string Family, Level Level)[] Coded(Told[] told) =>
    [
        .. from t in told
           where t.Survives
           let family = FamilyOf(t.Cut)
           where family.Length > 0
           group family by t.Cut.Level into level
           where level.Distinct().Count() == 1
           select (level.First(), level.Key),
    ];

    static string FamilyOf(PerformOsteotomy cut)
    {
        bool? byGrade = cut.Grade is { } grade ? grade >= 3 : null, byColumns = cut.Columns is { } columns ? columns == 3 : null;
        if (cut.Level.Region is Region.Sacral || (byGrade is not null && byColumns is not null && byGrade != byColumns))
            return "";
        return (cut.Approach, byGrade ?? byColumns) switch
        {
            (Approach.Posterior or Approach.Posterolateral, true) => cut.Level.Region is Region.Cervical ? "" : "three-column",
            (Approach.Posterior or Approach.Posterolateral, false) => "posterior",
            (Approach.Anterior, not true) => cut.Discectomy is true ? "anterior" : "",
            _ => "",
        };
    }

    static string FamilyOf(string code) => code switch
    {
        "22206" or "22207" or "22208" => "three-column",
        "22210" or "22212" or "22214" or "22216" => "posterior",
        "22220" or "22222" or "22224" or "22226" => "anterior",
        _ => code,
    };

    static string AddOn(string family) => family switch { "three-column" => "22208", "posterior" => "22216", _ => "22226" };

    public sealed record Told(int Happened, PerformOsteotomy Cut, Way Way)
    {
        public Guid Id => CaseStory.Id(1000 + Happened);

        public string Time => $"09:{30 + Happened}";

        public bool Survives => Way is not Way.Retracted;
    }
}
