using System.Text;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Every table of every schema that is ours, whatever made it.</summary>
static class WholeDatabase
{
    const string Tables = """
        select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema') order by 1
        """;

    /// <summary>The tables that hold a word anywhere in a row: as text, in JSON, or as bytes.</summary>
    public static async Task<IReadOnlyList<string>> HoldingAsync(this PeriopHost host, string word)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand(Tables, connection))
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                tables.Add(reader.GetString(0));
        Assert.Contains("periop_events.mt_events", tables);
        var holding = new List<string>();
        foreach (var table in tables)
        {
            await using var search = new NpgsqlCommand($"select exists (select from {table} t where t::text like any($1))", connection)
            { Parameters = { new() { Value = new[] { $"%{word}%", $"%{Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word))}%" } } } };
            if (await search.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
                holding.Add(table);
        }

        return holding;
    }
}
