using System.Collections.Concurrent;
using System.Net.Sockets;
using Npgsql;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>An entry that somebody sends, and sends again until it is acknowledged.</summary>
/// <param name="By">Who sends it, as the record has to say.</param>
sealed record SentEntry(Guid EntryId, Guid CaseId, string By, string Text);

/// <summary>
/// What was sent and what was acknowledged, kept outside the program, and how the store differs from it: nothing acknowledged may be lost, nothing may be
/// there twice, and the versions of each case are those of its entries, from 1 and without a gap.
/// </summary>
sealed class Ledger
{
    readonly ConcurrentDictionary<Guid, SentEntry> sent = new();
    readonly ConcurrentDictionary<Guid, Answer> receipts = new();
    readonly ConcurrentQueue<string> contradictions = new();

    long refused, unanswered, longest;

    public int Acknowledged => receipts.Count;

    /// <summary>How often it was answered that an entry is to be sent again.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>How often a connection ended without an answer.</summary>
    public long Unanswered => Interlocked.Read(ref unanswered);

    /// <summary>How long the slowest answer took.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref longest));

    /// <summary>Of which nobody knows yet whether they are recorded.</summary>
    public IReadOnlyList<SentEntry> Open => [.. sent.Values.Where(entry => !receipts.ContainsKey(entry.EntryId))];

    /// <summary>Sends an entry and keeps what is answered.</summary>
    /// <returns>The status; 0 when the connection ended without an answer.</returns>
    public async Task<int> SendAsync(Person person, SentEntry entry)
    {
        sent[entry.EntryId] = entry;
        var begun = TimeProvider.System.GetTimestamp();
        try
        {
            var (command, body) = CommandOf(entry);
            var answer = await person.PostAsync($"/api/cases/{entry.CaseId}/{command}", body);
            Took(TimeProvider.System.GetElapsedTime(begun));
            if (answer.Status == 200)
                Acknowledge(entry, answer);
            else if (answer.Status == 503 && answer.Header("Retry-After") is not null)
                Interlocked.Increment(ref refused);
            else
                contradictions.Enqueue($"{entry.EntryId} is neither recorded nor to be sent again: {answer}");
            return answer.Status;
        }
        catch (Exception gone) when (IsNoAnswer(gone))
        {
            Interlocked.Increment(ref unanswered);
            return 0;
        }
    }

    /// <summary>
    /// By its id: few let the patient come into the room once more, which every board shows, or report a complication, which is a row of the register.
    /// What a projection loses of them is found by a replay. Most are addenda, or the cases would become what none is.
    /// </summary>
    static (string Command, object Body) CommandOf(SentEntry entry) => (entry.EntryId.GetHashCode() & 15) switch
    {
        0 => ("room-entry", new { entryId = entry.EntryId, note = entry.Text }),
        1 => ("complications", new { entryId = entry.EntryId, kind = "infection-superficial", note = entry.Text }),
        _ => ("addenda", new { entryId = entry.EntryId, text = "seen", note = entry.Text }),
    };

    /// <summary>Somebody was told that it is recorded; told twice, it has to be the same receipt.</summary>
    public void Acknowledge(SentEntry entry, Answer receipt)
    {
        sent[entry.EntryId] = entry;
        var first = receipts.GetOrAdd(entry.EntryId, receipt);
        if (!first.Bytes.AsSpan().SequenceEqual(receipt.Bytes))
            contradictions.Enqueue($"{entry.EntryId} has two receipts: {first.Text} and {receipt.Text}");
        if (first.CaseId != entry.CaseId || first.EntryId != entry.EntryId)
            contradictions.Enqueue($"{entry.EntryId} has the receipt of another: {first.Text}");
    }

    /// <summary>Sends again what is open, until it is acknowledged.</summary>
    public Task SendOpenAsync(Func<string, Person> people) => Parallel.ForEachAsync(Open, AsManyAsWrite, async (entry, _) =>
        await Eventually.BecomesAsync(() => SendAsync(people(entry.By), entry), status => status == 200, $"{entry.EntryId} is acknowledged"));

    /// <summary>Sends again all that was acknowledged: the receipts have to be the first ones, and nothing is recorded for them.</summary>
    public Task SendAllAgainAsync(Func<string, Person> people) => Parallel.ForEachAsync(receipts.Keys, AsManyAsWrite, async (id, _) =>
        Assert.Equal(200, await SendAsync(people(sent[id].By), sent[id])));

    /// <summary>How the store differs from what was acknowledged; empty when it does not.</summary>
    /// <param name="database">It is read past the program.</param>
    public async Task<IReadOnlyList<string>> DifferencesAsync(string database)
    {
        var stored = await StoredAsync(database);
        var entries = stored.ToLookup(one => one.EntryId);
        return
        [
            .. contradictions,
            .. receipts.Where(one => !entries.Contains(one.Key)).Select(one => $"{one.Key} was acknowledged and is lost"),
            .. entries.Where(one => one.Count() > 1).Select(one => $"{one.Key} is there {one.Count()} times"),
            .. stored.Where(one => IsOther(one))
                .Select(one => $"{one.EntryId} is not as it was acknowledged: version {one.Version} of {one.CaseId} by {one.By}"),
            .. stored.GroupBy(one => one.CaseId)
                .Where(one => !one.Select(entry => entry.Version).Order().SequenceEqual(Enumerable.Range(1, one.Count()).Select(at => (long)at)))
                .Select(one => $"the versions of {one.Key} are {string.Join(", ", one.Select(entry => entry.Version).Order())}"),
        ];
    }

    void Took(TimeSpan time)
    {
        for (var before = Interlocked.Read(ref longest); before < time.Ticks;)
            before = Interlocked.CompareExchange(ref longest, time.Ticks, before) is var found && found == before ? time.Ticks : found;
    }

    bool IsOther(StoredEntry stored) => receipts.TryGetValue(stored.EntryId, out var receipt)
        && (receipt.Version, sent[stored.EntryId].CaseId, sent[stored.EntryId].By, sent[stored.EntryId].Text)
            != (stored.Version, stored.CaseId, stored.By, stored.Text);

    /// <summary>All entries of the cases that were sent to.</summary>
    async Task<IReadOnlyList<StoredEntry>> StoredAsync(string database)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select (data->>'entryId')::uuid, stream_id, version, user_name, coalesce(data->>'note', '')
            from periop_events.mt_events where stream_id = any($1)
            """, connection)
        { Parameters = { new() { Value = sent.Values.Select(entry => entry.CaseId).Distinct().ToArray() } } };
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var found = new List<StoredEntry>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            found.Add(new StoredEntry(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4)));
        return found;
    }

    static ParallelOptions AsManyAsWrite => new() { MaxDegreeOfParallelism = Writers.Count, CancellationToken = TestContext.Current.CancellationToken };

    static bool IsNoAnswer(Exception gone) => !TestContext.Current.CancellationToken.IsCancellationRequested
        && gone is HttpRequestException or IOException or SocketException or OperationCanceledException;

    sealed record StoredEntry(Guid EntryId, Guid CaseId, long Version, string By, string Text);
}
