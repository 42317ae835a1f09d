using System.Text.Json;
using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Outcomes;
using Periop.Domain.Procedures;
using Periop.Domain.Record;
using Periop.Domain.Register;
using Periop.Domain.Spine;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>
/// What a version of the register holds is pinned to its number: columns, members, the rules that raise flags, and the rows of example streams
/// after each of their events. A derivation that changed under the same number would leave old rows and new ones side by side, and nothing would notice.
/// </summary>
public sealed class Fingerprint
{
    static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task A_version_of_the_register_holds_what_it_has_always_held()
    {
        var file = FileOf(RegisterVersion.Shipped);
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("CI") is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllLinesAsync(file, LinesOf(RegisterVersion.Shipped), TestContext.Current.CancellationToken);
            Assert.Fail($"This version of the register had no fingerprint. It was written to {file}: read it, and add it if it is right.");
        }

        var complaint = await ComplaintAsync(RegisterVersion.Shipped);
        Assert.True(complaint is null, complaint);
    }

    [Fact]
    public async Task A_changed_derivation_under_the_same_number_is_noticed_and_says_what_to_do()
    {
        using var next = new NextRegister();
        Assert.StartsWith(
            $"The register's rows, columns or members are others than those of version {RegisterVersion.Shipped.Number}. If that is meant, raise the number "
                + $"in RegisterVersion.Shipped to {RegisterVersion.Shipped.Number + 1}",
            await ComplaintAsync(RegisterVersion.Shipped with { Parts = [.. next.Version.Parts.SkipLast(1)] }),
            StringComparison.Ordinal);
    }

    /// <summary>Null when the version holds what is pinned to its number.</summary>
    static async Task<string?> ComplaintAsync(RegisterVersion version)
    {
        var pinned = await File.ReadAllLinesAsync(FileOf(version), TestContext.Current.CancellationToken);
        string[] now = [.. LinesOf(version)];
        for (var line = 0; line < Math.Max(pinned.Length, now.Length); line++)
            if (pinned.ElementAtOrDefault(line) is var was && now.ElementAtOrDefault(line) is var has && was != has)
                return $"The register's rows, columns or members are others than those of version {version.Number}. If that is meant, raise the number in "
                    + $"RegisterVersion.Shipped to {version.Number + 1} and run this test again, which writes the new fingerprint; a new table says its "
                    + $"Since. Never change {Path.GetFileName(FileOf(version))}, line {line + 1}:\npinned: {was}\nnow:    {has}";
        return null;
    }

    static string FileOf(RegisterVersion version) =>
        Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden", "register", $"version_{version.Number}.txt");

    static IEnumerable<string> LinesOf(RegisterVersion version) =>
    [
        .. from table in version.Tables
           from column in table.Columns.Select(c => $"{c.Name} {c.Type}").Prepend($"{table.StreamColumn} uuid")
           select $"column {table.Name}.{column}",
        .. from table in version.Tables
           from member in RegisterJson.Options.GetTypeInfo(table.Row).Properties
           where member.Get is not null
           select $"member {table.Name}.{member.Name}",
        $"rules {ProcedureFamilies.Shipped.Rules.Version}",
        .. Examples().SelectMany((example, number) => RowsOf(version, example).Select(row => $"example {number + 1} {row}")),
    ];

    /// <summary>The rows that a stream has after each of its events, wherever they are others than before it.</summary>
    static IEnumerable<string> RowsOf(RegisterVersion version, IEnumerable<StoredEvent> stream)
    {
        var (surgicalCase, recall, rows, position) = ((SurgicalCase?)null, (Recall?)null, new CaseRows(Guid.Empty, null, version.Parts), 0);
        IReadOnlyList<RegisterRow> ofSource = [];
        foreach (var happened in stream)
        {
            var at = new EventPosition(++position, Morning.AddMinutes(position));
            var steps = happened switch
            {
                CaseEvent entry => rows.Next(at, entry, surgicalCase = SurgicalCase.Evolve(surgicalCase, entry, at.RecordedAt, "nurse-1")),
                PublicationEvent published => [new RegisterStep(Guid.Empty, at, [], version.OfPublication(published, at.RecordedAt, "quality-1"))],
                SecondSourceUploaded uploaded =>
                    [new RegisterStep(Guid.Empty, at, ofSource, ofSource = version.OfUpload(uploaded, at.RecordedAt, "quality-1"))],
                _ => [new(Guid.Empty, at, version.OfRecall(recall),
                    version.OfRecall(recall = Recall.Evolve(recall, (RecallEvent)happened, at.RecordedAt, "quality-1")))],
            };
            foreach (var step in steps)
            {
                string[] before = [.. step.Before.Select(row => Written(version, row))], after = [.. step.After.Select(row => Written(version, row))];
                foreach (var gone in before.Except(after))
                    yield return $"at {position} - {gone}";
                foreach (var come in after.Except(before))
                    yield return $"at {position} + {come}";
            }
        }
    }

    static string Written(RegisterVersion version, RegisterRow row) =>
        $"{version.Tables.Single(t => t.Row == row.GetType()).Name} {JsonSerializer.Serialize(row, row.GetType(), RegisterJson.Options)}";

    /// <summary>
    /// An event of every kind; a case with all that becomes of devices, entered in error at last; two recalls, one with an end; what was published.
    /// </summary>
    static IEnumerable<IEnumerable<StoredEvent>> Examples() =>
    [
        Numbered(ExampleEvents.All.OfType<CaseEvent>()),
        Numbered(
        [
            ExampleEvents.All.OfType<CaseScheduled>().Single(),
            new HardwarePlaced { Kind = HardwareKind.PedicleScrew, Levels = [new("L2")], Udi = new("(01)51022222233336(17)280707(10)a213b1(21)0017") },
            new HardwarePlaced { Kind = HardwareKind.Rod, Quantity = 2, Udi = new("015102222223333610A1211234"), Side = BodySide.Left },
            new HardwarePlaced { Kind = HardwareKind.Cage, Udi = new("+H123PARTNO1234567890120/$$420020216LOT a/S1"), Serial = new("s 1") },
            new HardwarePlaced
            {
                Kind = HardwareKind.Rod, Manufacturer = new("Acme"), Reference = new("R-5"), Lot = new("l 9"), Expiry = new DateOnly(2028, 7, 7),
            },
            new HardwareWasted { Kind = HardwareKind.Rod, Lot = new("w1"), Code = new("wrong-size") },
            new HardwareReturned { Kind = HardwareKind.Rod, Serial = new("r1") },
            new HardwareRemoved(Id(2), new("malposition"), null, null),
            new HardwareRemoved(Id(3), null, null, 1),
            new EntryRetracted(Id(8)),
            new EntryRetracted(Id(4)),
            new TimeCorrected(Id(5), Morning.AddMinutes(-30)),
            new PatientCorrected(new Guid("5f1d3a52-7f0e-4c07-9b1d-2f6f5f3f8a22")),
            new HardwareRemoved(Id(70), new("loosened"), Id(71), 2),
            new HardwareRemoved(null, new("loosened"), null, null)
            {
                Device = new(HardwareKind.Cage, [new("L4")], null, null, new("4006381333931"), new("Acme"), new("C\u200b 9"), new("\uFF211"), null,
                    null, null, null, null),
            },
            new HardwarePlaced { Kind = HardwareKind.Rod, Udi = new("(01)51022222233336(10)A1"), Lot = new("A2") },
            new HardwarePlaced { Kind = HardwareKind.Rod, Udi = new("015102222223333610ABC777375"), Serial = new("s2") },
            new EntryRetracted(Id(1)),
        ]),
        Numbered(
        [
            ExampleEvents.All.OfType<CaseScheduled>().Single(),
            new PatientEnteredRoom(new("OR 2")), new IncisionMade(null, null), new OsteotomyPerformed(new("L2"), Approach.Posterior, 3, 3, null, null),
            new OsteotomyPerformed(new("T12"), Approach.Anterior, null, null, null, true), new BloodProductGiven(new("prbc"), 2),
            new RecordSigned(TeamRole.Surgeon, SignatureMeaning.Author), new PatientLeftRoom(null), new PatientDischarged(new("home")),
            new ComplicationReported(
                ComplicationKind.InfectionDeep, Morning.AddDays(-1), Morning, ClavienDindo.IIIb, new("L2"), new("T81.42"), null, [new("pus")]),
            new ComplicationReviewed(
                Id(10), ReviewDecision.Reclassified, new("infection-deep"), ComplicationKind.InfectionOrganSpace, ClavienDindo.II,
                Morning.AddDays(-2), [new("abscess")]),
            new OutcomesAssessed([new(new("infection"), Finding.Present), new(new("nerve-injury"), Finding.Absent), new(new("infection"), Finding.Absent)]),
            new FollowUpLost(null), new FollowUpAttempted(FollowUpMethod.Call, FollowUpResult.NotReached), new FollowUpDeclined(null),
            new FollowUpRecorded(true, null, null, null, null, [new(new("blood-clots"), Finding.NotAssessed)]),
            new RiskFactorsRecorded(new Dictionary<string, decimal> { ["age"] = 61, ["body-mass-index"] = 27.4m }),
            new ReturnedToOperatingRoom(false, Id(60)), new ReturnedToOperatingRoom(true, Id(61)), new PatientReadmitted(null), new PatientDied(),
            new EntryRetracted(Id(11)), new CaseCalledOff(new("no-bed")), new EntryRetracted(Id(3)), new EntryRetracted(Id(1)),
        ]),
        [
            new RecallAnnounced(Id(90), "51022222233336", null, null, [new("A213 b1")], [new("0017")], new("FSCA-2026-014"), null, ""),
            new RecallCaseClosed(Id(92), Id(1), new("informed"), new("by telephone"), ""), new RecallEnded(),
        ],
        [new RecallAnnounced(Id(91), null, new("Acme Ltd"), new("SET 55"), [new("\u212A 1"), new("b2")], [], null, null, "")],
        .. ExampleEvents.All.OfType<PublicationEvent>().Select(published => new[] { published }),
        [
            SecondSourceUploaded.Of("coding", [(new("2026-0117"), new("infection-deep")), (new("2026-0118"), new("infection"))], 1, ""),
            SecondSourceUploaded.Of("coding", [(new("2026-0119"), new("infection-deep")), (new("2026-0117"), new("infection-deep"))], 0, ""),
        ],
    ];

    static IEnumerable<CaseEvent> Numbered(IEnumerable<CaseEvent> events) =>
        events.Select((happened, index) => happened with { EntryId = Id(index + 1), OccurredAt = Morning.AddMinutes(index) });

    static Guid Id(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
