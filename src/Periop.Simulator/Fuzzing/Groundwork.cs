using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Periop.Simulator.Fuzzing;

/// <summary>A few cases, a definition and another source, so that there is something to ask about. Laid again by the same seed, it is there already.</summary>
sealed class Groundwork(HttpClient client, string token, Known known)
{
    public async Task LayAsync(CancellationToken cancellation)
    {
        foreach (var (index, id) in known.Cases.Index())
        {
            await SendAsync(HttpMethod.Post, "api/cases", new JsonObject
            {
                ["entryId"] = $"{id}", ["caseNumber"] = $"fuzz {id}", ["patientRef"] = $"fuzz-{index}", ["room"] = "OR-1",
            });
            foreach (var (entry, name, body) in new[]
            {
                (0, "room-entry", "{}"), (1, "complications", """{"kind":"dural-tear"}"""), (2, "hardware", """{"kind":"rod","lot":"A213B1"}"""),
                (3, "incision", """{"override":"time-out done, nobody at the screen"}"""),
            })
            {
                var said = JsonNode.Parse(body)!.AsObject();
                said["entryId"] = $"{known.Entries[4 * index + entry]}";
                await SendAsync(HttpMethod.Post, $"api/cases/{id}/{name}", said);
            }
        }

        await SendAsync(HttpMethod.Put, "api/audit/definitions/fuzz/versions/1", JsonNode.Parse(
            """{"kind":"death","title":"Death","window":{"days":30},"anchor":"first-incision","evidence":"seen-alive-after-close","source":"own"}""")!);
        await SendAsync(HttpMethod.Put, "api/audit/second-sources/fuzz", "caseNumber,kind\nF-1,death\n", "text/csv");

        Task SendAsync(HttpMethod method, string path, object body, string type = "application/json") =>
            SentAsync(method, path, body is JsonNode json ? json.ToJsonString() : (string)body, type, cancellation);
    }

    async Task SentAsync(HttpMethod method, string path, string body, string type, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        message.Headers.Authorization = new("Bearer", token);
        using var response = await client.SendAsync(message, cancellation);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw new InvalidOperationException("The server does not know the token.");
    }
}
