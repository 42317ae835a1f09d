using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Shell;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How the record is kept, in words.</summary>
static class RecordKeepingWords
{
    /// <summary>As the middle of a sentence has it: milestones recorded within 5 minutes.</summary>
    public static string Within(RecordKeepingDefinition definition) => char.ToLowerInvariant(definition.Title[0]) + definition.Title[1..];

    /// <summary>What is counted of a metric, and in which order.</summary>
    public static IReadOnlyList<RecordedHow> HowsOf(RecordKeepingMetric metric) => metric is RecordKeepingMetric.PromptRecording
        ? [RecordedHow.Prompt, RecordedHow.Delayed, RecordedHow.Late, RecordedHow.Unknown, RecordedHow.NotRecorded]
        : [RecordedHow.Overridden, RecordedHow.RecordedAfterStop, RecordedHow.NotStopped];

    public static string Of(RecordedHow how) => how switch
    {
        RecordedHow.Prompt => "Within 5 min",
        RecordedHow.Delayed => "5 to 20 min",
        RecordedHow.Late => "Later",
        RecordedHow.Unknown => "From a file or notes",
        RecordedHow.NotRecorded => "Not recorded",
        RecordedHow.Overridden => "Overridden",
        RecordedHow.RecordedAfterStop => "Recorded after the stop",
        _ => "Not stopped",
    };

    /// <summary>2 of 3.</summary>
    public static string Of(RecordedShare share) => $"{NumberWords.Count(share.Numerator)} of {NumberWords.Count(share.Denominator)}";
}
