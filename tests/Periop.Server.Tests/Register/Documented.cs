using System.Text.RegularExpressions;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Register;

/// <summary>What is open to SQL is described, and the description is true.</summary>
public sealed partial class Documented(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "register.md"));

    [Fact]
    public async Task Every_table_and_column_is_described()
    {
        var names = (string)(await host.SqlAsync(
            "select string_agg(distinct n, ' ') "
            + "from information_schema.columns, unnest(array[table_name::text, column_name::text]) n where table_schema = 'periop_register'"))!;
        Assert.All(names.Split(' '), name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_statement_in_the_description_runs()
    {
        var statements = Sql().Matches(text).Select(m => m.Groups["sql"].Value).ToArray();
        Assert.NotEmpty(statements);
        foreach (var statement in statements)
            await host.SqlAsync(statement);
    }

    [Fact]
    public void A_table_has_a_column_for_every_member_of_its_row() => Assert.All(RegisterVersion.Shipped.Tables, table => Assert.Equal(
        RegisterJson.Options.GetTypeInfo(table.Row).Properties.Where(p => p.Get is not null).Select(p => p.Name).Order(StringComparer.Ordinal),
        table.Columns.Select(c => c.Name).Append("key").Order(StringComparer.Ordinal)));

    [GeneratedRegex("```sql\n(?<sql>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sql();
}
