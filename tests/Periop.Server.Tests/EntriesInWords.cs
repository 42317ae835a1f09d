using System.Text.Json.Nodes;
using Periop.Domain.Cases;
using Periop.Server.Cases;
using Periop.Server.Shell;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Entries as people read them.</summary>
public sealed class EntriesInWords
{
    static readonly EntryWords Words = new(new TimeWords(TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich")));

    [Theory]
    [InlineData("incision_made", "Incision made")]
    [InlineData("complication_reported_v2", "Complication reported")]
    public void An_entry_is_called_by_the_name_of_its_event(string type, string called) => Assert.Equal(called, EntryWords.What(type));

    [Theory]
    [InlineData("""{"kind":"dural-tear","grade":"II","level":"L3","icd10":null}""", "kind dural tear · grade II · level L3")]
    [InlineData("""{"assessments":[{"kind":"infection","finding":"absent"},{"kind":"non-union","finding":"present"}]}""",
        "assessments infection absent, non union present")]
    [InlineData("""{"cumulativeMl":900,"planned":false}""", "cumulative ml 900 · planned no")]
    [InlineData("""{"onsetAt":"2026-03-20T07:00:00Z"}""", "onset at 20 Mar 2026, 08:00")]
    [InlineData("""{"targetEntryId":"0199a000-0000-7000-8000-000000000000","outcome":"resolved"}""", "outcome resolved")]
    public void What_it_says_is_said_by_member_in_local_time(string data, string said) => Assert.Equal(said, Words.Said(JsonNode.Parse(data)!.AsObject()));

    [Fact]
    public void Every_entry_has_a_line_and_what_changes_one_stands_beside_it()
    {
        var (incision, corrected, retracted, closure) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var lines = RecordLine.Of(new TimelineView(Guid.NewGuid(), 4, default,
        [
            Entry(incision, "incision_made", "{}"), Entry(corrected, "time_corrected", $$"""{"targetEntryId":"{{incision}}"}"""),
            Entry(retracted, "entry_retracted", $$"""{"targetEntryId":"{{corrected}}"}"""), Entry(closure, "wound_closed", "{}"),
        ]));
        Assert.Equal([incision, closure], lines.Select(line => line.Entry.EntryId));
        Assert.Equal([corrected, retracted], lines[0].Changes.Select(change => change.EntryId));
    }

    static TimelineEntry Entry(Guid id, string type, string data) => new(
        id, type, default, default, "nurse-1", EntrySource.Live, false, JsonNode.Parse(data)!.AsObject(),
        null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
