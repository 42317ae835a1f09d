using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>A server that has been told to end, and serves on for a moment.</summary>
public sealed class LeavingTests(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task It_records_and_asks_to_connect_anew_and_is_not_ready()
    {
        var surgicalCase = await hospital.CaseAsync();
        Assert.Null((await surgicalCase.RecordedAsync("room-entry")).Header("Connection"));
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal("close", (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 })).Header("Connection"));
        Assert.Equal("notReady", (await hospital.WithToken(null).GetAsync("/health/ready")).Is(503).Json["status"]!.GetValue<string>());
    }
}
