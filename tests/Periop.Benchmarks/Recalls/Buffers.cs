using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace Periop.Benchmarks.Recalls;

/// <summary>How many pages a statement looks at, in memory or on disk: what it costs, whatever else the machine does.</summary>
static class Buffers
{
    public static async Task<long> OfAsync(NpgsqlCommand question)
    {
        var types = string.Join(", ", question.Parameters.Select(p => TypeOf(p.Value!)));
        var values = string.Join(", ", question.Parameters.Select(p => Literal(p.Value!)));
        await using var explain = new NpgsqlCommand
        {
            Connection = question.Connection,
            CommandText = $"""
                prepare explained ({types}) as {question.CommandText};
                explain (analyze, buffers, format json) execute explained ({values});
                deallocate explained
                """,
        };
        var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!).RootElement[0].GetProperty("Plan");
        return plan.GetProperty("Shared Hit Blocks").GetInt64() + plan.GetProperty("Shared Read Blocks").GetInt64();
    }

    static string TypeOf(object value) => value switch { long => "bigint", int => "integer", string[] => "text[]", _ => "text" };

    static string Literal(object value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        string[] texts => $"array[{string.Join(", ", texts.Select(Literal))}]::text[]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
