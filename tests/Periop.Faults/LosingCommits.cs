using Periop.Server.Tests;

namespace Periop.Faults;

/// <summary>When a connection breaks: what became of the transaction is not told in either case.</summary>
public enum Breaks
{
    /// <summary>The commit does not arrive.</summary>
    BeforeTheCommit,

    /// <summary>PostgreSQL has committed, and its answer does not arrive.</summary>
    AfterTheCommit,
}

/// <summary>What happens to lines to PostgreSQL: the one over which a marked text goes breaks at the commit of its transaction. Once.</summary>
sealed class LosingCommits(Breaks when)
{
    string? mark;

    /// <summary>The next text that is to break a line.</summary>
    public void Mark(string text) => Volatile.Write(ref mark, text);

    public ITap Tap() => new Connection(this, when);

    /// <summary>One connection to PostgreSQL, as it is heard: what belongs together may come in pieces.</summary>
    sealed class Connection(LosingCommits losing, Breaks when) : ITap
    {
        static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

        readonly Heard client = new(), server = new();
        bool isMarked, isCommitting;

        public bool LetsPass(ReadOnlySpan<byte> sent, bool fromClient)
        {
            if (!fromClient)
                return !(isCommitting && server.Hears(sent, Commit));
            if (!isMarked && Volatile.Read(ref losing.mark) is { } mark && client.Hears(sent, System.Text.Encoding.UTF8.GetBytes(mark)))
            {
                isMarked = true;
                Volatile.Write(ref losing.mark, null);
            }

            if (!isMarked || !client.Hears(sent, Commit))
            {
                client.Keep(sent);
                return true;
            }

            isCommitting = true;
            return when == Breaks.AfterTheCommit;
        }
    }

    /// <summary>The end of what went one way.</summary>
    sealed class Heard
    {
        const int Longest = 128;

        byte[] end = [];

        public bool Hears(ReadOnlySpan<byte> now, ReadOnlySpan<byte> what) => ((ReadOnlySpan<byte>)[.. end, .. now]).IndexOf(what) >= 0;

        public void Keep(ReadOnlySpan<byte> now) => end = [.. ((ReadOnlySpan<byte>)[.. end, .. now])[^Math.Min(Longest, end.Length + now.Length)..]];
    }
}
