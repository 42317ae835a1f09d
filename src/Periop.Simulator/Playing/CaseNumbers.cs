using System.Text;
using System.Text.Json.Nodes;

namespace Periop.Simulator.Playing;

/// <summary>Which case stands under which number: the server gives the cases of a file their ids.</summary>
static class CaseNumbers
{
    public static async Task<IReadOnlyDictionary<string, Guid>> ReadAsync(PatientRequests requests, CancellationToken cancellation)
    {
        var answer = await requests.SendAsync(HttpMethod.Get, "api/cases?format=ndjson", null, cancellation);
        var found = new Dictionary<string, Guid>();
        foreach (var line in Encoding.UTF8.GetString(answer is { IsSuccess: true } ? answer.Body : []).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (JsonNode.Parse(line) is JsonObject one && (string?)one["caseNumber"] is { } number)
                found[number] = (Guid)one["caseId"]!;
        return found;
    }
}
