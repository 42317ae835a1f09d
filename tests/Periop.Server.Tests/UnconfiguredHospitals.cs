using Xunit;

namespace Periop.Server.Tests;

/// <summary>A hospital that is no longer configured has its events passed as it was last configured, and stops nobody.</summary>
public sealed class UnconfiguredHospitals(PeriopHost host) : IClassFixture<PeriopHost>
{
    [Fact]
    public async Task A_hospital_that_is_no_longer_configured_is_passed_with_its_last_known_zone_and_counted_in_health()
    {
        var (gone, other) = (host.NewHospital(), host.NewHospital());
        var late = await gone.CaseAsync(start: new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero));       // in Zurich, that is tomorrow
        var before = await UnconfiguredAsync();
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select data ->> 'timeZone' from periop.mt_doc_lastknownhospital where tenant_id = $1", gone.Id),
            zone => zone is "Europe/Zurich", "the zone is written down");
        await host.StopAsync();
        await host.SqlAsync("delete from periop.mt_doc_boardcard_v2");
        await host.SqlAsync("delete from periop_events.mt_event_progression where name = 'Board:V2:All'");
        host.Unconfigured.Add(gone.Id);
        await host.StartAsync(host.ConnectionString);

        var shown = await other.CaseInRoomAsync();
        await Eventually.BecomesAsync(
            () => other.Display.GetAsync("/api/board"),
            b => b.Is(200).Json["rooms"]![0]!["current"]?["caseId"]?.GetValue<Guid>() == shown.Id, "the other hospital's board goes on");
        Assert.Equal("2026-03-03", await host.SqlAsync("select data ->> 'date' from periop.mt_doc_boardcard_v2 where id = $1", late.Id));
        await Eventually.BecomesAsync(UnconfiguredAsync, now => now == before + 1, "health counts the hospital");
    }

    [Fact]
    public async Task A_hospital_that_was_never_configured_is_passed_in_universal_time()
    {
        var hospital = host.NewHospital();
        var late = await hospital.CaseAsync(start: new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero));
        await Eventually.BecomesAsync(() => hospital.Display.GetAsync("/api/board"), b => b.Header("Periop-Behind") == "0", "the board has caught up");
        await host.StopAsync();
        await host.SqlAsync("delete from periop.mt_doc_boardcard_v2");
        await host.SqlAsync("delete from periop_events.mt_event_progression where name = 'Board:V2:All'");
        await host.SqlAsync("delete from periop.mt_doc_lastknownhospital where tenant_id = $1", hospital.Id);
        host.Unconfigured.Add(hospital.Id);
        await host.StartAsync(host.ConnectionString);
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select data ->> 'date' from periop.mt_doc_boardcard_v2 where id = $1", late.Id), date => date is "2026-03-02",
            "the card is there");
    }

    /// <summary>How many there are, as anybody is told; which they are is not said.</summary>
    async Task<int> UnconfiguredAsync()
    {
        var health = await host.NewHospital().WithToken(null).GetAsync("/health/ready");
        Assert.All(host.Unconfigured, id => Assert.DoesNotContain(id, health.Text, StringComparison.Ordinal));
        return health.Json["unconfiguredHospitals"]!.GetValue<int>();
    }
}
