using System.Diagnostics;
using Periop.EmbeddedPostgres.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(ReadyMadeData))]

namespace Periop.EmbeddedPostgres.Tests;

/// <summary>initdb takes most of a test's time: where a test is not about the first start, it gets a copy of data made once.</summary>
public sealed class ReadyMadeData : IDisposable
{
    readonly Lazy<Task<StateForTest>> original = new(MakeAsync);

    internal async Task CopyToAsync(StateForTest state)
    {
        var from = await original.Value;
        using var copy = Process.Start(new ProcessStartInfo("cp", ["-a", from.Root, state.Root]) { UseShellExecute = false })!;
        await copy.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, copy.ExitCode);
        File.Delete(Path.Combine(state.Root, "port"));   // or all copies would want the same one
    }

    public void Dispose()
    {
        if (original.IsValueCreated && original.Value.IsCompletedSuccessfully) original.Value.Result.Dispose();
    }

    static async Task<StateForTest> MakeAsync()
    {
        var state = new StateForTest();
        await using (await PrivatePostgres.StartAsync(state.Options))
        {
        }
        await state.IsDownAsync();
        return state;
    }
}
