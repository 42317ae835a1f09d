using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Periop.Server.Tests.Operating;

/// <summary>
/// What the unit starts, started as systemd would: its command, in its folder, with its environment alone, its credentials in a folder of theirs, as a
/// user who owns nothing. What systemd keeps away from it besides is not to be had without systemd.
/// </summary>
sealed class UnitProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    const string Installed = "/opt/periop";

    readonly Process process;
    readonly StringBuilder said = new();

    UnitProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Of the server: the process that was started is its parent.</summary>
    public int Id => int.Parse(
        File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Trim(), System.Globalization.CultureInfo.InvariantCulture);

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>Starts the server and waits until it says to its supervisor that it is ready.</summary>
    /// <param name="program">Where the program is instead of <c>/opt/periop</c>.</param>
    public static async Task<UnitProcess> StartAsync(
        string program, string folder, IReadOnlyDictionary<string, string> credentials, IReadOnlyDictionary<string, string> settings)
    {
        Assert.Equal("notify", UnitFile.Read()["Type"]);
        var address = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.notify");      // its length is limited
        using var supervisor = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        supervisor.Bind(new UnixDomainSocketEndPoint(address));
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(address, (UnixFileMode)0b110_110_110);
        var server = new UnitProcess(Launch(program, folder, credentials, new Dictionary<string, string>(settings) { ["NOTIFY_SOCKET"] = address }, []));
        var told = new byte[256];
        using var waiting = new CancellationTokenSource(Patience);
        var ready = supervisor.ReceiveAsync(told, waiting.Token).AsTask();
        if (await Task.WhenAny(ready, server.process.WaitForExitAsync(waiting.Token)) != ready || !ready.IsCompletedSuccessfully)
        {
            await server.DisposeAsync();
            Assert.Fail($"It did not say that it is ready.\n{server.Said}");
        }

        File.Delete(address);
        Assert.Contains("READY=1", Encoding.UTF8.GetString(told.AsSpan(0, await ready)), StringComparison.Ordinal);
        return server;
    }

    /// <summary>Runs a verb of the same program to its end, by the same means.</summary>
    public static async Task<(int ExitCode, string Printed)> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string> credentials, IReadOnlyDictionary<string, string> settings, params string[] verb)
    {
        await using var run = new UnitProcess(Launch(program, folder, credentials, settings, verb));
        await run.process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (run.process.ExitCode, run.Said);
    }

    /// <summary>Asks it to end, as systemd does; answers the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await Processes.SignalAsync("TERM", Id);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync() => process.EndAsync();

    static Process Launch(
        string program, string folder, IReadOnlyDictionary<string, string> credentials, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var unit = UnitFile.Read();
        var given = Path.Combine(folder, $"{Guid.NewGuid():n}.credentials");
        Directory.CreateDirectory(given);
        foreach (var (name, _) in unit.Credentials)
            File.WriteAllText(Path.Combine(given, name), credentials[name]);
        // its parent is called as systemd is: by that a service knows that it is one
        var parent = Path.Combine(given, "systemd");
        File.CreateSymbolicLink(parent, "/bin/sh");
        var start = new ProcessStartInfo(parent, ["-c", "\"$@\"; exit $?", "unit", .. AsNobody(given)])
        {
            WorkingDirectory = unit["WorkingDirectory"].Replace(Installed, program, StringComparison.Ordinal),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in unit["ExecStart"].Split(' ').Select(part => part.Replace(Installed, program, StringComparison.Ordinal)).Concat(arguments))
            start.ArgumentList.Add(argument);
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["CREDENTIALS_DIRECTORY"] = given;
        foreach (var (name, value) in unit.Environment(given))
            start.Environment[name] = value;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>What stands before the command so that it is run by somebody who may nothing; where these tests are not root, that is who runs them.</summary>
    static IEnumerable<string> AsNobody(string credentials)
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        using (var give = Process.Start("chown", ["-R", "-h", "nobody", credentials]))
            give.WaitForExit();
        using (var close = Process.Start("chmod", ["-R", "u=rX,go=", credentials]))
            close.WaitForExit();
        return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs"];
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (said)
            said.AppendLine(line.Data);
    }
}
