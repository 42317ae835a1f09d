using Periop.Domain.Text;

namespace Periop.Server.Http;

/// <summary>The name of a room, a surgeon or a service as a question has it.</summary>
static class NameAsked
{
    /// <summary>As it is stored; null when it is no name. These were references once, and some of those are no labels.</summary>
    public static string? Read(string? text) => text is null ? null : Label.Read(text)?.Value ?? Reference.Read(text)?.Value;
}
