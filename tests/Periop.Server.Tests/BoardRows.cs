using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Board;
using Xunit;
using static Periop.Server.Tests.ExampleRooms;

namespace Periop.Server.Tests;

/// <summary>What a screen says of a room.</summary>
public sealed class BoardRows
{
    static BoardRow RowOf(string label) => Row(All.Single(room => room.Label == label));

    [Theory]
    [InlineData(CasePhase.InRoom, "In room", "in")]
    [InlineData(CasePhase.Anesthetized, "Anesthesia", "in")]
    [InlineData(CasePhase.Incised, "Surgery", "open")]
    [InlineData(CasePhase.Closing, "Closing", "open")]
    [InlineData(CasePhase.Closed, "Closed", "in")]
    public void A_room_with_a_patient_says_how_far_the_case_is_and_looks_solid_while_a_wound_is_open(CasePhase phase, string word, string kind)
    {
        var row = Row(Occupied("1", Case(phase, At(11))));
        Assert.Equal((word, kind, "1:04", "since 11:00"), (row.Phase, row.Marks.Split(' ')[0], row.Elapsed, row.Since));
    }

    [Theory]
    [InlineData("3", "Cleaning", "since 11:56", "0:08", "12:20", "next in")]
    [InlineData("8", "Ready", "since 11:40", "0:24", "12:10", "next in")]
    [InlineData("11", "Free", "Nothing planned today", "", "", "")]
    [InlineData("14", "Free", "since 10:05", "1:59", "11:30", "late 34 min")]
    [InlineData("15", "Free", "Nothing more today", "", "", "")]
    [InlineData("–", "No room", "", "", "15:00", "next in")]
    public void A_room_without_a_patient_says_when_the_next_one_comes(string label, string phase, string what, string elapsed, string end, string difference)
    {
        var row = RowOf(label);
        Assert.Equal(("idle", phase, what, elapsed, end, difference),
            (row.Marks.Split(' ')[0], row.Phase, row.What, row.Elapsed, row.End, row.Difference));
    }

    [Theory]
    [InlineData("1", "12:24", "+10 min", "late")]
    [InlineData("2", "13:05", "on plan", "")]
    [InlineData("4", "12:22", "−15 min", "")]
    [InlineData("7", "14:40", "+35 min", "late flagged")]
    [InlineData("9", "11:20", "late 44 min", "overdue")]
    [InlineData("10", "12:40", "unplanned", "flagged")]
    [InlineData("13b", "", "unplanned", "")]
    [InlineData("17", "23:04", "late 13 h", "overdue")]
    public void The_expected_end_stands_against_the_plan_and_once_it_is_past_against_now(string label, string end, string difference, string marks)
    {
        var row = RowOf(label);
        Assert.Equal((end, difference, marks), (row.End, row.Difference, string.Join(' ', row.Marks.Split(' ').Skip(1))));
    }

    [Fact]
    public void A_row_leads_to_the_case_in_it_else_to_the_next_and_where_nobody_is_to_one_that_is_not_planned()
    {
        var (occupied, cleaning) = (All.Single(room => room.Label == "12"), All.Single(room => room.Label == "3"));
        Assert.Equal(($"/cases/{occupied.Inside[0].CaseId}", $"/cases/{occupied.Inside[1].CaseId}", ""), LinksOf(occupied, RowLeads.ToCase));
        Assert.Equal(($"/cases/{cleaning.Next!.CaseId}", "", $"/cases/new?room={cleaning.Room}"), LinksOf(cleaning, RowLeads.ToCase));
        Assert.Equal(("", "", "/cases/new?room=Angio%202%2Fb"), LinksOf(Idle("Angio 2/b", RoomState.Free), RowLeads.ToCase));
        Assert.Equal("", LinksOf(All.Single(room => room.Label == "–"), RowLeads.ToCase).Begins);
        Assert.Equal(($"/cases/{occupied.Inside[0].CaseId}/record", $"/cases/{occupied.Inside[1].CaseId}/record", ""), LinksOf(occupied, RowLeads.ToRecord));
        Assert.Equal("", LinksOf(cleaning, RowLeads.ToRecord).Begins);
        Assert.Equal(("", "", ""), LinksOf(occupied, RowLeads.Nowhere));

        static (string Opens, string AlsoOpens, string Begins) LinksOf(BoardRoom room, RowLeads leads) =>
            Row(room, leads: leads) is var row ? (row.Opens, row.AlsoOpens, row.Begins) : default;
    }

