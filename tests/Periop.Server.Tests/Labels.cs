using Microsoft.Extensions.Configuration;
using Periop.Domain.Procedures;
using Periop.Server.Hospitals;
using Periop.Server.Tests.Import;
using UUIDNext;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Case numbers, rooms, people and services as hospitals write them.</summary>
public sealed class Labels(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_case_is_recorded_with_the_names_that_the_hospital_gives_and_found_by_them()
    {
        var receipt = (await hospital.Scheduler.PostAsync("/api/cases", new
        {
            caseNumber = "2026/0117", patientRef = "p-1", room = "OR  1", surgeon = "Mu\u0308ller, A.", service = "Wirbelsäule & Trauma",
        })).Is(201);
        var surgicalCase = new TestCase(hospital, receipt.CaseId);
        await surgicalCase.RecordedAsync("team", new { staff = "O’Neill (RN)", role = "scrub", action = "join" });
        await surgicalCase.RecordedAsync("room-entry", new { room = "OR\u00A02" });
        var read = (await surgicalCase.ReadAsync()).Json;
        Assert.Equal(("2026/0117", "OR 2", "O’Neill (RN)", "Müller, A.", "Wirbelsäule & Trauma"),
            ($"{read["caseNumber"]}", $"{read["room"]}", $"{read["team"]![0]!["staff"]}", $"{read["plan"]!["surgeon"]}", $"{read["plan"]!["service"]}"));
        foreach (var question in new[] { "room=OR%20%202", "surgeon=M%C3%BCller,%20A.", "surgeon=Mu%CC%88ller,%20A.", "q=2026/01" })
            Assert.Equal(receipt.CaseId, Assert.Single((await hospital.Nurse.GetAsync($"/api/cases?{question}")).Is(200).Items)!["caseId"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task A_number_that_looks_the_same_is_taken()
    {
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "Zürich 1" })).Is(201);
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "Zu\u0308rich  1" })).IsProblem(409, "case-number-taken");
    }

    [Fact]
    public async Task A_file_names_things_as_the_hospital_does_and_its_ids_are_made_of_the_number_in_one_form()
    {
        const string Header = "caseNumber,room,surgeon,service,roomIn\n";
        const string Rest = ",OR 1,Müller,Neuro & Spine,2026-02-02T08:00:00+01:00\n";
        Assert.Equal((1, 2, 0), (await hospital.ImportAsync(Header + "2026/ü  1" + Rest)).Counts());
        Assert.Equal((1, 0, 2), (await hospital.ImportAsync(Header + "2026/u\u0308 1" + Rest)).Counts());
        Assert.Equal((1, 2, 0), (await hospital.ImportAsync(Header + "A_1.2-x" + Rest)).Counts());
        Assert.Contains(IdOf("A_1.2-x", "roomIn/0"), (await hospital.TimelineOfAsync("A_1.2-x")).Select(e => e!["entryId"]!.GetValue<Guid>()));
    }

    /// <summary>As ids have always been made.</summary>
    Guid IdOf(string number, string column) =>
        Uuid.NewNameBased(new Guid("6f0c53a2-5d5e-4b0e-9d0e-3c7e8d3f1b64"), $"{hospital.Id}/{number}/{column}");

    [Fact]
    public void A_configured_room_is_named_as_entries_name_it() => Assert.Equal(["OR 1"], Configured("OR  1")["general"].Rooms);

    [Fact]
    public void A_configured_room_that_no_entry_could_name_refuses_the_start() =>
        Assert.Contains("<OR>", Assert.Throws<StartRefusedException>(() => Configured("<OR>")).Message, StringComparison.Ordinal);

    static HospitalDirectory Configured(string room) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Hospitals:general:TimeZone"] = "Europe/Zurich", ["Hospitals:general:Rooms:0"] = room,
        }).Build(),
        ProcedureFamilies.Shipped.Rules);
}
