using System.Runtime.CompilerServices;

namespace Periop.Server.Access;

/// <summary>
/// The way every question takes: may the caller ask it, what is the answer, and the access entry before anybody sees it. Nothing here
/// knows how it was asked or is shown.
/// </summary>
sealed class Asking(AccessLog log)
{
    /// <summary>How many items of a whole list are read at once: between two parts nothing is held open, however slow the reader is.</summary>
    const int PartOfWhole = 1000;

    /// <param name="roles">Who may ask.</param>
    /// <param name="disclosed">How much an answer tells.</param>
    public async Task<Answer<T>> AskAsync<T>(
        Caller caller, Question question, IReadOnlyList<string> roles, Func<Task<Answer<T>>> find, Func<T, Disclosure> disclosed)
        where T : class
    {
        var answer = caller.HasOneOf(roles) ? await find() : new NoAnswer.Forbidden();
        await EnterAsync(caller, question, answer.Why, answer.Value is { } told ? disclosed(told) : null);
        return answer;
    }

    /// <summary>One part of a list.</summary>
    public Task<Answer<TPart>> AskPartAsync<T, TCursor, TPart>(
        Caller caller, ListQuestion<T, TCursor, TPart> list, TCursor? after, int count, CancellationToken cancellation)
        where TPart : Part<T, TCursor> where TCursor : class =>
        AskAsync(caller, list.Question, list.Roles, () => list.ReadAsync(after, count, cancellation), part => list.Disclosed(part.Items));

    /// <summary>
    /// All of a list. Its first part is read before it is answered; what is asked is entered then, and how many there were at the end.
    /// </summary>
    public async Task<Answer<Whole<T, TPart>>> AskAllAsync<T, TCursor, TPart>(
        Caller caller, ListQuestion<T, TCursor, TPart> list, CancellationToken cancellation)
        where TPart : Part<T, TCursor> where TCursor : class
    {
        var first = caller.HasOneOf(list.Roles) ? await list.ReadAsync(null, PartOfWhole, cancellation) : new NoAnswer.Forbidden();
        await EnterAsync(caller, list.Question, first.Why, disclosed: null);
        return first.Value is { } part ? new Whole<T, TPart>(RestAsync(caller, list, part, cancellation), part) : first.Why!;
    }

    /// <exception cref="ListBrokenOffException">A later part cannot be had: what was read so far is not the whole.</exception>
    async IAsyncEnumerable<T> RestAsync<T, TCursor, TPart>(
        Caller caller, ListQuestion<T, TCursor, TPart> list, TPart first, [EnumeratorCancellation] CancellationToken cancellation)
        where TPart : Part<T, TCursor> where TCursor : class
    {
        var count = 0;
        try
        {
            for (var part = first; ;)
            {
                foreach (var item in part.Items)
                {
                    count++;
                    yield return item;
                }

                if (part.Next is not { } next)
                    yield break;
                part = (await list.ReadAsync(next, PartOfWhole, cancellation)).Value ?? throw new ListBrokenOffException();
            }
        }
        finally
        {
            await EnterAsync(caller, list.Question, null, new Disclosure(count));
        }
    }

    Task EnterAsync(Caller caller, Question question, NoAnswer? why, Disclosure? disclosed) =>
        log.EnterAsync(caller, question, why?.Status ?? StatusCodes.Status200OK, disclosed);
}

/// <summary>A question that is answered with a list.</summary>
/// <param name="Roles">Who may ask.</param>
/// <param name="ReadAsync">Reads a part: so many at the most, after a cursor or from the beginning.</param>
/// <param name="CaseOf">The case that an item is of; null where items are of none.</param>
sealed record ListQuestion<T, TCursor, TPart>(
    Question Question, IReadOnlyList<string> Roles, Func<TCursor?, int, CancellationToken, Task<Answer<TPart>>> ReadAsync, Func<T, Guid?>? CaseOf = null)
    where TPart : Part<T, TCursor> where TCursor : class
{
    public Disclosure Disclosed(IReadOnlyList<T> items) => new(items.Count, CaseOf is null ? null : [.. items.Select(CaseOf).OfType<Guid>().Distinct()]);
}

/// <summary>A whole list ended before its last item.</summary>
sealed class ListBrokenOffException() : Exception("A later part of the list could not be read.");
