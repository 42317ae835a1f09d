using System.Diagnostics;
using OpenTelemetry;

namespace Periop.Server.Operations.Telemetry;

/// <summary>Takes out of spans what could name a case or a person: paths carry case ids, queries carry patients' and surgeons' references.</summary>
sealed class PrivateSpans : BaseProcessor<Activity>
{
    static readonly string[] Telling = ["url.path", "url.query", "url.full", "client.address", "user_agent.original"];

    public override void OnEnd(Activity data)
    {
        foreach (var name in Telling)
            data.SetTag(name, null);
    }
}
