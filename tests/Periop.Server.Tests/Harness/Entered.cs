using System.Text.Json.Nodes;
using Npgsql;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What stands in the access log, read past the program.</summary>
static class Entered
{
    public static async Task<IReadOnlyList<JsonObject>> AllAsync(TestHospital hospital)
    {
        await using var connection = new NpgsqlConnection(hospital.Host.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var entries = new NpgsqlCommand(
            "select data::text from periop_access.mt_doc_accessentry where tenant_id = $1 order by at, id", connection);
        entries.Parameters.Add(new NpgsqlParameter { Value = hospital.Id });
        await using var reader = await entries.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<JsonObject>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(JsonNode.Parse(reader.GetString(0))!.AsObject());
        return found;
    }

    /// <summary>The entries that a request has left when its answer is there.</summary>
    public static async Task<(Answer Answer, IReadOnlyList<JsonObject> Entries)> ByAsync(TestHospital hospital, Func<Task<Answer>> request)
    {
        var before = (await AllAsync(hospital)).Select(Id).ToHashSet();
        var answer = await request();
        return (answer, [.. (await AllAsync(hospital)).Where(entry => !before.Contains(Id(entry)))]);
    }

    /// <summary>The one entry that a request has left: it says how the request was answered.</summary>
    public static async Task<(Answer Answer, JsonObject Entry)> OnceAsync(TestHospital hospital, Func<Task<Answer>> request)
    {
        var (answer, entries) = await ByAsync(hospital, request);
        Assert.True(entries.Count == 1,
            $"{answer.Request} is {answer.Status} and left {entries.Count} entries: {string.Join(' ', entries.Select(e => e.ToJsonString()))}");
        Assert.Equal($"{answer.Status}", Text(entries[0], "outcome"));
        return (answer, entries[0]);
    }

    public static string? Text(JsonNode entry, string member) => entry[member]?.ToString();

    static string Id(JsonObject entry) => Text(entry, "id")!;
}
