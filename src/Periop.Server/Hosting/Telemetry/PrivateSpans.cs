using System.Diagnostics;
using OpenTelemetry;

namespace Periop.Server.Hosting.Telemetry;

/// <summary>Takes out of spans what could name a case or a person: paths carry case ids, queries carry patients' and surgeons' references.</summary>
sealed class PrivateSpans : BaseProcessor<Activity>
{
    static readonly string[] Telling = ["url.path", "url.query", "url.full", "client.address", "user_agent.original"];

    /// <summary>Lets spans say what kind of exception there was, and where; not its text, which may quote a case or a value.</summary>
    public static readonly ActivityListener WithoutTexts = new()
    {
        ShouldListenTo = source => source.Name is "Wolverine" or "Marten" or "Npgsql",
        ExceptionRecorder = (Activity _, Exception exception, ref TagList tags) =>
        {
            tags.Add("exception.message", "(in the log)");
            tags.Add("exception.stacktrace", exception.StackTrace);
        },
    };

    public override void OnEnd(Activity data)
    {
        foreach (var name in Telling)
            data.SetTag(name, null);
        if (data.Status is ActivityStatusCode.Error && data.StatusDescription is not null)
            data.SetStatus(ActivityStatusCode.Error);
    }
}
