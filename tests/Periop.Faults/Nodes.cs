using System.Collections.Concurrent;
using Periop.Server.Tests;

namespace Periop.Faults;

/// <summary>
/// Servers of one hospital as it has them outside Development: processes that share a database and the projections, and that believe the tokens of
/// its identity provider.
/// </summary>
sealed class Nodes(TestDatabases databases) : IAsyncDisposable
{
    public const string Scheduler = "scheduler-1";

    static readonly string[] Roles = ["or-staff", "scheduler"];

    readonly OwnAuthority authority = new();
    readonly string folder = Directory.CreateTempSubdirectory("periop-nodes-").FullName;
    readonly ConcurrentDictionary<string, string> tokens = new();
    readonly List<ServerProcess> started = [];
    HospitalProvider? provider;

    public string Database { get; private set; } = "";

    /// <summary>The database, the provider, and tokens for those who record and for a scheduler.</summary>
    public async Task OpenAsync()
    {
        Database = await databases.CopyAsync();
        provider = await HospitalProvider.StartAsync(authority.Shown());
        await File.WriteAllTextAsync(Trusted, authority.Certificate);
        await File.WriteAllTextAsync(Key, authority.Certificate + authority.Key);
        using var asking = authority.Client();
        foreach (var name in Enumerable.Range(1, Writers.Count).Select(Writers.NameOf).Append(Scheduler))
            tokens[name] = await provider.TokenAsync(asking, name, People.Hospital, Roles);
    }

    /// <summary>One more; answers once it is ready.</summary>
    public async Task<ServerProcess> StartAsync()
    {
        var server = await ServerProcess.StartAsync(databases.StateFolder, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__periop"] = Database,
            ["Access__Authority"] = provider!.Address,
            ["Access__ClientId"] = HospitalProvider.Client,
            ["Access__KeyCertificate__Path"] = Key,
            ["SSL_CERT_FILE"] = Trusted,
            ["Store__Patience"] = "00:00:10",
            ["Greeting"] = "true",
            [$"Hospitals__{People.Hospital}__TimeZone"] = "Europe/Zurich",
            [$"Hospitals__{People.Hospital}__Rooms__0"] = "OR-1",
            ["Logging__LogLevel__Default"] = "None",
        });
        started.Add(server);
        return server;
    }

    /// <summary>Somebody of the hospital, over a client of a server or of a balancer.</summary>
    public Person Of(HttpClient client, string name) => new(client, tokens[name]);

    /// <summary>Cases of today, to be recorded into.</summary>
    public async Task<IReadOnlyList<Guid>> ScheduledAsync(HttpClient client, int count)
    {
        var cases = new List<Guid>();
        for (var at = 0; at < count; at++)
            cases.Add((await Of(client, Scheduler).PostAsync(
                "/api/cases", new { caseNumber = Story.NewNumber(), room = "OR-1", scheduledStart = TimeProvider.System.GetUtcNow() })).Is(201).CaseId);
        return cases;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in started)
            await server.DisposeAsync();
        if (provider is not null)
            await provider.DisposeAsync();
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    string Trusted => Path.Combine(folder, "trusted.pem");

    string Key => Path.Combine(folder, "key-certificate.pem");
}
