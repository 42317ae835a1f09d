using System.Diagnostics;
using Xunit;

namespace Periop.Server.Tests.Operating;

/// <summary>The unit for hospitals without containers: what it starts, as whom, and what is kept away from it.</summary>
[Collection(nameof(Deployed))]
public sealed class SystemdUnit(Deployed deployed)
{
    Deployment It => deployed.It;

    [Theory]
    [InlineData("DynamicUser", "yes")]
    [InlineData("NoNewPrivileges", "yes")]
    [InlineData("ProtectSystem", "strict")]
    [InlineData("ProtectHome", "yes")]
    [InlineData("PrivateTmp", "yes")]
    [InlineData("CapabilityBoundingSet", "")]
    [InlineData("StateDirectory", "periop")]
    [InlineData("EnvironmentFile", "/etc/periop/periop.env")]
    public void It_keeps_from_the_server_what_that_does_not_need(string setting, string value) => Assert.Equal(value, UnitFile.Read()[setting]);

    [Fact]
    public void Its_secrets_come_as_files_and_not_in_the_environment()
    {
        var unit = UnitFile.Read();
        Assert.Equal(["ConnectionStrings__periop", "Access__ClientSecret", "key-certificate.pem"], unit.Credentials.Select(c => c.Name));
        Assert.Empty(UnitFile.ReadEnvironment().Keys.Intersect(unit.Credentials.Select(c => c.Name)));
    }

    [Fact]
    public async Task Systemd_itself_finds_no_fault_in_it_and_little_exposed()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd-analyze is not installed.");
        var copy = Path.Combine(Directory.CreateTempSubdirectory("periop-unit-").FullName, "periop.service");
        try
        {
            // it looks whether the program is there
            await File.WriteAllTextAsync(copy, (await File.ReadAllTextAsync(UnitFile.Path, TestContext.Current.CancellationToken))
                .Replace("/opt/periop/Periop.Server", "/bin/true", StringComparison.Ordinal), TestContext.Current.CancellationToken);
            Assert.Equal((0, ""), await AnalyzeAsync("verify", "--man=no", copy));
            var (code, exposure) = await AnalyzeAsync("security", "--offline=true", "--threshold=20", "--no-pager", copy);
            Assert.True(code == 0, exposure);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    [Fact]
    public void The_server_runs_as_somebody_who_may_nothing()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Not run as root: the server runs as whoever runs the tests.");
        var status = File.ReadLines($"/proc/{It.ServerId}/status").Select(line => line.Split('\t')).ToLookup(line => line[0].TrimEnd(':'), line => line[1]);
        Assert.NotEqual("0", status["Uid"].Single());
        Assert.Equal(("1", "0000000000000000"), (status["NoNewPrivs"].Single(), status["CapEff"].Single()));
    }

    [Fact]
    public Task A_command_with_a_token_of_the_provider_is_recorded() => RecordedAsync(It, "U-1");

    [Fact]
    public Task Somebody_signs_in_at_the_provider_and_sees_a_page() => SignedInAsync(It);

    [Fact]
    public async Task Metrics_are_on_the_operators_port_alone()
    {
        (await new Person(It.Operator, null).GetAsync("/metrics")).Is(200);
        (await new Person(It.Client, null).GetAsync("/metrics")).Is(404);
    }

    [Fact]
    public async Task Check_says_what_to_do_before_the_first_migrate()
    {
        await using var fresh = await Deployment.PrepareAsync(deployed.Databases, deployed.Program);
        var check = await fresh.RunAsync(fresh.Owner, "check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("run migrate", check.Printed, StringComparison.Ordinal);
    }

    /// <summary>
    /// As above, with what is published: it takes a minute and more, so it is run on request, <c>-explicit only</c>; the rest of this class runs what
    /// these tests were built with.
    /// </summary>
    [Fact(Explicit = true)]
    public async Task What_is_published_without_a_compiler_is_migrated_checked_started_and_stopped()
    {
        var program = Path.Combine(deployed.Databases.StateFolder, "published");
        using (var publish = Process.Start("bash", [Path.Combine(Repository.Root, "deploy", "publish.sh"), program]))
        {
            await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, publish.ExitCode);
        }

        Assert.Empty(Directory.GetFiles(program, "Microsoft.CodeAnalysis*.dll"));
        await using var it = await Deployment.StartAsync(deployed.Databases, program);
        var check = await it.RunAsync(it.Application, "check");
        Assert.True(check.ExitCode == 0, check.Printed);
        await RecordedAsync(it, "P-1");
        await SignedInAsync(it);
        Assert.Equal(0, await it.StopAsync());
    }

    static async Task<(int ExitCode, string Said)> AnalyzeAsync(params string[] arguments)
    {
        using var analyze = Process.Start(new ProcessStartInfo("systemd-analyze", arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var printed = analyze.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = await analyze.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await analyze.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (analyze.ExitCode, await printed + complained);
    }

    static async Task RecordedAsync(Deployment it, string number)
    {
        var scheduler = await it.PersonAsync("scheduler");
        var receipt = (await scheduler.PostAsync("/api/cases", new { caseNumber = number, room = "OR-2" })).Is(201);
        (await (await it.PersonAsync("or-staff")).GetAsync($"/api/cases/{receipt.CaseId}")).Is(200);
        (await new Person(it.Client, "of.nobody.known").GetAsync($"/api/cases/{receipt.CaseId}")).Is(401);
    }

    static async Task SignedInAsync(Deployment it)
    {
        it.Provider.Person = [("sub", "7f2c"), ("hospital", Deployment.Hospital), ("roles", "or-staff")];
        var browser = it.Browser();
        var page = (await browser.OpenAsync("/board")).Is(200);
        Assert.Contains("7f2c", page.Text, StringComparison.Ordinal);
        Assert.Contains("__Host-periop", browser.Cookies);
    }
}
