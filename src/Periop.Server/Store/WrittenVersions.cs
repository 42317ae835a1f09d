using Periop.Domain.Record;

namespace Periop.Server.Store;

/// <summary>
/// The new versions of events that may be written, by <c>Events:Write</c>. A release reads a version before the next one writes it, so
/// that nodes of both run side by side; what is not allowed yet is written in the shape before.
/// </summary>
public sealed class WrittenVersions(IReadOnlyCollection<string> allowed)
{
    /// <summary>Every version that there is a choice about.</summary>
    static readonly string[] Choices = [.. StoredEvents.Types.Where(t => StoredEvents.VersionOf(t) > 1).Select(StoredEvents.NameOf)];

    public static WrittenVersions Of(IConfiguration configuration) =>
        new(configuration.GetSection("Events:Write").Get<string[]>() ?? []);

    /// <summary>What is allowed although there is no such version.</summary>
    public IEnumerable<string> Unknown => allowed.Except(Choices);

    /// <summary>
    /// The event in the shape in which it is written. What the shape before cannot say is written in the new one all the same: only a release
    /// that knows the new one can be asked to record it.
    /// </summary>
    public StoredEvent AsWritten(StoredEvent happened) =>
        StoredEvents.VersionOf(happened.GetType()) == 1 || allowed.Contains(StoredEvents.NameOf(happened.GetType())) ? happened
        : OldEvents.Before(happened) ?? happened;
}
