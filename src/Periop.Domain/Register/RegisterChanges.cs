using Periop.Domain.Text;

namespace Periop.Domain.Register;

/// <summary>Where an event stands among all, and when it was recorded.</summary>
public sealed record EventPosition(long Sequence, DateTimeOffset RecordedAt);

/// <summary>The rows of a part of a stream before one of its events and after it.</summary>
public sealed record RegisterStep(Guid Stream, EventPosition At, IReadOnlyList<RegisterRow> Before, IReadOnlyList<RegisterRow> After);

/// <summary>A row that begins to hold.</summary>
/// <param name="To">The event from which on it does not hold any more; null while it does.</param>
public sealed record OpenedRow(Guid Stream, RegisterRow Row, EventPosition From, EventPosition? To);

/// <summary>A row of an earlier batch that does not hold any more.</summary>
public sealed record ClosedRow(Guid Stream, RegisterRow Row, EventPosition To);

/// <summary>
/// What a batch of events changes in the register. A row that is opened and closed in the batch is opened with its end; only rows
/// of earlier batches are closed.
/// </summary>
public sealed record RegisterChanges(ValueList<OpenedRow> Opened, ValueList<ClosedRow> Closed)
{
    public bool Any => Opened.Count + Closed.Count > 0;

    /// <param name="steps">In the order of their positions; those of one part each begin with the rows that the one before ended with.</param>
    public static RegisterChanges Of(IEnumerable<RegisterStep> steps)
    {
        var (opened, closed) = (new List<OpenedRow>(), new List<ClosedRow>());
        var openHere = new Dictionary<(Guid Stream, Type Kind, string Key), int>();
        foreach (var step in steps.Where(s => !ReferenceEquals(s.Before, s.After) && !s.Before.SequenceEqual(s.After)))
        {
            var after = step.After.ToDictionary(Identity);
            var before = step.Before.ToDictionary(Identity);
            foreach (var (identity, row) in before)
                if (!row.Equals(after.GetValueOrDefault(identity)))
                    if (openHere.Remove((step.Stream, identity.Kind, identity.Key), out var index))
                        opened[index] = opened[index] with { To = step.At };
                    else
                        closed.Add(new ClosedRow(step.Stream, row, step.At));
            foreach (var (identity, row) in after)
                if (!row.Equals(before.GetValueOrDefault(identity)))
                {
                    openHere.Add((step.Stream, identity.Kind, identity.Key), opened.Count);
                    opened.Add(new OpenedRow(step.Stream, row, step.At, To: null));
                }
        }

        return new RegisterChanges([.. opened], [.. closed]);
    }

    static (Type Kind, string Key) Identity(RegisterRow row) => (row.GetType(), row.Key);
}
