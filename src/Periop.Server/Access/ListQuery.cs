namespace Periop.Server.Access;

/// <summary>A query that is answered with a list, in parts or whole.</summary>
abstract class ListQuery<TQuestion, T, TCursor, TPart>(Asking asking) where TPart : Part<T, TCursor> where TCursor : class
{
    protected Asking Asking { get; } = asking;

    public Task<Answer<TPart>> AskAsync(Caller caller, TQuestion question, TCursor? after, int count, CancellationToken cancellation) =>
        Asking.AskPartAsync(caller, List(caller, question), after, count, cancellation);

    public Task<Answer<Whole<T, TPart>>> AskAllAsync(Caller caller, TQuestion question, CancellationToken cancellation) =>
        Asking.AskAllAsync(caller, List(caller, question), cancellation);

    /// <summary>Who may ask, and how a part is read.</summary>
    protected abstract ListQuestion<T, TCursor, TPart> List(Caller caller, TQuestion question);
}
