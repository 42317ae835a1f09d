using Xunit;

namespace Periop.Server.Tests.Import;

/// <summary>
/// The ids of what files bring, as files already imported have them. A change here would record every hospital's history a second time.
/// </summary>
public sealed class KeptIds(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string File =
        """
        caseNumber,roomIn,anesthesiaStart,anesthesiaReady,incision,incision,closure,anesthesiaEnd,roomOut,discharge,death,lastSeenAlive
        2026-0117,{1}T08:00Z,{1}T08:10Z,{1}T08:30Z,{1}T09:00Z,{1}T10:00Z,{1}T11:00Z,{1}T11:10Z,{1}T11:20Z,{2}T11:00Z,{2}T11:30Z,{2}T11:20Z
        """;

    [Fact]
    public async Task A_file_of_today_has_the_ids_of_every_file_before()
    {
        var hospital = host.NewHospital();
        Assert.Equal("h001", hospital.Id);
        await hospital.ImportAsync(File.Replace("{1}", "2026-02-02", StringComparison.Ordinal).Replace("{2}", "2026-02-09", StringComparison.Ordinal));
        await hospital.ImportAsync("caseNumber,risk.age,risk.Age_2\n2026-0117,61,62\n");
        Assert.Equal(
            [
                "case_scheduled 93a28b0a-fe95-5a81-b057-0d8e4d76cc0e",
                "patient_entered_room c2836998-da41-5476-b674-4a5d1891bfbe",
                "anesthesia_started 2099d417-4d7e-51bc-a39f-c8a496085cf8",
                "patient_anesthetized e82c9c8a-8b46-5195-bee7-9944952dcd72",
                "incision_made 8e8fbd1e-bf9f-5641-86af-9513229c19e4",
                "incision_made a68512ee-24a8-5d0e-8e04-e7a55ee4f7bf",
                "wound_closed b8fd2638-0572-5e90-a497-3c872cb2c3ee",
                "anesthesia_ended 8f4252d7-00ff-594f-8a02-27cb4630af18",
                "patient_left_room 35a245f6-885a-5ecb-8123-837dd97976a8",
                "patient_discharged a64713b2-16d3-5eee-9653-d0f8d1014af0",
                "patient_died 014c4942-5feb-591a-9f30-66acab8a5651",
                "follow_up_recorded 2e039a93-36b5-5f44-b0a9-a11aaa03c8c1",
                "risk_factors_recorded 3a537a12-e1c5-5e33-ac47-eb9247c0d633",
                "risk_factors_recorded 6d428ee8-6f53-5a2d-b213-0ea17935dab8",
            ],
            (await hospital.TimelineOfAsync("2026-0117")).OrderBy(e => e!["recordedAt"]!.GetValue<DateTimeOffset>())
                .Select(e => $"{e!["type"]!.GetValue<string>()} {e["entryId"]!.GetValue<string>()}")
                .OrderBy(e => Array.FindIndex(Order, type => e.StartsWith(type, StringComparison.Ordinal))));
    }

    static readonly string[] Order =
    [
        "case_scheduled", "patient_entered_room", "anesthesia_started", "patient_anesthetized", "incision_made", "wound_closed", "anesthesia_ended",
        "patient_left_room", "patient_discharged", "patient_died", "follow_up_recorded", "risk_factors_recorded",
    ];
}
