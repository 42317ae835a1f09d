using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

static class Body
{
    public static JsonArray List(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode?)word)]);

    public static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);
}
