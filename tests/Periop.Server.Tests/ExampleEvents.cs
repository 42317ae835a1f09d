using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Outcomes;
using Periop.Domain.Record;
using Periop.Domain.Spine;

namespace Periop.Server.Tests;

/// <summary>One event of every kind, with every member filled in.</summary>
static class ExampleEvents
{
    static readonly DateTimeOffset At = new(2026, 3, 2, 8, 15, 30, TimeSpan.FromHours(1));
    static readonly Guid Target = new("0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f31");
    static readonly Guid Patient = new("5f1d3a52-7f0e-4c07-9b1d-2f6f5f3f8a11");

    const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static IReadOnlyList<StoredEvent> All { get; } =
    [.. new CaseEvent[]
    {
        new CaseScheduled(new("2026-0117"), Patient, new("OR-3"), At, 300, Priority.Elective, Osteotomy(),
            new("surgeon-3"), new("spine"), [new("M40.2"), new("M43.9")], new("rigid kyphosis"), 3,
            new("stay-881"), Target, new Dictionary<string, decimal> { ["age"] = 61m, ["body-mass-index"] = 27.4m }) { RoomUnknown = true },
        new PlanChanged(new("2026-0118"), new("surgeon-4"), Osteotomy(), new("OR-5"), At, 240, Priority.Urgent, new("spine"), 3, new("worse since"),
            [new("M40.2")], [PlanSlot.ScheduledStart]) { RoomUnknown = true },
        new CaseCalledOff(new("patient-health")),
        new PatientCorrected(Patient),
        new DelayRecorded(new("transport-late"), 15),
        new TeamMemberJoined(new("nurse-12"), TeamRole.CirculatingNurse),
        new TeamMemberLeft(new("rt-4"), TeamRole.RadiologicTechnologist),
        new PreparationItemRecorded(PreparationItem.SiteMarked, PreparationOutcome.NotApplicable),
        new PatientPrepared(),
        new RoomReadied(),
        new PatientEnteredRoom(new("OR-3")) { RoomUnknown = true },
        new AnesthesiaStarted(AnesthesiaType.General),
        new AnesthesiaInduced(),
        new PatientAnesthetized(3),
        new PatientPositioned(BodyPosition.Prone),
        new SkinPrepared(new("chlorhexidine-alcohol")),
        new SafetyCheckCompleted(SafetyCheckPhase.TimeOut, new("expected blood loss 800 ml")),
        new AntibioticGiven(new("cefazolin"), new("2 g"), At),
        new AntibioticOmitted(OmissionReason.OnTherapy),
        new NeuromonitoringStarted([new("ssep"), new("mep")], MonitoringBaseline.Obtained),
        new AlertRaised(new("mep"), new("amplitude down 60 %"), new("L2")),
        new AlertResolved(Target, AlertOutcome.Resolved, new("rod loosened")),
        new IncisionMade(new("midline"), Approach.Posterolateral),
        new SpineExposed([new("T12"), new("L1")]),
        new ImagingTaken(new("fluoroscopy"), ImagingPurpose.LevelLocalisation, [new("L3")]),
        new OsteotomyPerformed(new("L3"), Approach.Posterior, 3, 3, new("pso"), true),
        new CorrectionMeasured(new("lumbar-lordosis"), 52.5m, CorrectionUnit.Deg, CorrectionPhase.Intraoperative),
        Device(new HardwarePlaced()),
        new HardwareRemoved(Target, new("malposition"), Target, 1)
        {
            Device = new HardwareDescription(
                HardwareKind.Rod, [new("L1"), new("L2")], HardwareSite.Vertebra, BodySide.Left, new("(01)51022222233336"), new("Acme"), new("R-5"), new("A1"),
                new("7"), new DateOnly(2028, 7, 7), 5.5m, 120m, new("titanium")),
        },
        Device(new HardwareWasted { Code = new("wrong-size") }),
        Device(new HardwareReturned { Code = new("not-needed") }),
        new BloodLossEstimated(450.5m),
        new BloodProductGiven(new("red-cells"), 2m),
        new FluidRecorded(FluidKind.CellSaver, 250m, new("ml")),
        new SpecimenTaken(new("disc L4/5")),
        new CountPerformed(CountedItem.Sponges, CountPhase.Final, CountResult.NotDone),
        new ClosingStarted(),
        new WoundClosed(ClosureMethod.Staples, 1, new("subfascial")),
        new DressingApplied(new("occlusive")),
        new PatientEmerged(At),
        new AnesthesiaEnded(),
        new PatientLeftRoom(new("pacu")),
        new RoomCleaned(),
        new RecoveryEntered(new("pacu")),
        new RecoveryLeft(),
        new PhysicalTherapyStarted(),
        new PatientDischarged(new("home")),
        new PatientReadmitted(new("wound")),
        new ReturnedToOperatingRoom(true, Target),
        new PatientDied(),
        new ComplicationReported(ComplicationKind.InfectionOrganSpace, At, At.AddHours(2), ClavienDindo.IIIb, new("L2"), new("T84.6"), Target,
            [new("abscess"), new("pus")]),
        new ComplicationReviewed(Target, ReviewDecision.Reclassified, new("infection"), ComplicationKind.InfectionDeep, ClavienDindo.IVa, At, [new("pus")]),
        new OutcomesAssessed([new(new("infection"), Finding.Absent), new(new("non-union"), Finding.NotAssessed)]),
        new FollowUpRecorded(true, Fusion.NotFused, HardwareCondition.Intact, 2m, 18.5m, [new(new("chronic-pain"), Finding.Present)]),
        new FollowUpAttempted(FollowUpMethod.RecordReview, FollowUpResult.WrongContact),
        new FollowUpLost(new("moved")),
        new FollowUpDeclined(new("no-wish")),
        new RiskFactorsRecorded(new Dictionary<string, decimal> { ["age"] = 61m, ["body-mass-index"] = 27.4m }),
        new TimeCorrected(Target, At),
        new EntryRetracted(Target, new(Patient, Target)),
        new FlagAcknowledged(new("recorded-late"), Target),
        new RecordSigned(TeamRole.Surgeon, SignatureMeaning.Approver),
        new CodesDecided([new(new("22207"), 1), new(new("22208"), 2)]),
        new EntryMasked(Target),
        new AddendumAdded(new("Family informed at 14:10, \U0001F9B4 e\u0301.")),
    }.Select(Stamped),
        new RecallAnnounced(Target, "51022222233336", new("Acme"), new("SET-55"), [new("A213B1"), new("A213B2")], [new("0017")], new("FSCA-2026-014"),
            new("set screws may loosen"), Hash),
        new RecallCaseClosed(Target, Patient, new("informed"), new("spoken to by telephone"), Hash), new RecallEnded(),
        new DefinitionPublished(
            new OutcomeDefinition("blood-loss", 3, new("blood-loss"), "Bleeding", new OutcomeWindow(Hours: 72), OutcomeAnchor.RoomExit,
                [new Criterion("transfused", "At least 5 units.")], OutcomeEvidence.Discharged, 1, ReviewDemand.Required, 30, Denominator.WithDied,
                "VASQIP (2004)", new TransfusionMeasure(["red-cells"], 5)),
            Hash, Shipped: true),
        new RiskModelPublished(
            new RiskModel("parsonnet", 1, "Parsonnet score", -3.68m, new Dictionary<string, decimal> { ["parsonnet"] = 0.077m }, "R package vlad"), Hash),
        new SecondSourceUploaded("coding", [new(new("infection-deep"), [new("2026-0117"), new("2026/0118")])], 2, Hash),
    ];