    [Theory]
    [InlineData(RowLeads.ToCase, "or-staff")]
    [InlineData(RowLeads.ToCase, "quality", "or-staff")]
    [InlineData(RowLeads.ToRecord, "coder")]
    [InlineData(RowLeads.Nowhere, "display")]
    public void Rows_lead_where_a_role_works(RowLeads leads, params string[] roles) =>
        Assert.Equal(leads, RowAddresses.LeadsOf(new Caller("general", "someone", roles.ToHashSet())));

    [Fact]
    public void The_first_flag_is_named_and_the_others_are_counted() => Assert.Equal(("Count not matched", "+1"), (RowOf("7").Flag, RowOf("7").More));

    [Fact]
    public void Of_two_patients_the_last_is_shown_and_the_other_beside_it()
    {
        var row = RowOf("12");
        Assert.Equal(("in shared", "Anesthesia", "Two patients recorded here", "Closed", "since 10:41 · Pacemaker · S-02", ""),
            (row.Marks, row.Phase, row.Shared, row.AlsoPhase, row.Also, row.Flag));
        Assert.Equal("since 07:41 · Total knee replacement · S-14 · and 1 more", RowOf("16").Also);
    }

    [Theory]
    [InlineData("1", "Next", "13:00", "Hip replacement · S-14")]
    [InlineData("5", "Nothing after", "", "")]
    [InlineData("11", "", "", "")]
    public void The_next_case_is_named(string label, string word, string at, string next) =>
        Assert.Equal((word, at, next), (RowOf(label).NextWord, RowOf(label).NextAt, RowOf(label).Next));

    [Fact]
    public void A_procedure_is_in_words_and_with_its_urgency() => Assert.Equal("Femur nail · urgent", RowOf("6").What);

    [Fact]
    public void A_time_of_another_day_names_the_day() => Assert.Equal("since Sun 19:04", RowOf("17").Since);

    [Fact]
    public void A_row_is_read_out_in_words() =>
        Assert.Equal("Room 10: Surgery, wound open, Caesarean · emergency, since 11:44, ends 12:40, No time-out", RowOf("10").Spoken);

    [Fact]
    public void The_rail_runs_from_seven_to_seven_by_the_hospitals_clocks_when_they_are_changed_too()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich");
        foreach (var (day, offset) in new[] { (new DateOnly(2026, 3, 29), 2), (new DateOnly(2026, 10, 25), 1) })
        {
            var scale = RailScale.Of(day, zone);
            Assert.Equal(new DateTimeOffset(day, new TimeOnly(7, 0), TimeSpan.FromHours(offset)), scale.Begins);
            Assert.Equal(216, scale.At(scale.Begins.AddHours(6)));
        }
    }

    [Fact]
    public void The_rail_shows_stays_plan_and_now_and_nothing_of_another_part_of_the_day()
    {
        var rail = RowOf("1").Rail;
        Assert.Equal(("M18 9H97.2V13H18z", "M122.4 3H194.4V13H122.4z", "M122.4 3H182.4V13H122.4z", "M216 4H288V13H216z", "M182.4 -4V20"),
            (rail.Done, rail.Stay, rail.Lived, rail.Next, rail.Now));
        Assert.Equal("M188.4 -1v18M184.8 -3h7.2l-3.6 5z", rail.Plan);
        Assert.Equal("", Row(All[0], At(20)).Rail.Now);
    }

    /// <summary>In letters of a twentieth of the height there is space for ten.</summary>
    [Fact]
    public void No_phase_is_longer_than_the_wall_has_space_for()
    {
        Assert.All(Enum.GetValues<CasePhase>(), phase => Assert.True(BoardWords.Of(phase).Length <= 10));
        Assert.All(Enum.GetValues<RoomState>(), state => Assert.True(BoardWords.Of(state).Length <= 10));
    }
}
