using System.ComponentModel;
using System.Diagnostics;

namespace Periop.EmbeddedPostgres;

/// <summary>Runs a program to its end, without input and with a time limit.</summary>
static class Command
{
    const int NotFound = 2;   // ENOENT, and the same on Windows

    static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(3);

    /// <summary>Its standard output; an exception with everything it said if it fails.</summary>
    public static async Task<string> RunAsync(
        IReadOnlyList<string> command, string? workingFolder = null, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        var (exitCode, output, error) = await ExecuteAsync(command, workingFolder, limit ?? UsualLimit, cancellation);
        return exitCode == 0 ? output
            : throw new InvalidOperationException($"{Path.GetFileName(command[0])} failed with exit code {exitCode}: {(output + error).Trim()}");
    }

    /// <summary>Whether it ends well, for programs that answer a question by their exit code.</summary>
    public static async Task<bool> SucceedsAsync(IReadOnlyList<string> command, CancellationToken cancellation = default) =>
        (await ExecuteAsync(command, workingFolder: null, UsualLimit, cancellation)).ExitCode == 0;

    public static string? InPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    static async Task<(int ExitCode, string Output, string Error)> ExecuteAsync(
        IReadOnlyList<string> command, string? workingFolder, TimeSpan limit, CancellationToken cancellation)
    {
        using var process = Start(command, workingFolder);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ending.Token);
            var error = process.StandardError.ReadToEndAsync(ending.Token);
            await Task.WhenAll(output, error, process.WaitForExitAsync(ending.Token));
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException($"{Path.GetFileName(command[0])} did not finish within {limit.TotalSeconds:0} s.", exception);
        }
    }

    static Process Start(IReadOnlyList<string> command, string? workingFolder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingFolder ?? "",
        };
        // PGDATA, PGPORT, PGOPTIONS … of the caller mean another server
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";   // messages are matched, and a locale may be missing
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException(
                exception.NativeErrorCode == NotFound ? $"{command[0]} is not installed" : $"{command[0]} cannot be run: {exception.Message}", exception);
        }
    }
}
