using Periop.Domain.Cases;
using Periop.Server.Access;

namespace Periop.Server.Cases;

/// <summary>One command as the outside sees it.</summary>
/// <param name="Path">Below <c>/api/cases/{caseId}/</c>.</param>
/// <param name="Command">The body's type.</param>
/// <param name="Roles">Who may send it.</param>
public sealed record CommandRoute(string Path, Type Command, IReadOnlyList<string> Roles)
{
    /// <summary>The command's name: in the access log, in the description, in what a repeat is compared by.</summary>
    public string Name => Path.Split('/')[^1];

    /// <summary>Every command but the scheduling. A new command is a line here.</summary>
    public static readonly IReadOnlyList<CommandRoute> All =
    [
        To<ChangePlan>("plan-changes", Role.Scheduler),
        To<CallOffCase>("cancellation", Role.Scheduler),
        To<DelayCase>("delay", Role.Scheduler),
        To<CorrectPatient>("patient-corrections", Role.Quality),
        To<ChangeTeam>("team"),
        To<CheckPreparationItem>("preparation-items"),
        To<DeclarePatientPrepared>("preparation"),
        To<ReadyRoom>("room-ready"),
        To<EnterRoom>("room-entry"),
        To<LeaveRoom>("room-exit"),
        To<CleanRoom>("room-cleaned"),
        To<StartAnesthesia>("anesthesia-start"),
        To<InduceAnesthesia>("induction"),
        To<AnesthetizePatient>("anesthesia"),
        To<EmergePatient>("emergence"),
        To<EndAnesthesia>("anesthesia-end"),
        To<PositionPatient>("position"),
        To<PrepareSkin>("skin-prep"),
        To<CompleteSafetyCheck>("safety-checks"),
        To<GiveAntibiotic>("antibiotics"),
        To<OmitAntibiotic>("antibiotic-omissions"),
        To<MakeIncision>("incision"),
        To<ExposeSpine>("exposure"),
        To<StartClosing>("closing-start"),
        To<TakeImage>("imaging"),
        To<StartNeuromonitoring>("neuromonitoring"),
        To<RaiseAlert>("neuromonitoring-alerts"),
        To<ResolveAlert>("neuromonitoring-resolutions"),
        To<PerformOsteotomy>("osteotomies"),
        To<MeasureCorrection>("corrections-measured"),
        To<PlaceHardware>("hardware"),
        To<RemoveHardware>("hardware-removals"),
        To<WasteHardware>("hardware-waste"),
        To<ReturnHardware>("hardware-returns"),
        To<EstimateBloodLoss>("blood-loss"),
        To<GiveBloodProduct>("blood-products", Role.Quality),
        To<RecordFluid>("fluids"),
        To<TakeSpecimen>("specimens"),
        To<PerformCount>("counts"),
        To<CloseWound>("closure"),
        To<ApplyDressing>("dressing"),
        To<EnterRecovery>("recovery-entry"),
        To<LeaveRecovery>("recovery-exit"),
        To<StartPhysicalTherapy>("physical-therapy"),
        To<DischargePatient>("discharge", Role.Quality),
        To<ReadmitPatient>("readmission", Role.Quality),
        To<ReturnToRoom>("return-to-room", Role.Quality),
        To<RecordDeath>("death", Role.Quality),
        To<ReportComplication>("complications", Role.Quality),
        new("complications/{targetEntryId}/reviews", typeof(ReviewComplication), [Role.Quality]),
        To<AssessOutcomes>("assessments", Role.Quality),
        To<RecordFollowUp>("follow-ups", Role.Quality),
        To<AttemptFollowUp>("follow-up-attempts", Role.Quality),
        To<LoseFollowUp>("follow-up-losses", Role.Quality),
        To<DeclineFollowUp>("follow-up-withdrawals", Role.Quality),
        To<RecordRiskFactors>("risk-factors", Role.Quality),
        To<CorrectTime>("time-corrections", Role.Quality),
        To<RetractEntry>("retractions", Role.Quality, Role.Scheduler),
        To<MoveEntries>("moves"),
        To<AcknowledgeFlag>("flag-acknowledgements", Role.Quality),
        To<SignRecord>("signatures"),
        To<AddAddendum>("addenda"),
        new("codings", typeof(DecideCodes), [Role.Coder]),
        new("entries/{targetEntryId}/masking", typeof(MaskEntry), [Role.Admin]),
    ];

    /// <summary>The route of a command.</summary>
    public static CommandRoute Of(Type command) => All.First(route => route.Command == command);

    /// <summary>A command that operating-room staff may send, and whoever else is named.</summary>
    static CommandRoute To<TCommand>(string path, params string[] others) where TCommand : CaseCommand =>
        new(path, typeof(TCommand), [Role.OrStaff, .. others]);
}
