using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases;

/// <summary>However long a case grows, nothing about it takes turns that grow with it.</summary>
public class LongCaseTests
{
    const int Many = 20_000;

    static readonly DateTimeOffset Start = CaseStory.Time("08:00");

    [Fact]
    public void A_correction_of_a_correction_and_so_on_is_about_the_operation_all_the_same()
    {
        var surgicalCase = Of(
            [new PatientEnteredRoom(null), .. Signed, .. Chain(n => new TimeCorrected(CaseStory.Id(n == 0 ? 2 : n + 4), Start.AddSeconds(n)))]);
        Assert.Equal(Many, CaseFlags.Of(surgicalCase, CaseStory.Rules).Count(f => f.Code == "entry-after-signature"));
    }

    [Fact]
    public void Of_retractions_each_of_the_last_one_the_last_one_tells()
    {
        var surgicalCase = Of([new PatientEnteredRoom(null), .. Signed, .. Chain(n => new EntryRetracted(CaseStory.Id(n == 0 ? 2 : n + 4)))]);
        Assert.True(surgicalCase.Entries[CaseStory.Id(2)].Survives);
        Assert.False(Of([.. Events(surgicalCase), new EntryRetracted(CaseStory.Id(Many + 4))]).Entries[CaseStory.Id(2)].Survives);
    }

    [Fact]
    public void A_signature_that_was_withdrawn_and_given_back_very_often_freezes_the_record() =>
        Assert.Contains("entry-after-signature", CaseFlags.Of(
            Of([.. Signed, .. Chain(n => new EntryRetracted(CaseStory.Id(n + 3))), new PatientEnteredRoom(null)]), CaseStory.Rules).Select(f => f.Code));

    static CaseEvent[] Signed =>
        [new RecordSigned(TeamRole.Surgeon, SignatureMeaning.Author), new RecordSigned(TeamRole.CirculatingNurse, SignatureMeaning.Author)];

    static IEnumerable<CaseEvent> Chain(Func<int, CaseEvent> link) => Enumerable.Range(0, Many).Select(link);

    static IEnumerable<CaseEvent> Events(SurgicalCase surgicalCase) => surgicalCase.InOrderOfRecording().Skip(1).Select(e => e.Event);

    /// <summary>A case of these entries; two people take turns.</summary>
    static SurgicalCase Of(CaseEvent[] events)
    {
        var scheduled = ((Decision.ToRecord)new ScheduleCase(new Label("2026-0117")).Decide(Guid.Empty)).Event;
        return SurgicalCase.Evolve(null, [.. events.Prepend(scheduled).Select((happened, n) => (
            happened with { EntryId = CaseStory.Id(n + 1), OccurredAt = Start.AddSeconds(n) }, Start.AddSeconds(n), $"nurse-{n % 2}"))])!;
    }
}
