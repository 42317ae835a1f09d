using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.Store;

/// <summary>Folded cases that commands and projections share: commands are ahead.</summary>
public sealed class KeptCasesTests : IDisposable
{
    const string Hospital = "general";

    static readonly SurgicalCase[] AtVersions = [.. Versions()];

    readonly KeptCases kept = new();

    [Fact]
    public void A_case_is_taken_back_to_an_earlier_version()
    {
        kept.Keep(Hospital, AtVersions[2]);
        var found = kept.Find(Hospital, AtVersions[2].Id, 2);
        Assert.Equal((AtVersions[1].Version, AtVersions[1].RecordedAt), (found?.Version, found?.RecordedAt));
        Assert.Equal(AtVersions[1].InOrderOfRecording(), found!.InOrderOfRecording());
    }

    [Fact]
    public void A_case_is_found_as_far_as_it_is_kept()
    {
        kept.Keep(Hospital, AtVersions[1]);
        Assert.Equal(AtVersions[1], kept.Find(Hospital, AtVersions[1].Id, 3));
    }

    [Fact]
    public void A_projection_does_not_take_back_what_a_command_has_kept()
    {
        kept.Keep(Hospital, AtVersions[2]);
        kept.Keep(Hospital, AtVersions[0]);
        Assert.Equal(AtVersions[2], kept.Find(Hospital, AtVersions[2].Id, 3));
    }

    [Fact]
    public void A_case_of_another_hospital_is_not_found()
    {
        kept.Keep(Hospital, AtVersions[0]);
        Assert.Null(kept.Find("other", AtVersions[0].Id, 1));
    }

    /// <summary>Flags and the like hang on the case that they were worked out for.</summary>
    [Fact]
    public void What_is_worked_out_about_a_case_is_not_kept_with_it()
    {
        kept.Keep(Hospital, AtVersions[2]);
        var found = kept.Find(Hospital, AtVersions[2].Id, 3);
        Assert.NotSame(AtVersions[2], found);
        Assert.NotSame(found, kept.Find(Hospital, AtVersions[2].Id, 3));
    }

    [Fact]
    public void What_is_kept_stays_within_its_megabytes()
    {
        using var small = new KeptCases(1);
        SurgicalCase[] many = [.. Enumerable.Range(0, 1000).Select(_ => Versions().Last())];
        foreach (var surgicalCase in many)
            small.Keep(Hospital, surgicalCase);
        var found = many.Count(c => small.Find(Hospital, c.Id, 3) is not null);
        Assert.InRange(found * KeptCases.SizeOf(3), 1, 1_000_000);
    }

    [Fact]
    public void Without_a_megabyte_nothing_is_kept()
    {
        using var none = new KeptCases(0);
        none.Keep(Hospital, AtVersions[2]);
        Assert.Null(none.Find(Hospital, AtVersions[2].Id, 3));
    }

    public void Dispose() => kept.Dispose();

    static IEnumerable<SurgicalCase> Versions()
    {
        var (id, at) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var scheduled = ((Decision.ToRecord)new ScheduleCase(new Label("2026-0117")).Decide(Guid.NewGuid())).Event;
        var surgicalCase = SurgicalCase.Evolve(null, scheduled with { EntryId = id }, at, "nurse-1");
        yield return surgicalCase;
        foreach (var minute in new[] { 1, 2 })
            yield return surgicalCase = SurgicalCase.Evolve(
                surgicalCase, new PatientPrepared { EntryId = Guid.CreateVersion7(), OccurredAt = at }, at.AddMinutes(minute), "nurse-1");
    }
}
