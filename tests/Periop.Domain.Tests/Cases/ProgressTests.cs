using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class ProgressTests
{
    static Progress Of(CaseStory story) => Progress.Of(story.Entries);

    [Fact]
    public void A_new_case_is_planned() => Assert.Equal((CaseStatus.Scheduled, CasePhase.Planned), StatusAndPhase(CaseStory.Scheduled()));

    public static TheoryData<CaseCommand, CasePhase, CaseStatus> PhasesByStep => new()
    {
        { new DeclarePatientPrepared(), CasePhase.Prepared, CaseStatus.Scheduled },
        { EnterRoom(), CasePhase.InRoom, CaseStatus.InProgress },
        { new AnesthetizePatient(), CasePhase.Anesthetized, CaseStatus.InProgress },
        { new MakeIncision(), CasePhase.Incised, CaseStatus.InProgress },
        { new StartClosing(), CasePhase.Closing, CaseStatus.InProgress },
        { Closure, CasePhase.Closed, CaseStatus.InProgress },
        { new LeaveRoom(), CasePhase.OutOfRoom, CaseStatus.Completed },
        { new EnterRecovery(), CasePhase.Recovery, CaseStatus.Completed },
        { Discharge, CasePhase.Discharged, CaseStatus.Completed },
    };

    [Theory, MemberData(nameof(PhasesByStep), DisableDiscoveryEnumeration = true)]
    public void Each_step_brings_the_case_to_its_phase(CaseCommand step, CasePhase phase, CaseStatus status) =>
        Assert.Equal((status, phase), StatusAndPhase(CaseStory.Scheduled().At("08:00", step)));

    [Fact]
    public void The_phase_began_with_the_step_that_reached_it() =>
        Assert.Equal(CaseStory.Time("08:45"), Of(CaseStory.Scheduled().Incised().At("09:00", new AnesthetizePatient())).Since);

    [Fact]
    public void A_step_of_an_earlier_phase_takes_nothing_back() =>
        Assert.Equal(CasePhase.Incised, Of(CaseStory.Scheduled().Incised().At("09:00", new AnesthetizePatient())).Phase);

    [Fact]
    public void A_second_incision_opens_a_closed_case_again() =>
        Assert.Equal(CasePhase.Incised, Of(CaseStory.Scheduled().Incised().At("10:00", Closure).At("11:00", new MakeIncision())).Phase);

    [Fact]
    public void A_further_room_entry_brings_the_patient_back() =>
        Assert.Equal(CasePhase.InRoom, Of(CaseStory.Scheduled().Incised().At("10:00", new LeaveRoom()).At("10:30", EnterRoom())).Phase);

    [Fact]
    public void A_patient_brought_back_from_recovery_is_in_the_room() =>
        Assert.True(Of(CaseStory.Scheduled().Incised().At("10:00", new LeaveRoom()).At("10:05", new EnterRecovery()).At("10:30", EnterRoom())).InRoom);

    [Fact]
    public void A_retracted_step_leaves_the_phase_before_it() =>
        Assert.Equal(CasePhase.InRoom,
            Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:45", new MakeIncision(), out var incision).At("08:46", Retract(incision))).Phase);

    [Fact]
    public void Called_off_before_the_room_is_cancelled() => Assert.Equal(CaseStatus.Cancelled, Of(CaseStory.Scheduled().At("07:00", CallOff)).Status);

    [Fact]
    public void Called_off_in_the_room_is_aborted() =>
        Assert.Equal(CaseStatus.Aborted, Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", CallOff)).Status);

    [Fact]
    public void A_room_entry_learnt_later_makes_a_cancelled_case_an_aborted_one() =>
        Assert.Equal(CaseStatus.Aborted,
            Of(CaseStory.Scheduled().At("08:10", CallOff).At("12:00", EnterRoom().From(EntrySource.Downtime).HappenedAt("08:00"))).Status);

    [Fact]
    public void An_operation_called_off_after_the_closure_is_completed_all_the_same() =>
        Assert.Equal(CaseStatus.Completed, Of(CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:05", CallOff).At("11:30", new LeaveRoom())).Status);

    [Fact]
    public void An_operation_called_off_after_the_closure_is_in_progress_while_the_patient_is_in_the_room() =>
        Assert.Equal(CaseStatus.InProgress, Of(CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:05", CallOff)).Status);

    [Fact]
    public void An_operation_called_off_after_the_room_exit_is_completed_all_the_same() =>
        Assert.Equal(CaseStatus.Completed, Of(CaseStory.Scheduled().Incised().At("11:30", new LeaveRoom()).At("15:00", CallOff)).Status);

    [Fact]
    public void Called_off_with_the_wound_open_is_aborted_also_once_it_is_closed() =>
        Assert.Equal(CaseStatus.Aborted,
            Of(CaseStory.Scheduled().Incised().At("09:00", CallOff).At("09:30", Closure).At("09:45", new LeaveRoom())).Status);

    [Fact]
    public void Called_off_with_the_wound_open_is_aborted_also_when_it_is_recorded_after_the_room_exit() =>
        Assert.Equal(CaseStatus.Aborted,
            Of(CaseStory.Scheduled().Incised().At("09:30", Closure).At("09:45", new LeaveRoom()).At("10:00", CallOff.HappenedAt("09:00"))).Status);

    [Fact]
    public void Called_off_in_the_room_before_the_incision_is_aborted_also_after_the_room_exit() =>
        Assert.Equal(CaseStatus.Aborted, Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", CallOff).At("08:30", new LeaveRoom())).Status);

    [Fact]
    public void Called_off_in_the_room_before_the_incision_is_aborted_also_when_it_is_recorded_after_the_room_exit() =>
        Assert.Equal(CaseStatus.Aborted,
            Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:30", new LeaveRoom()).At("08:40", CallOff)).Status);

    [Fact]
    public void A_closure_taken_back_makes_a_late_calling_off_count() =>
        Assert.Equal(CaseStatus.Aborted,
            Of(CaseStory.Scheduled().Incised().At("11:00", Closure, out var closure).At("11:05", CallOff).At("11:06", Retract(closure))).Status);

    [Fact]
    public void A_calling_off_counts_from_its_corrected_time() =>
        Assert.Equal(CaseStatus.Aborted, Of(CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:30", new LeaveRoom())
            .At("12:00", CallOff, out var callingOff).At("12:05", Correct(callingOff, "10:00"))).Status);

    [Fact]
    public void Of_two_callings_off_the_one_in_time_counts() =>
        Assert.Equal(CaseStatus.Aborted, Of(CaseStory.Scheduled().Incised().At("09:00", CallOff).At("09:30", Closure)
            .At("12:00", CallOff.From(EntrySource.Import))).Status);

    [Fact]
    public void A_retraction_of_the_calling_off_taken_back_calls_the_case_off_again() =>
        Assert.Equal(CaseStatus.Cancelled, Of(CaseStory.Scheduled()
            .At("07:00", CallOff, out var callingOff).At("07:05", Retract(callingOff), out var retraction).At("07:10", Retract(retraction))).Status);

    [Fact]
    public void A_retracted_calling_off_lets_the_case_go_on() =>
        Assert.Equal(CaseStatus.InProgress,
            Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", CallOff, out var callingOff).At("08:20", Retract(callingOff))).Status);

    [Fact]
    public void A_retracted_scheduling_means_entered_in_error() =>
        Assert.Equal(CaseStatus.EnteredInError, Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", Retract(CaseStory.Id(1)))).Status);

    [Fact]
    public void A_case_entered_in_error_has_nobody_in_the_room() =>
        Assert.False(Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", Retract(CaseStory.Id(1)))).InRoom);

    [Fact]
    public void The_patient_is_in_the_room_until_leaving_it() => Assert.True(Of(CaseStory.Scheduled().Incised().At("11:00", Closure)).InRoom);

    [Fact]
    public void The_patient_who_left_is_not_in_the_room() => Assert.False(Of(CaseStory.Scheduled().Incised().At("11:00", new LeaveRoom())).InRoom);

    [Fact]
    public void Before_the_room_entry_the_planned_room_is_given() => Assert.Equal("OR-3", Of(CaseStory.Scheduled(Plan())).Room?.Value);

    [Fact]
    public void The_room_entered_last_is_given() =>
        Assert.Equal("OR-5", Of(CaseStory.Scheduled(Plan()).At("08:00", EnterRoom("OR-4")).At("08:30", EnterRoom("OR-5"))).Room?.Value);

    [Fact]
    public void A_room_entry_without_a_room_takes_the_patient_out_of_no_known_one() =>
        Assert.Equal("OR-4", Of(CaseStory.Scheduled().At("08:00", EnterRoom("OR-4")).At("08:30", EnterRoom())).Room?.Value);

    [Fact]
    public void A_room_entry_without_a_room_is_into_the_planned_one() =>
        Assert.Equal("OR-7", Of(CaseStory.Scheduled(Plan()).At("07:00", new ChangePlan(Room: new Label("OR-7"))).At("08:00", EnterRoom())).Room?.Value);

    static (CaseStatus Status, CasePhase Phase) StatusAndPhase(CaseStory story) => (Of(story).Status, Of(story).Phase);
}
