using System.Diagnostics.Metrics;

namespace Periop.Server.Board;

/// <summary>How many screens watch boards.</summary>
sealed class ScreenMetrics(IMeterFactory meters)
{
    readonly UpDownCounter<long> screens = meters.Create(Meters.Periop)
        .CreateUpDownCounter<long>("periop.board.screens", "{screen}", "Board screens connected to this server.");

    /// <summary>Counts a screen until it is disposed of.</summary>
    public IDisposable Screen()
    {
        screens.Add(1);
        return new Connected(screens);
    }

    sealed class Connected(UpDownCounter<long> screens) : IDisposable
    {
        public void Dispose() => screens.Add(-1);
    }
}
