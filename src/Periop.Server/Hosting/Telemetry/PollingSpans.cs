using System.Diagnostics;
using OpenTelemetry;

namespace Periop.Server.Hosting.Telemetry;

/// <summary>
/// Leaves out what happens ten times a second with nothing behind it: the search for new events, and statements that no request and
/// no message asked for. Their counts are in the metrics.
/// </summary>
sealed class PollingSpans : BaseProcessor<Activity>
{
    const string Search = "marten.daemon.highwatermark";

    public override void OnEnd(Activity data)
    {
        if (data.OperationName == Search || data.Parent?.OperationName == Search || (data.Source.Name == "Npgsql" && data.ParentId is null))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
