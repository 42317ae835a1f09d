using Npgsql;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>A role for SQL and BI tools sees one hospital, through views, and nothing else.</summary>
public sealed class ReaderRoles(TestDatabases databases, PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Role = "reader_of_one";

    static readonly string[] Views = [.. RegisterVersion.Shipped.Tables.Select(t => $"periop_bi.{t.Name}")];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_sees_all_of_its_hospital_and_nothing_of_another()
    {
        var (own, other) = (host.NewHospital(), host.NewHospital());
        foreach (var hospital in new[] { own, other })
        {
            var placed = await (await hospital.CaseInOperationAsync()).RecordedAsync("hardware", Devices.Scanned(lot: "A213B1"));
            Assert.NotEqual(Guid.Empty, placed.EntryId);
        }

        await host.SettledAsync();
        await using var reader = await ConnectAsync(own);
        Assert.Equal(own.Id, await AskAsync(reader, "select string_agg(distinct tenant_id, ',') from periop_bi.implants"));
        foreach (var table in RegisterVersion.Shipped.Tables)
            Assert.Equal(
                await host.SqlAsync($"select count(*) from {table.NameIn(RegisterVersion.Shipped.Number)} where tenant_id = $1", own.Id),
                await AskAsync(reader, $"select count(*) from periop_bi.{table.Name}"));
        Assert.Equal(true, await AskAsync(reader, "select count(*) > 0 from periop_bi.ticks"));
    }

    [Fact]
    public async Task A_role_that_nobody_entered_sees_nothing()
    {
        await (await host.NewHospital().CaseInOperationAsync()).RecordedAsync("hardware", Devices.Scanned());
        await host.SettledAsync();
        await host.SqlAsync("grant usage on schema periop_bi to public; grant select on all tables in schema periop_bi to public");
        await using var stranger = new NpgsqlConnection(await databases.AsRoleAsync(host.ConnectionString, "reader_of_none"));
        await stranger.OpenAsync(Cancellation);
        foreach (var view in Views.Append("periop_bi.ticks"))
            Assert.Equal(0L, await AskAsync(stranger, $"select count(*) from {view}"));
    }

    [Fact]
    public async Task A_reader_cannot_write_nor_read_past_the_views()
    {
        await using var reader = await ConnectAsync(host.NewHospital());
        foreach (var statement in Views.SelectMany(view => new[] { $"delete from {view}", $"update {view} set tenant_id = 'x'" }).Concat(
        [
            $"select count(*) from {RegisterTable.Implants.NameIn(RegisterVersion.Shipped.Number)}", "select count(*) from periop_register.readers",
            "update periop_register.readers set tenant_id = 'x'", "select count(*) from periop_events.mt_events",
            "select count(*) from periop.mt_doc_patientidentity", "create table periop_bi.mine (id int)",
        ]))
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => AskAsync(reader, statement))).SqlState);
    }

    /// <summary>As an operator makes one.</summary>
    async Task<NpgsqlConnection> ConnectAsync(TestHospital hospital)
    {
        var connection = new NpgsqlConnection(await databases.AsRoleAsync(host.ConnectionString, $"{Role}_{hospital.Id}"));
        await host.SqlAsync($"insert into periop_register.readers values ('{Role}_{hospital.Id}', '{hospital.Id}')");
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await new RegisterUpgrade(database, RegisterVersion.Shipped).GoOnAsync(Cancellation);
        await connection.OpenAsync(Cancellation);
        return connection;
    }

    static async Task<object?> AskAsync(NpgsqlConnection connection, string question)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
