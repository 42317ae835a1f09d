using System.Text;
using System.Text.Json;

namespace Periop.Simulator.Playing;

/// <summary>
/// What the server has acknowledged, noted at once, line by line: whatever happens afterwards to either side, this is what must be found again.
/// </summary>
public sealed class Ledger : IDisposable
{
    readonly Lock gate = new();
    readonly FileStream file;

    /// <summary>Opens the file for adding; an earlier run's lines stay.</summary>
    public Ledger(string path)
    {
        file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        EndTornLine();
    }

    public void Note(LedgerLine line)
    {
        var bytes = (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(line, JsonSerializerOptions.Web), (byte)'\n'];
        lock (gate)
        {
            file.Write(bytes);
            file.Flush();
        }
    }

    /// <summary>The lines of a file, null for one that can't be read: the last words of a run that was killed.</summary>
    public static IEnumerable<LedgerLine?> Read(string path)
    {
        foreach (var text in File.ReadLines(path, Encoding.UTF8))
        {
            LedgerLine? line;
            try
            {
                line = JsonSerializer.Deserialize<LedgerLine>(text, JsonSerializerOptions.Web);
            }
            catch (JsonException)
            {
                line = null;
            }
            yield return line;
        }
    }

    public void Dispose() => file.Dispose();

    void EndTornLine()
    {
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() == '\n')
                return;
            file.WriteByte((byte)'\n');
        }
    }
}
