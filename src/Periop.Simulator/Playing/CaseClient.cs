using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Simulator.Planning;

namespace Periop.Simulator.Playing;

/// <summary>Sends one entry and says what became of it.</summary>
sealed class CaseClient(PatientRequests requests, Func<CancellationToken, Task<string>>? surgeonToken)
{
    /// <param name="caseId">Null for the entry that opens the case.</param>
    public async Task<Outcome> SendAsync(PlannedEntry entry, Guid? caseId, CancellationToken cancellation)
    {
        var path = caseId is null ? "api/cases" : $"api/cases/{caseId}/{entry.Name}";
        var body = (JsonObject)entry.Body.DeepClone();
        body["entryId"] = entry.EntryId.ToString();
        var overridden = false;
        var answer = await PostAsync();
        if (entry.Override is not null && answer is { IsSuccess: false } && (IsStop(answer) || WasOverriddenBefore(answer)))
        {
            overridden = true;
            body["override"] = entry.Override;
            answer = await PostAsync();
        }
        return answer switch
        {
            null => new Unanswered(body),
            { IsSuccess: true } => Acknowledgement(answer),
            _ => Refusal(answer),
        };

        Task<Answer?> PostAsync() => requests.SendAsync(
            HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body), cancellation, entry.IsSurgeons ? surgeonToken : null);

        Outcome Acknowledgement(Answer acknowledged)
        {
            try
            {
                if (JsonSerializer.Deserialize<Receipt>(acknowledged.Body, JsonSerializerOptions.Web) is { } receipt && receipt.EntryId == entry.EntryId)
                    return new Acknowledged(receipt, body, acknowledged.IsReplay, overridden);
            }
            catch (JsonException)
            {
                // A success without a receipt is no acknowledgement
            }
            return new Refused(acknowledged.Status, "no-receipt", "The answer was a success but held no receipt for this entry");
        }
    }

    static bool IsStop(Answer answer) => answer.Status == HttpStatusCode.Conflict && Problem(answer)?["flags"] is JsonArray { Count: > 0 };

    /// <summary>Played a second time, the id is known with the override that was given then.</summary>
    static bool WasOverriddenBefore(Answer answer) => (string?)Problem(answer)?["code"] == "entry-id-reused";

    static Refused Refusal(Answer answer)
    {
        var problem = Problem(answer);
        var detail = (string?)problem?["detail"] ?? (string?)problem?["title"];
        return new(answer.Status, (string?)problem?["code"] ?? "none", $"{detail} {problem?["errors"]?.ToJsonString()}".Trim());
    }

    static JsonObject? Problem(Answer answer)
    {
        try
        {
            return JsonNode.Parse(answer.Body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

sealed record Receipt(Guid CaseId, Guid EntryId, long Version, DateTimeOffset RecordedAt);

abstract record Outcome;

sealed record Acknowledged(Receipt Receipt, JsonObject Body, bool IsReplay, bool WasOverridden) : Outcome;

sealed record Refused(HttpStatusCode Status, string Code, string Detail) : Outcome;

/// <summary>No answer after all tries: recorded or not, nobody knows.</summary>
sealed record Unanswered(JsonObject Body) : Outcome;
