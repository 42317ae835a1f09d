using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>Sixteen people who record into the same few cases, one entry after another, each as fast as it is answered.</summary>
/// <param name="people">How somebody of a name reaches the program.</param>
sealed class Writers(Ledger ledger, IReadOnlyList<Guid> cases, Func<string, Person> people, int seed)
{
    public const int Count = 16;

    /// <summary>Whether what is not acknowledged is sent again until it is, as a tablet does.</summary>
    public bool SendAgain { get; init; }

    /// <summary>A fault may last, and locks that it holds with it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whom the ledger and the record know.</summary>
    public static string NameOf(int writer) => $"writer-{writer}";

    /// <summary>Records until it is stopped, or nobody answers any more; what is not acknowledged stays open.</summary>
    public Task RecordAsync(CancellationToken stop) => Task.WhenAll(Enumerable.Range(1, Count).Select(writer => RecordAsync(writer, stop)));

    /// <summary>Waits until so many more are acknowledged; what ends the writers before that is their fault.</summary>
    public async Task AcknowledgedAsync(int more, Task writing)
    {
        var enough = ledger.Acknowledged + more;
        await await Task.WhenAny(
            Eventually.BecomesAsync(() => Task.FromResult(ledger.Acknowledged), so => so >= enough, $"{enough} entries are acknowledged"), writing);
        Assert.True(ledger.Acknowledged >= enough, "Nobody writes any more.");
    }

    async Task RecordAsync(int writer, CancellationToken stop)
    {
        var (random, by) = (new Random(seed * Count + writer), NameOf(writer));
        var person = people(by);
        while (!stop.IsCancellationRequested)
        {
            var entry = new SentEntry(Guid.NewGuid(), cases[random.Next(cases.Count)], by, $"by {by}");
            var status = await ledger.SendAsync(person, entry);
            if (SendAgain && status != 200)
                await Eventually.BecomesAsync(
                    () => ledger.SendAsync(person, entry), again => again == 200 || stop.IsCancellationRequested, $"{entry.EntryId} is acknowledged",
                    Patience);
            else if (status == 0)
                return;
        }
    }
}
