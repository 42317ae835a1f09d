using Periop.Domain.Register;

namespace Periop.Domain.Tests.Register;

/// <summary>The register's tables, in memory: what the server's statements do with the changes of a batch.</summary>
sealed class Ledger
{
    readonly List<OpenedRow> versions = [];

    /// <summary>All that was ever written, first opened first.</summary>
    public IReadOnlyList<OpenedRow> Versions => versions;

    public void Write(RegisterChanges changes)
    {
        foreach (var closed in changes.Closed)
        {
            var open = Assert.Single(versions, v => v.To is null && Identity(v.Stream, v.Row) == Identity(closed.Stream, closed.Row));
            versions[versions.IndexOf(open)] = open with { To = closed.To };
        }

        foreach (var opened in changes.Opened)
        {
            Assert.DoesNotContain(versions, v => Identity(v.Stream, v.Row) == Identity(opened.Stream, opened.Row) && v.From.Sequence == opened.From.Sequence);
            versions.Add(opened);
        }
    }

    /// <summary>The rows of a stream that hold at a position.</summary>
    public IEnumerable<RegisterRow> At(Guid stream, long position) =>
        versions.Where(v => v.Stream == stream && v.From.Sequence <= position && !(v.To?.Sequence <= position)).Select(v => v.Row);

    public static (Guid Stream, Type Kind, string Key) Identity(Guid stream, RegisterRow row) => (stream, row.GetType(), row.Key);
}
