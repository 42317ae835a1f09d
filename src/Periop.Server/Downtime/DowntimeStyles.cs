using System.Collections.Concurrent;

namespace Periop.Server.Downtime;

/// <summary>
/// The style sheets of the pages, as the program carries them: a file that is opened without a server can ask for none.
/// </summary>
static class DowntimeStyles
{
    static readonly ConcurrentDictionary<string, string> Sheets = [];

    public static string Of(IEnumerable<string> names) =>
        string.Join('\n', names.Prepend("base").Prepend("tokens").Append("downtime").Select(name => Sheets.GetOrAdd(name, Read)));

    static string Read(string name)
    {
        using var sheet = typeof(DowntimeStyles).Assembly.GetManifestResourceStream($"css/{name}.css")!;
        using var reader = new StreamReader(sheet);
        return reader.ReadToEnd();
    }
}
