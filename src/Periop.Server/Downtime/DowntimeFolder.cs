using System.Text;

namespace Periop.Server.Downtime;

/// <summary>
/// The files of one hospital, which whoever opens the folder reads without a server. A file is there whole or not at all, and only for the
/// user that the server runs as.
/// </summary>
/// <param name="parent">The folder that has one of these for each hospital.</param>
sealed class DowntimeFolder(string parent, string hospital)
{
    const string Unfinished = ".unfinished";

    const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>An id may be anything that a token can say: what is no name of a folder is written as an address writes it.</summary>
    public string Path { get; } = System.IO.Path.Combine(parent, Uri.EscapeDataString(hospital).Replace(".", "%2E", StringComparison.Ordinal));

    /// <summary>Puts files in the place of those before, in their order, and removes what is not among them.</summary>
    public async Task KeepAsync(IReadOnlyList<(string Name, string Page)> files, CancellationToken cancellation)
    {
        CreatePrivate(parent);
        CreatePrivate(Path);
        foreach (var (name, page) in files)
            await ReplaceAsync(System.IO.Path.Combine(Path, name), page, cancellation);
        var kept = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var old in Directory.EnumerateFiles(Path).Where(IsOurs).Where(file => !kept.Contains(System.IO.Path.GetFileName(file))).ToArray())
            File.Delete(old);
    }

    static async Task ReplaceAsync(string file, string page, CancellationToken cancellation)
    {
        var unfinished = file + Unfinished;
        File.Delete(unfinished);        // of a server that was killed: its permissions are not to be trusted
        await using (var stream = new FileStream(unfinished, Options()))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(page), cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file, overwrite: true);
    }

    static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnFile;
        return options;
    }

    static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(folder, OwnFolder);
            File.SetUnixFileMode(folder, OwnFolder);
        }
    }

    /// <summary>Nothing that somebody else has put there is removed.</summary>
    static bool IsOurs(string file) => System.IO.Path.GetExtension(file) is ".html" or Unfinished;
}
