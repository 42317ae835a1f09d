using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Marten's own tables are not its interface: a release of Marten that changes them is found out here.</summary>
public sealed partial class StoreStatements(PeriopHost host) : IClassFixture<PeriopHost>
{
    public static TheoryData<string, string> Statements => new()
    {
        { nameof(EventTables.Events), $"select tenant_id, stream_id, version, type, timestamp, data from {EventTables.Events}" },
        { nameof(EventTables.LastPosition), $"select {EventTables.LastPosition}" },
        { nameof(EventTables.Health), EventTables.Health },
        { nameof(EventTables.Hospitals), EventTables.Hospitals },
        { nameof(EventTables.Patients), $"select id, patient_id, tenant_id from {EventTables.Patients}" },
        { nameof(EventTables.AccessLog), $"select tenant_id, id, data, at from {EventTables.AccessLog}" },
        { nameof(EventTables.EnterAll), EventTables.EnterAll.Replace("?", "null", StringComparison.Ordinal) },
        { nameof(EventTables.OwnsAccessLog), EventTables.OwnsAccessLog },
        { nameof(EventTables.SortAccessLog), EventTables.SortAccessLog },
        { nameof(EventTables.OldestAccessMonth), EventTables.OldestAccessMonth(DateTimeOffset.UnixEpoch) },
        { nameof(EventTables.HasOpenWound), EventTables.HasOpenWound },
        { nameof(EventTables.ToldByDowntime), EventTables.ToldByDowntime },
        { nameof(EventTables.EntriesAt), EventTables.EntriesAt },
        { nameof(EventTables.AnsweredStopsAt), EventTables.AnsweredStopsAt },
        { nameof(EventTables.CasesOfPatient), EventTables.CasesOfPatient },
        { nameof(EventTables.PartsWithoutPatientIndex), EventTables.PartsWithoutPatientIndex },
        { nameof(EventTables.PatientIndexOf), $"select '{EventTables.PatientIndexOf("mt_events_default")}'::regclass::text" },
        { nameof(EventTables.MakePatientIndexOf), EventTables.MakePatientIndexOf("mt_events_archived") },
        { nameof(EventTables.VersionsAt), EventTables.VersionsAt },
        { nameof(EventTables.LastOfStream), $"select {EventTables.LastOfStream}" },
        { nameof(EventTables.Reached), $"select {EventTables.Reached("Board:V2:All")}" },
        { nameof(EventTables.HasPosition), $"select {EventTables.HasPosition("Board:V2:All")}" },
        { nameof(EventTables.ForgetPosition), EventTables.ForgetPosition("Nobody:All") },
        { nameof(EventTables.DropDocuments), EventTables.DropDocuments("of_nobody") },
        { nameof(EventTables.Nodes), $"select id, node_number, health_check from {EventTables.Nodes}" },
        { nameof(EventTables.NodeAssignments), $"select id, node_id from {EventTables.NodeAssignments}" },
        { nameof(EventTables.IsKnownToANode), $"select {EventTables.IsKnownToANode("Board", 1)}" },
        { nameof(EventTables.LockFreeCases), EventTables.LockFreeCases },
        { nameof(EventTables.CaseVersion), EventTables.CaseVersion(EventTables.Schema) },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A_statement_about_the_stores_own_tables_runs(string name, string statement)
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var command = database.CreateCommand(statement);
        command.Parameters.Add(new("tenant", NpgsqlDbType.Varchar) { Value = "nobody" });
        command.Parameters.Add(new("patient", NpgsqlDbType.Text) { Value = $"{Guid.Empty}" });
        command.Parameters.Add(new("id", NpgsqlDbType.Uuid) { Value = Guid.Empty });
        command.Parameters.Add(new("ids", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { Value = new[] { Guid.Empty } });
        command.Parameters.Add(new("position", NpgsqlDbType.Bigint) { Value = 0L });
        command.Parameters.Add(new("subject", NpgsqlDbType.Text) { Value = "nobody" });
        command.Parameters.Add(new("since", NpgsqlDbType.Date) { Value = DateOnly.MinValue });
        command.Parameters.Add(new("from", NpgsqlDbType.TimestampTz) { Value = DateTime.UnixEpoch });
        command.Parameters.Add(new("to", NpgsqlDbType.TimestampTz) { Value = DateTime.UnixEpoch });
        command.Parameters.Add(new("positions", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = new[] { 0L } });
        Assert.Null(await Record.ExceptionAsync(() => command.ExecuteScalarAsync(TestContext.Current.CancellationToken)));
        Assert.NotNull(typeof(EventTables).GetMember(name).SingleOrDefault());
    }

    [Fact]
    public void Every_statement_is_run_here() => Assert.Equal(
        typeof(EventTables).GetMembers().Where(m => m.DeclaringType == typeof(EventTables)).Select(m => m.Name)
            .Except(NamesAlone).Order(StringComparer.Ordinal),
        Statements.Select(s => s.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void Nobody_else_names_the_stores_own_tables()
    {
        var root = Path.Combine(Repository.Root, "src", "Periop.Server");
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file))
            .Where(file => !file.StartsWith("obj", StringComparison.Ordinal) && !file.StartsWith("bin", StringComparison.Ordinal));
        // where the access log stands is said beside its entry: access is below the store
        Assert.Equal(
            [Path.Combine("Access", "AccessEntry.cs"), Path.Combine("Store", "EventTables.cs")],
            sources.Where(file => OwnTable().IsMatch(File.ReadAllText(Path.Combine(root, file)))).Order(StringComparer.Ordinal));
    }

    static readonly string[] NamesAlone =
    [
        nameof(EventTables.Schema), nameof(EventTables.DocumentSchema), nameof(EventTables.AccessSchema), nameof(EventTables.RegisterSchema),
        nameof(EventTables.MessageSchema), nameof(EventTables.MarkRow), nameof(EventTables.ShardOf),
    ];

    [GeneratedRegex(@"\b(mt_[a-z]|wolverine_[a-z]|periop_(events|access)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnTable();
}
