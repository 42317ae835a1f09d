using System.Diagnostics;
using Periop.Server.Tests.Operating;
using Xunit;

namespace Periop.Operating.Tests;

/// <summary>
/// A machine at which somebody follows the guide: its own <c>/etc</c>, a shell, and systemd as far as that is to be had: what is enabled is started as
/// the unit says that was installed.
/// </summary>
sealed class Machine : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly string folder, programs;
    UnitProcess? server;

    /// <param name="folder">What is its own.</param>
    /// <param name="psql">The folder that has <c>psql</c>.</param>
    public Machine(string folder, string psql)
    {
        this.folder = folder;
        programs = Directory.CreateDirectory(Path.Combine(folder, "bin")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "etc", "systemd", "system"));
        File.CreateSymbolicLink(Path.Combine(folder, "deploy"), Path.Combine(Repository.Root, "deploy"));
        var systemctl = Path.Combine(programs, "systemctl");
        File.WriteAllText(systemctl, $"#!/bin/sh\necho \"$@\" >> {Path.Combine(folder, "systemctl")}\n");
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(systemctl, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Environment["PATH"] = $"{programs}:{psql}:{System.Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>What is so at this machine for whoever works at it.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Where it has what the guide has in <c>/etc</c>.</summary>
    public string Etc => Path.Combine(folder, "etc");

    public string Said => server?.Said ?? "";

    /// <summary>Runs commands where <c>deploy</c> is, and types what they ask for; answers what they said.</summary>
    public async Task<string> RunAsync(string commands, params string[] typed)
    {
        // without a terminal, what asks for a password reads it from where we type
        var start = new ProcessStartInfo("setsid", ["--wait", "bash", "-euo", "pipefail", "-c", commands])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        try
        {
            await shell.StandardInput.WriteAsync(string.Concat(typed.Select(line => line + "\n")));
            shell.StandardInput.Close();
            var said = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var complained = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(shell.ExitCode == 0, $"{commands}\n{await said}\n{complained}\n{Said}");
            return await said;
        }
        finally
        {
            if (!shell.HasExited)
                shell.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Changes settings in the file of settings, as with an editor.</summary>
    public void Set(params (string Setting, string Value)[] settings)
    {
        var file = Path.Combine(Etc, "periop", "periop.env");
        var lines = File.ReadAllLines(file).ToList();
        foreach (var (setting, value) in settings)
        {
            lines.RemoveAll(line => line.StartsWith($"{setting}=", StringComparison.Ordinal));
            lines.Add($"{setting}={value}");
        }

        File.WriteAllLines(file, lines);
    }

    /// <summary>Starts what was enabled.</summary>
    /// <param name="program">Where the program is instead of <c>/opt/periop</c>.</param>
    public async Task StartEnabledAsync(string program)
    {
        Assert.Contains("enable --now periop", await File.ReadAllLinesAsync(Path.Combine(folder, "systemctl"), TestContext.Current.CancellationToken));
        Assert.Equal(
            await File.ReadAllTextAsync(UnitFile.Path, TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(Path.Combine(Etc, "systemd", "system", "periop.service"), TestContext.Current.CancellationToken));
        var unit = UnitFile.Read();
        server = await UnitProcess.StartAsync(
            program, folder, unit.Credentials.ToDictionary(credential => credential.Name, credential => File.ReadAllText(Own(credential.File))),
            UnitFile.ReadEnvironment(Own(unit["EnvironmentFile"])));
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    string Own(string path) => path.Replace("/etc", Etc, StringComparison.Ordinal);
}