    static CaseEvent Stamped(CaseEvent happened) => happened with
    {
        EntryId = new("0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30"),
        OccurredAt = new DateTimeOffset(2026, 3, 2, 8, 12, 0, TimeSpan.FromHours(1)).AddMicroseconds(123456),
        Source = EntrySource.Downtime,
        Override = new("bleeding, no time"),
        Reason = new("read off the monitor"),
        Note = new("in own words"),
        Replaces = Target,
        Waited = 5400,
        RecordedFor = new("nurse-9"),
        AfterStop = new("time-out-missing"),
        DeviceAt = At.AddMinutes(7),
        MovedFrom = new(Patient, Target),
        Precision = TimePrecision.Day,
        Content = Hash,
    };

    static Procedure Osteotomy() => new(new("spinal-osteotomy"), Approach.Combined, [new("T12"), new("L1")], 4, new("22206"));

    static HardwareEvent Device(HardwareEvent happened) => happened with
    {
        Kind = HardwareKind.PedicleScrew,
        Levels = [new("L2")],
        Site = HardwareSite.Vertebra,
        Side = BodySide.Left,
        Quantity = 2,
        Udi = new("(01)51022222233336(17)280707(10)A213B1"),
        Manufacturer = new("Acme"),
        Reference = new("PS-65-45"),
        Lot = new("A213B1"),
        Serial = new("0017"),
        Expiry = new DateOnly(2028, 7, 7),
        DiameterMm = 6.5m,
        LengthMm = 45m,
        Material = new("titanium"),
    };
}
