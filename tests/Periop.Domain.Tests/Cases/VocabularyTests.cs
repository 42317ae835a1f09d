using System.Reflection;
using System.Text.RegularExpressions;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases;

public partial class VocabularyTests
{
    /// <summary>The contract with every event already stored: a name is added, never changed.</summary>
    static readonly Dictionary<string, string> Stored = new(StringComparer.Ordinal)
    {
        ["CaseScheduled"] = "case_scheduled",
        ["PlanChanged"] = "plan_changed",
        ["CaseCalledOff"] = "case_called_off",
        ["PatientCorrected"] = "patient_corrected",
        ["DelayRecorded"] = "delay_recorded",
        ["TeamMemberJoined"] = "team_member_joined",
        ["TeamMemberLeft"] = "team_member_left",
        ["PreparationItemRecorded"] = "preparation_item_recorded",
        ["PatientPrepared"] = "patient_prepared",
        ["RoomReadied"] = "room_readied",
        ["PatientEnteredRoom"] = "patient_entered_room",
        ["AnesthesiaStarted"] = "anesthesia_started",
        ["AnesthesiaInduced"] = "anesthesia_induced",
        ["PatientAnesthetized"] = "patient_anesthetized",
        ["PatientPositioned"] = "patient_positioned",
        ["SkinPrepared"] = "skin_prepared",
        ["SafetyCheckCompleted"] = "safety_check_completed",
        ["AntibioticGiven"] = "antibiotic_given",
        ["AntibioticOmitted"] = "antibiotic_omitted",
        ["NeuromonitoringStarted"] = "neuromonitoring_started",
        ["AlertRaised"] = "alert_raised",
        ["AlertResolved"] = "alert_resolved",
        ["IncisionMade"] = "incision_made",
        ["SpineExposed"] = "spine_exposed",
        ["ImagingTaken"] = "imaging_taken",
        ["OsteotomyPerformed"] = "osteotomy_performed",
        ["CorrectionMeasured"] = "correction_measured",
        ["HardwarePlaced"] = "hardware_placed",
        ["HardwareRemoved"] = "hardware_removed_v2",
        ["HardwareWasted"] = "hardware_wasted",
        ["HardwareReturned"] = "hardware_returned",
        ["BloodLossEstimated"] = "blood_loss_estimated",
        ["BloodProductGiven"] = "blood_product_given",
        ["FluidRecorded"] = "fluid_recorded",
        ["SpecimenTaken"] = "specimen_taken",
        ["CountPerformed"] = "count_performed",
        ["ClosingStarted"] = "closing_started",
        ["WoundClosed"] = "wound_closed",
        ["DressingApplied"] = "dressing_applied",
        ["PatientEmerged"] = "patient_emerged",
        ["AnesthesiaEnded"] = "anesthesia_ended",
        ["PatientLeftRoom"] = "patient_left_room",
        ["RoomCleaned"] = "room_cleaned",
        ["RecoveryEntered"] = "recovery_entered",
        ["RecoveryLeft"] = "recovery_left",
        ["PhysicalTherapyStarted"] = "physical_therapy_started",
        ["PatientDischarged"] = "patient_discharged",
        ["PatientReadmitted"] = "patient_readmitted",
        ["ReturnedToOperatingRoom"] = "returned_to_operating_room",
        ["PatientDied"] = "patient_died",
        ["ComplicationReported"] = "complication_reported",
        ["ComplicationReviewed"] = "complication_reviewed",
        ["OutcomesAssessed"] = "outcomes_assessed",
        ["FollowUpRecorded"] = "follow_up_recorded",
        ["FollowUpAttempted"] = "follow_up_attempted",
        ["FollowUpLost"] = "follow_up_lost",
        ["FollowUpDeclined"] = "follow_up_declined",
        ["RiskFactorsRecorded"] = "risk_factors_recorded",
        ["TimeCorrected"] = "time_corrected",
        ["EntryRetracted"] = "entry_retracted",
        ["FlagAcknowledged"] = "flag_acknowledged",
        ["RecordSigned"] = "record_signed",
        ["CodesDecided"] = "codes_decided",
        ["EntryMasked"] = "entry_masked",
        ["AddendumAdded"] = "addendum_added",
        ["RecallAnnounced"] = "recall_announced_v2",
        ["RecallCaseClosed"] = "recall_case_closed",
        ["RecallEnded"] = "recall_ended",
        ["DefinitionPublished"] = "definition_published",
        ["RiskModelPublished"] = "risk_model_published",
        ["SecondSourceUploaded"] = "second_source_uploaded",
    };

    public static TheoryData<Type> EventTypes => [.. StoredEvents.Types];

    [Fact]
    public void The_events_and_their_stored_names_are_the_agreed_ones() =>
        Assert.Equal(
            Stored.OrderBy(s => s.Key, StringComparer.Ordinal),
            StoredEvents.Types.ToDictionary(t => t.Name, StoredEvents.NameOf).OrderBy(s => s.Key, StringComparer.Ordinal));

    [Theory, MemberData(nameof(EventTypes))]
    public void A_stored_name_is_lower_case_with_underscores(Type type) => Assert.Matches(SnakeCase(), type.GetCustomAttribute<StoredAsAttribute>()?.Name);

    [Fact]
    public void No_two_events_share_a_stored_name() =>
        Assert.Equal(StoredEvents.Types.Count, StoredEvents.Types.Select(StoredEvents.NameOf).Distinct().Count());

    [Theory, MemberData(nameof(EventTypes))]
    public void An_event_is_a_sealed_record_without_setters(Type type) =>
        Assert.True(type.IsSealed && type.GetProperties().All(p => p.SetMethod is not { } set
            || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))));

    [Theory]
    [InlineData(CasePhase.InRoom, "in-room")]
    [InlineData(CasePhase.OutOfRoom, "out-of-room")]
    public void A_word_is_the_name_in_kebab_case(CasePhase phase, string word) => Assert.Equal(word, Vocabulary.WordFor(phase));

    [Fact]
    public void A_word_with_a_name_of_its_own_keeps_it() => Assert.Equal("IIIb", Vocabulary.WordFor(ClavienDindo.IIIb));

    [GeneratedRegex("^[a-z]+(_[a-z]+)*(_v[2-9])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SnakeCase();
}
