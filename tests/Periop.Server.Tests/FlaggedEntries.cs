using Xunit;

namespace Periop.Server.Tests;

/// <summary>What is remarkable about an entry is said with it.</summary>
public sealed class FlaggedEntries(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_flag_is_acknowledged_and_stays()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var word = await surgicalCase.RecordedAsync("flag-acknowledgements", new { code = "antibiotic-not-in-window", reason = "given on the ward" });
        var acknowledged = (await surgicalCase.FlagAsync("antibiotic-not-in-window"))["acknowledged"]!;
        Assert.Equal((word.EntryId, "or-staff-1", "given on the ward"),
            (acknowledged["entryId"]!.GetValue<Guid>(), acknowledged["by"]!.GetValue<string>(), acknowledged["reason"]!.GetValue<string>()));
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = "serial-twice", reason = "x" })).IsProblem(409, "target-unknown");
        (await surgicalCase.PostAsync("flag-acknowledgements", new { code = "antibiotic-not-in-window", targetEntryId = surgicalCase.Id, reason = "x" }))
            .IsProblem(409, "target-unknown");
    }

    [Fact]
    public async Task A_milestone_recorded_late_is_marked()
    {
        var surgicalCase = await hospital.CaseAsync();
        await surgicalCase.RecordedAsync("room-entry", new { occurredAt = hospital.Now.AddMinutes(-60) });
        Assert.Contains("recorded-late", (await surgicalCase.RecordedAsync("induction", new { occurredAt = hospital.Now.AddMinutes(-21) })).Flags);
        Assert.DoesNotContain("recorded-late", (await surgicalCase.RecordedAsync("anesthesia", new { occurredAt = hospital.Now.AddMinutes(-19) })).Flags);
        Assert.DoesNotContain("recorded-late",
            (await surgicalCase.RecordedAsync("position", new { position = "prone", occurredAt = hospital.Now.AddMinutes(-30), source = "downtime" })).Flags);
        Assert.True((await surgicalCase.MilestoneAsync("induction"))["late"]!.GetValue<bool>());
        Assert.False((await surgicalCase.MilestoneAsync("anesthesia"))["late"]!.GetValue<bool>());
    }
}
