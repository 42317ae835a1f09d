using Periop.Server.Tests;
using Periop.Server.Tests.Operating;
using Xunit;

namespace Periop.Operating.Tests;

/// <summary>
/// Somebody who has never seen Periop follows docs/install.md, from nothing to two servers with a board. Its commands are run as they stand there;
/// machines, names and passwords are this one's. Containers, Caddy and systemd itself are not to be had.
/// </summary>
public sealed class StrangersEvening(ITestOutputHelper output) : IAsyncLifetime
{
    const string MigrationPassword = "one-of-the-stranger", ApplicationPassword = "another-of-the-stranger";
    const string TheProgram = "The program", TheDatabase = "The database", TheCertificate = "The certificate of the cookies", TheServers = "The servers";
    const string KeyCertificate = "key-certificate.pem";

    static readonly Uri Outside = new("https://periop.hospital.example");

    readonly OwnAuthority authority = new();
    readonly SocketsHttpHandler proxied = new() { AllowAutoRedirect = false, UseCookies = false };
    readonly string folder = Directory.CreateTempSubdirectory("periop-stranger-").FullName;
    readonly List<Machine> machines = [];
    Clusters clusters = null!;
    Cluster? database;
    HospitalProvider provider = null!;

    public async ValueTask InitializeAsync()
    {
        clusters = await Clusters.OpenAsync();
        Assert.SkipUnless(new[] { "openssl", "curl", "setsid" }.All(program => File.Exists($"/usr/bin/{program}")), "openssl, curl or setsid is not there.");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);      // the server's user is to reach what is below
        provider = await HospitalProvider.StartAsync(authority.Shown());
    }

    [Fact]
    public Task What_the_guide_says_leads_to_two_servers_and_a_case_on_the_board_of_both() => InstallAsync(AppContext.BaseDirectory.TrimEnd('/'));

    /// <summary>As above, from the guide's first command: it takes minutes, so it is run on request, <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public async Task What_the_guide_publishes_is_installed_by_it()
    {
        var published = Path.Combine(folder, "published");
        await NewMachine("builder").RunAsync(new InstallGuide(("/tmp/periop", published)).Commands(TheProgram).Single());
        await InstallAsync(published);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in machines)
            await machine.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
        if (clusters is not null)
            await clusters.DisposeAsync();
        proxied.Dispose();
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <param name="program">Where the program is, once it is copied.</param>
    async Task InstallAsync(string program)
    {
        await PrepareDatabaseAsync();
        var guide = GuideTo(program);
        var (one, two) = (NewMachine("one"), NewMachine("two"));
        var migrate = guide.Commands(TheDatabase)[1];
        Assert.Contains("The tables are up to date.", await one.RunAsync(migrate, MigrationPassword), StringComparison.Ordinal);
        await one.RunAsync(guide.Commands(TheCertificate).Single());
        File.Copy(Path.Combine(folder, "one", KeyCertificate), Path.Combine(folder, "two", KeyCertificate));
        var begun = TimeProvider.System.GetTimestamp();
        var servers = await Task.WhenAll(ServeAsync(guide, one, program), ServeAsync(guide, two, program));
        output.WriteLine($"{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s from the first file in /etc/periop to two servers that are ready.");
        await PlanAndSeeAsync(servers[0], servers[1]);
    }

    /// <summary>The part that is done at the database's machine.</summary>
    async Task PrepareDatabaseAsync()
    {
        var letIn = new InstallGuide(("10.20.0.0/24", "127.0.0.1/32")).Text(TheDatabase);
        database = await clusters.CreateAsync("database", authority, letIn, "host all postgres 127.0.0.1/32 trust");
        var machine = NewMachine("database");
        (machine.Environment["PGHOST"], machine.Environment["PGUSER"]) = ("127.0.0.1", "postgres");
        await machine.RunAsync(
            GuideTo("").Commands(TheDatabase)[0], MigrationPassword, MigrationPassword, ApplicationPassword, ApplicationPassword);
    }

    /// <summary>What is done at each of Periop's machines; answers where the server listens.</summary>
    async Task<Uri> ServeAsync(InstallGuide guide, Machine machine, string program)
    {
        var (port, management) = (Ports.Free(), Ports.Free());
        var own = guide.At(("/etc/", $"{machine.Etc}/"), ("localhost:9464", $"localhost:{management}"));
        var (install, check, start) = own.Commands(TheServers) is [var first, var second, var third] ? (first, second, third) : throw NotAsTried();
        await machine.RunAsync(install);
        (string, string)[] settings =
        [
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("Management__Port", $"{management}"),
            ("Access__Authority", provider.Address), ("Access__ClientId", HospitalProvider.Client),
        ];
        Assert.All(settings, setting => Assert.True(InstallGuide.Names(TheServers, $"`{setting.Item1}`"), $"The guide does not say to set {setting.Item1}."));
        // a hospital's machines know its authorities by themselves; and a busy machine is no database that hangs
        machine.Set([.. settings, ("SSL_CERT_FILE", Trusted), ("Store__Patience", "00:00:30")]);
        Assert.DoesNotContain("missing:", await machine.RunAsync(check), StringComparison.Ordinal);
        var (enable, wait) = start.Split('\n') is [var line, var next] ? (line, next) : throw NotAsTried();
        await machine.RunAsync(enable);
        await machine.StartEnabledAsync(program);
        Assert.Matches("\"status\":\"(ready|degraded)\"", await machine.RunAsync(wait));
        return new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>The first sign-in, at one server, and what the other shows.</summary>
    async Task PlanAndSeeAsync(Uri one, Uri two)
    {
        using var outside = authority.Client();
        using var first = ProxiedBrowser.ClientOf(one, Outside, proxied);
        using var second = ProxiedBrowser.ClientOf(two, Outside, proxied);
        var scheduler = await SignedInAsync(outside, first, "scheduler");
        (await scheduler.PostAsync("/api/cases", new
        {
            caseNumber = "STRANGER-1", room = "OR-1", scheduledStart = Now, scheduledMinutes = 60, procedure = new { family = "spinal-osteotomy" },
        })).Is(201);
        var nurse = await SignedInAsync(outside, second, "or-staff");
        (scheduler.Server, provider.IsWilling) = (second, false);       // one server's cookie is known to the other without asking anew
        foreach (var whoever in new[] { nurse, scheduler })
            await Eventually.BecomesAsync(
                () => whoever.OpenAsync("/board"), page => page.Is(200).Text.Contains("osteotomy", StringComparison.Ordinal), "it is on the board");
    }

    async Task<ProxiedBrowser> SignedInAsync(HttpClient outside, HttpClient server, string role)
    {
        provider.Person = [("sub", $"{role}-1"), ("hospital", "general"), ("roles", role)];
        var browser = new ProxiedBrowser(Outside, outside) { Server = server };
        (await browser.OpenAsync("/")).Is(200);
        return browser;
    }

    InstallGuide GuideTo(string program) => new(
        ("/opt/periop", program), ("Host=db.hospital.example", $"Host=localhost;Port={database!.Port}"), ("-h db.hospital.example", "-h localhost"),
        ("Username=periop_migration;Password=…", $"Username=periop_migration;Password={MigrationPassword}"),
        ("Username=periop_application;Password=…", $"Username=periop_application;Password={ApplicationPassword}"),
        ("the client secret", HospitalProvider.Secret));

    Machine NewMachine(string name)
    {
        var machine = new Machine(Path.Combine(folder, name), clusters.Programs);
        machines.Add(machine);
        File.WriteAllText(Trusted, authority.Certificate);
        (machine.Environment["SSL_CERT_FILE"], machine.Environment["PGPORT"]) = (Trusted, $"{database?.Port}");
        return machine;
    }

    string Trusted => Path.Combine(folder, "trusted.pem");

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    static InvalidOperationException NotAsTried() => new($"The part \"{TheServers}\" of docs/install.md is not as this test follows it.");
}
