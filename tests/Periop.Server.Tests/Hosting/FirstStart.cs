using System.Net;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>What a newcomer does first: start the program on a machine that has no database for it.</summary>
public sealed class FirstStart(TestDatabases databases)
{
    [Fact]
    public async Task The_server_brings_its_own_database_takes_a_case_and_has_it_after_a_restart()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends a signal");
        var state = Path.Combine(databases.StateFolder, "first-start");
        string location;
        await using (var server = await ServerProcess.StartAsync(state))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            var scheduler = new Person(client, await ServerProcess.RunAsync(state, "token", "--role", "scheduler", "--hospital", "lakeside"));
            location = (await scheduler.PostAsync("/api/cases", new { caseNumber = "2026-0117", room = "A" })).Is(201).Header("Location")!;
            (await scheduler.GetAsync("/health/ready")).Is((int)HttpStatusCode.OK);
            Assert.Equal(0, await server.StopAsync());
        }

        await using (var again = await ServerProcess.StartAsync(state))
        {
            using var client = new HttpClient { BaseAddress = again.Address };
            var nurse = new Person(client, await ServerProcess.RunAsync(state, "token", "--role", "or-staff", "--hospital", "lakeside"));
            Assert.Equal("2026-0117", (await nurse.GetAsync(location)).Is(200).Json["caseNumber"]!.GetValue<string>());
            Assert.Equal(0, await again.StopAsync());
        }
    }
}
