using System.Globalization;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests.Operating;

/// <summary>
/// Periop as an operator sets it up: an empty database, migrated by the role that owns it; rights by roles.sql; the server started by its unit, in
/// Production, connected as the role that may change nothing; a real identity provider; a proxy in front that ends TLS.
/// </summary>
sealed class Deployment : IAsyncDisposable
{
    public const string Hospital = "general", OtherHospital = "lakeside", Authority = "https://periop.example";

    /// <summary>Here another role owns the database; this much of owning it is what migrating takes.</summary>
    const string MayMakeSchemas = """
        do $$ begin
            execute format('grant create on database %I to periop_migration', current_database());
        end $$
        """;

    readonly Dictionary<string, string> settings = UnitFile.ReadEnvironment();
    readonly string program, folder;
    readonly SocketsHttpHandler proxied = new() { AllowAutoRedirect = false, UseCookies = false };
    UnitProcess? server;

    Deployment(string program, string folder) => (this.program, this.folder) = (program, folder);

    public HospitalProvider Provider { get; private set; } = null!;

    /// <summary>The database as the role that migrates.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>The database as the server's own role.</summary>
    public string Application { get; private set; } = "";

    /// <summary>Asks as the proxy would, for somebody outside.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Asks on the port for those who run the server.</summary>
    public HttpClient Operator { get; private set; } = null!;

    /// <summary>Asks the identity provider, which it knows.</summary>
    public HttpClient Outside { get; private init; } = null!;

    public int ServerId => server!.Id;

    public string Said => server!.Said;

    /// <param name="program">Where the program is.</param>
    public static async Task<Deployment> PrepareAsync(TestDatabases databases, string program)
    {
        var own = Directory.CreateDirectory(Path.Combine(databases.StateFolder, $"deployed-{Guid.NewGuid():n}")).FullName;
        using var authority = new OwnAuthority();
        await databases.AsRoleAsync("", "periop_migration");
        var deployment = new Deployment(program, own)
        {
            Provider = await HospitalProvider.StartAsync(authority.Shown()),
            Owner = await databases.AsRoleAsync(await databases.RestoreAsync(MayMakeSchemas), "periop_migration"),
            Outside = authority.Client(),
        };
        deployment.Application = await databases.AsRoleAsync(deployment.Owner, "periop_application");
        var trusted = Path.Combine(own, "trusted.pem");
        await File.WriteAllTextAsync(trusted, authority.Certificate);
        await File.WriteAllTextAsync(deployment.KeyCertificate, authority.Certificate + authority.Key);
        deployment.Set(trusted);
        return deployment;
    }

    /// <summary>As docs/deploying.md has it: migrate, rights, server.</summary>
    public static async Task<Deployment> StartAsync(TestDatabases databases, string program)
    {
        var deployment = await PrepareAsync(databases, program);
        try
        {
            var migrated = await deployment.RunAsync(deployment.Owner, "migrate");
            Assert.True(migrated.ExitCode == 0, migrated.Printed);
            await deployment.GrantAsync();
            await deployment.ServeAsync();
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();        // a server outlives whoever has started it
            throw;
        }
    }

    /// <summary>Runs a verb as a role, by the unit's command.</summary>
    public Task<(int ExitCode, string Printed)> RunAsync(string connectionString, params string[] verb) =>
        UnitProcess.RunAsync(program, folder, Credentials(connectionString), settings, verb);

    /// <summary>Runs roles.sql.</summary>
    public async Task GrantAsync() => await SqlAsync(Owner, await File.ReadAllTextAsync(
        Path.Combine(Repository.Root, "deploy", "postgresql", "roles.sql"), TestContext.Current.CancellationToken));

    public async Task ServeAsync()
    {
        server = await UnitProcess.StartAsync(program, folder, Credentials(Application), settings);
        await ReadyAsync();
    }

    /// <summary>As long as a busy machine takes, asked as a balancer asks.</summary>
    async Task ReadyAsync()
    {
        for (var asked = 1; ; asked++)
        {
            var health = await new Person(Client, null).GetAsync("/health/ready");
            if (health.Status == 200)
                return;
            Assert.True(asked < 300, $"{health.Text}\n{Said}");
            await Task.Delay(400, TestContext.Current.CancellationToken);
        }
    }

    public async Task<int> StopAsync() => await server!.StopAsync();

    /// <summary>Somebody at a browser.</summary>
    public ProxiedBrowser Browser() => new(new Uri(Authority), Outside) { Server = Client };

    /// <summary>Somebody with a token of the provider.</summary>
    public async Task<Person> PersonAsync(params string[] roles) => await PersonAsync(Hospital, roles);

    public async Task<Person> PersonAsync(string hospital, string[] roles) =>
        new(Client, await Provider.TokenAsync(Outside, $"{roles[0]}-1", hospital, roles));

    /// <summary>The first column of the first row, past the program.</summary>
    public static async Task<object?> SqlAsync(string connectionString, string sql)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Client.Dispose();
        Operator.Dispose();
        Outside.Dispose();
        proxied.Dispose();
        await Provider.DisposeAsync();
    }

    string KeyCertificate => Path.Combine(folder, "key-certificate.pem");

    /// <summary>What an operator writes into the files of the unit: no setting that they do not have.</summary>
    void Set(string trusted)
    {
        var (port, management) = (Ports.Free(), Ports.Free());
        Change("ASPNETCORE_URLS", $"http://127.0.0.1:{port}");
        Change("Management__Port", management.ToString(CultureInfo.InvariantCulture));
        Change("Access__Authority", Provider.Address);
        Change("Access__ClientId", HospitalProvider.Client);
        settings[$"Hospitals__{OtherHospital}__TimeZone"] = "America/New_York";
        settings["Store__Patience"] = "00:00:30";       // a busy machine is no database that hangs
        settings["SSL_CERT_FILE"] = trusted;        // the machine of a hospital knows its authority; this one is told
        Client = ProxiedBrowser.ClientOf(new Uri($"http://127.0.0.1:{port}"), new Uri(Authority), proxied);
        Operator = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{management}") };
    }

    /// <summary>Sets what the file of settings has otherwise.</summary>
    public void Change(string setting, string value)
    {
        Assert.Contains(setting, settings.Keys);
        settings[setting] = value;
    }

    Dictionary<string, string> Credentials(string connectionString) => new()
    {
        ["ConnectionStrings__periop"] = connectionString,
        ["Access__ClientSecret"] = HospitalProvider.Secret + "\n",
        ["key-certificate.pem"] = File.ReadAllText(KeyCertificate),
    };
}

/// <summary>One such deployment of what these tests were built with, for all that look at one.</summary>
public sealed class Deployed(TestDatabases databases) : IAsyncLifetime
{
    internal Deployment It { get; private set; } = null!;

    internal TestDatabases Databases => databases;

    /// <summary>What these tests were built with.</summary>
    internal string Program { get; } = AppContext.BaseDirectory.TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "systemd, and the tools that its place is taken by, are Linux's.");
        It = await Deployment.StartAsync(databases, Program);
    }

    public async ValueTask DisposeAsync() => await It.DisposeAsync();
}

[CollectionDefinition(nameof(Deployed))]
public sealed class DeployedCollection : ICollectionFixture<Deployed>;
