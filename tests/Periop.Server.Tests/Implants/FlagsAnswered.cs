using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>Flags that are joined when a case is read: acknowledged, asked for as of an instant, and known by a tag.</summary>
public sealed class FlagsAnswered(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Recalled = "device-recalled", SerialTwice = "serial-in-another-case";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task An_acknowledgement_says_who_and_why_and_the_flag_stays()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        var entry = await AcknowledgedAsync(surgicalCase, device);
        Assert.Equal($$"""{"entryId":"{{entry}}","by":"or-staff-1","reason":"patient informed"}""",
            (await FlagsAsync(surgicalCase)).Single()["acknowledged"]!.ToJsonString());
        await surgicalCase.RetractedAsync(entry);
        Assert.Null((await FlagsAsync(surgicalCase)).Single()["acknowledged"]);
    }

    [Fact]
    public async Task An_acknowledgement_is_of_the_device_it_names_and_of_the_code_it_names()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1", "7"));
        var other = await surgicalCase.PlacedAsync(Scanned("A1", "8"));
        await hospital.PlacedAsync(Scanned("B2", "7"));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await AcknowledgedAsync(surgicalCase, device);
        Assert.Equal(
            new() { [(Recalled, device)] = true, [(Recalled, other)] = false, [(SerialTwice, device)] = false },
            (await FlagsAsync(surgicalCase)).ToDictionary(f => (f.Text("code"), f["entryIds"]![0]!.GetValue<Guid>()), f => f["acknowledged"] is not null));
    }

    [Fact]
    public async Task An_acknowledgement_that_names_no_device_is_of_all()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1", "7"));
        await surgicalCase.PlacedAsync(Scanned("A1", "8"));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await AcknowledgedAsync(surgicalCase, null);
        Assert.Equal([true, true], (await FlagsAsync(surgicalCase)).Select(f => f["acknowledged"] is not null));
    }

    [Theory]
    [InlineData("R-1", "R-2")]
    [InlineData(null, null)]
    [InlineData("R-1", "R-1")]
    public async Task A_recall_announced_after_the_acknowledgement_is_not_acknowledged_by_it(string? first, string? second)
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await hospital.RecalledAsync(Recall("lots", new JsonArray("A1"), first));
        await AcknowledgedAsync(surgicalCase, device);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await hospital.RecalledAsync(Recall("gtin", Gtin, second));
        Assert.Contains(await FlagsAsync(surgicalCase), f => f["acknowledged"] is null);
    }

    [Fact]
    public async Task A_recall_announced_anew_is_not_acknowledged_by_what_was_said_of_the_one_that_ended()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await AcknowledgedAsync(surgicalCase, device);
        await hospital.EndedAsync(recall);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        Assert.Null((await FlagsAsync(surgicalCase)).Single()["acknowledged"]);
    }

    [Theory]
    [InlineData("patient-corrections")]
    [InlineData("time-corrections")]
    public async Task A_correction_in_the_other_case_leaves_the_acknowledgement_of_its_serial_number(string command)
    {
        var (one, other) = (await hospital.PlacedAsync(Scanned("A1", "7")), await hospital.PlacedAsync(Scanned("A1", "7")));
        await one.Case.RecordedAsync("flag-acknowledgements", new { code = SerialTwice, targetEntryId = one.Device, reason = "label read again" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.Case.RecordedAsync(command, command == "patient-corrections"
            ? new { patientRef = "p-1", reason = "not named" }
            : new { targetEntryId = other.Device, correctedTo = host.Now.AddMinutes(-5), reason = "read off the monitor" });
        Assert.NotNull((await FlagsAsync(one.Case)).Single()["acknowledged"]);
    }

    [Fact]
    public async Task A_serial_number_placed_a_third_time_is_not_acknowledged_by_what_was_said_of_the_second()
    {
        var (one, _) = (await hospital.PlacedAsync(Scanned("A1", "7")), await hospital.PlacedAsync(Scanned("A1", "7")));
        await one.Case.RecordedAsync("flag-acknowledgements", new { code = SerialTwice, targetEntryId = one.Device, reason = "label read again" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await hospital.PlacedAsync(Scanned("A1", "7"));
        Assert.Null((await FlagsAsync(one.Case)).Single()["acknowledged"]);
    }

    [Fact]
    public async Task A_device_placed_after_the_acknowledgement_is_not_acknowledged_by_it()
    {
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        await AcknowledgedAsync(surgicalCase, null);
        var later = await surgicalCase.PlacedAsync(Scanned("A1"));
        Assert.Equal(new() { [device] = true, [later] = false },
            (await FlagsAsync(surgicalCase)).ToDictionary(f => f["entryIds"]![0]!.GetValue<Guid>(), f => f["acknowledged"] is not null));
    }

    [Fact]
    public async Task A_flag_that_the_case_cannot_have_is_not_acknowledged()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = Recalled, reason = "x" })).IsProblem(409, "target-unknown");
        await surgicalCase.PlacedAsync(Scanned("A1"));
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = Recalled, targetEntryId = surgicalCase.Id, reason = "x" }))
            .IsProblem(409, "target-unknown");
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = "device-recall", reason = "x" })).IsProblem(409, "target-unknown");
    }

    [Fact]
    public async Task A_case_with_such_flags_is_the_same_bytes_when_it_is_asked_for_again_as_of_then()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        var before = await SettledAsync(surgicalCase);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        var flagged = await SettledAsync(surgicalCase);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AcknowledgedAsync(surgicalCase, device);
        await hospital.RecalledAsync(new { gtin = Gtin });
        await hospital.EndedAsync(recall);
        var after = await SettledAsync(surgicalCase);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await surgicalCase.RemovedAsync(device);
        await host.SettledAsync();
        foreach (var then in new[] { before, flagged, after })
        {
            var again = await surgicalCase.ReadAsync($"?asOf={then.Json["asOf"]}");
            Assert.Equal((then.Text, then.ETag), (again.Text, again.ETag));
        }

        Assert.Equal([0, 1, 1], new[] { before, flagged, after }.Select(a => a.Flags.Count(code => code == Recalled)));
    }

    [Fact]
    public async Task A_case_whose_recall_has_ended_is_not_answered_for_the_time_when_it_lasted()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        var recall = await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await surgicalCase.RecordedAsync("dressing");
        await host.SettledAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await hospital.EndedAsync(recall);
        var ended = await SettledAsync(surgicalCase);
        Assert.DoesNotContain(Recalled, ended.Flags);
        Assert.Equal(ended.Text, (await surgicalCase.ReadAsync($"?asOf={ended.Json["asOf"]}")).Text);
    }

    [Fact]
    public async Task What_the_reader_has_already_is_not_sent_again()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        var bare = await SettledAsync(surgicalCase);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await host.SettledAsync();
        var flagged = (await hospital.Nurse.GetAsync(surgicalCase.Path, ("If-None-Match", bare.ETag!))).Is(200);
        (await hospital.Nurse.GetAsync($"{surgicalCase.Path}?asOf={flagged.Json["asOf"]}", ("If-None-Match", flagged.ETag!))).Is(304);
    }

    [Fact]
    public async Task The_tag_of_such_a_case_goes_with_a_command_until_the_case_changes()
    {
        var (surgicalCase, _) = await hospital.PlacedAsync(Scanned("A1"));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        var read = await SettledAsync(surgicalCase);
        Assert.Contains(Recalled, read.Flags);
        (await surgicalCase.PostAsync("dressing", "{}", ("If-Match", read.ETag!))).Is(200);
        (await surgicalCase.PostAsync("dressing", "{}", ("If-Match", read.ETag!))).IsProblem(412);
    }

    static JsonObject Recall(string part, JsonNode value, string? notice)
    {
        var recall = new JsonObject { [part] = value };
        if (notice is not null)
            recall["notice"] = notice;
        return recall;
    }

    static async Task<Guid> AcknowledgedAsync(TestCase surgicalCase, Guid? device)
    {
        object said = device is { } one
            ? new { code = Recalled, targetEntryId = one, reason = "patient informed" }
            : new { code = Recalled, reason = "patient informed" };
        return (await surgicalCase.RecordedAsync("flag-acknowledgements", said)).EntryId;
    }

    async Task<Answer> SettledAsync(TestCase surgicalCase)
    {
        await host.SettledAsync();
        return await surgicalCase.ReadAsync();
    }

    async Task<IReadOnlyList<JsonNode>> FlagsAsync(TestCase surgicalCase) =>
        [.. (await SettledAsync(surgicalCase)).Json["flags"]!.AsArray().Where(f => f.Text("code") is Recalled or SerialTwice)!];
}
