using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Domain.Cases;

namespace Periop.Server.Json;

/// <summary>What an event says beyond the members that every event has.</summary>
static class EventData
{
    static readonly string[] CommonMembers = [.. typeof(CaseEvent).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];

    public static JsonObject Of(CaseEvent happened)
    {
        var data = JsonSerializer.SerializeToNode(happened, happened.GetType(), PeriopJson.Web)!.AsObject();
        foreach (var common in CommonMembers)
            data.Remove(common);
        return data;
    }
}
