using Periop.Operating.Tests;
using Periop.Server.Tests;

namespace Periop.Faults;

/// <summary>A hospital with one server, and a PostgreSQL of its own that keeps what it has promised and can be killed or held.</summary>
sealed class DurableHospital(TestDatabases databases) : IAsyncDisposable
{
    const int Cases = 3;

    Clusters? clusters;
    TestHospital? hospital;

    public PeriopHost Host { get; } = new(databases) { Hospitals = 1 };

    public Ledger Ledger { get; } = new();

    public Clusters Clusters => clusters!;

    public Cluster Cluster { get; private set; } = null!;

    public TestHospital People => hospital!;

    /// <summary>Those that are recorded into.</summary>
    public IReadOnlyList<Guid> Recorded { get; private set; } = [];

    /// <param name="patience">How long the server waits for the database before it answers that it is away.</param>
    public async Task OpenAsync(string patience)
    {
        clusters = await Clusters.OpenAsync([]);
        Cluster = await clusters.CreateAsync("durable");
        await Cluster.WithDatabaseAsync();
        await Host.StartAsync(Cluster.ConnectionString, web =>
        {
            web.UseSetting("Store:Patience", patience);
            foreach (var library in new[] { "Default", "Marten", "JasperFx", "Wolverine", "Npgsql" })
                web.UseSetting($"Logging:LogLevel:{library}", "None");      // every library says that it is away
        });
        hospital = Host.NewHospital();
        var cases = new List<Guid>();
        for (var at = 0; at < Cases; at++)
            cases.Add((await Eventually.BecomesAsync(
                () => People.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), room = "OR-1" }),
                answer => answer.Status == 201, "a case is scheduled")).CaseId);
        Recorded = cases;
    }

    public Person Of(string name) => People.Named(name, "or-staff");

    /// <summary>Those who record into its cases, and send again what is not acknowledged.</summary>
    public Writers Writers(int seed) => new(Ledger, Recorded, Of, seed) { SendAgain = true };

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (clusters is not null)
            await clusters.DisposeAsync();
    }
}
