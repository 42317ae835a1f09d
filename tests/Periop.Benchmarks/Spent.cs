using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace Periop.Benchmarks;

/// <summary>What this process has spent, whatever else runs on the machine.</summary>
/// <param name="Compiling">Spent on compiling methods, which goes on for minutes after a start.</param>
sealed record Spent(TimeSpan Processor, TimeSpan Paused, TimeSpan Compiling, long Bytes, int Collections)
{
    public static Spent SoFar() => new(
        Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalPauseDuration(), JitInfo.GetCompilationTime(), GC.GetTotalAllocatedBytes(),
        GC.CollectionCount(0));

    /// <returns>What was spent on one of so many, in words.</returns>
    public string Since(Spent begun, long count) => string.Create(CultureInfo.InvariantCulture,
        $"{(Processor - begun.Processor).TotalMilliseconds / count:0.000} ms of processor, {(Paused - begun.Paused).TotalMilliseconds / count:0.000} ms paused "
        + $"by {(double)(Collections - begun.Collections) / count:0.0000} collections, {(Compiling - begun.Compiling).TotalMilliseconds / count:0.000} ms "
        + $"compiling, {(Bytes - begun.Bytes) / 1000.0 / count:0.0} kB");
}
