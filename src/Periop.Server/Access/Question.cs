using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Periop.Server.Json;

namespace Periop.Server.Access;

/// <summary>What somebody wants to know. The access log keeps it as it was asked: its members, but those that are null.</summary>
/// <param name="Action">What the access log calls asking it.</param>
/// <param name="CaseId">The case it is about, if it is about one.</param>
/// <param name="PatientRef">The patient it is about, if it is about one.</param>
abstract record Question([property: JsonIgnore] string Action, [property: JsonIgnore] Guid? CaseId = null, [property: JsonIgnore] string? PatientRef = null)
{
    /// <summary>Null when nothing more was asked than the action says.</summary>
    public JsonObject? AsAsked()
    {
        var asked = JsonSerializer.SerializeToNode(this, GetType(), PeriopJson.Web)!.AsObject();
        foreach (var unsaid in asked.Where(member => member.Value is null).Select(member => member.Key).ToArray())
            asked.Remove(unsaid);
        return asked.Count == 0 ? null : asked;
    }
}
