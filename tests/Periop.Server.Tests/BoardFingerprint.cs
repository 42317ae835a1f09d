using System.Text.Json.Nodes;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Server.Board;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>
/// What a version of the board keeps of a case is pinned to its number: the card of an example case after each of its events, but for the
/// flags, which have a version of their own. A card that changed under the same number would be right only once its case had changed.
/// </summary>
public sealed class BoardFingerprint
{
    static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1));

    static readonly string Pinned =
        Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden", "board", $"version_{BoardCard.Version}.txt");

    [Fact]
    public void A_version_of_the_board_keeps_what_it_has_always_kept()
    {
        var now = string.Concat(Cards().Select(card => card + "\n"));
        var pinned = KeptFile.Read(Pinned, now);
        Assert.True(now == pinned,
            $"Cards are others than those of version {BoardCard.Version}. If that is meant, raise BoardCard.Version and the table's name with it, and "
            + $"run this test again, which writes the new fingerprint. Never change {Path.GetFileName(Pinned)}.\npinned:\n{pinned}\nnow:\n{now}");
    }

    static IEnumerable<string> Cards()
    {
        var hospital = new Hospital("h", "H", TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), ["OR-3"], new HashSet<string>());
        var (surgicalCase, position) = ((SurgicalCase?)null, 0);
        foreach (var happened in Day())
        {
            var at = Morning.AddMinutes(10 * position++);
            var entry = happened with { EntryId = new Guid(position, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0), OccurredAt = at };
            surgicalCase = SurgicalCase.Evolve(surgicalCase, entry, at, "nurse-1");
            var card = JsonNode.Parse(BoardJson.Bytes(BoardCard.Of(surgicalCase, hospital, ProcedureFamilies.Shipped.Rules, position)))!;
            card["case"]!.AsObject().Remove("flags");
            yield return card.ToJsonString(PeriopJson.Web);
        }
    }

    static IEnumerable<CaseEvent> Day() =>
    [
        ExampleEvents.All.OfType<CaseScheduled>().Single(),
        new DelayRecorded(new("late-surgeon"), 15),
        new PatientPrepared(),
        new RoomReadied(),
        new PatientEnteredRoom(null),
        new PatientAnesthetized(null),
        new IncisionMade(null, null),
        new PatientEnteredRoom(new("OR-4")),
        new ClosingStarted(),
        new WoundClosed(ClosureMethod.Sutures, null, null),
        new PatientLeftRoom(null),
        new RoomCleaned(),
        new RecoveryEntered(null),
        new PatientEnteredRoom(null),
        new CaseCalledOff(new("no-bed")),
        new PatientDied(),
    ];
}
