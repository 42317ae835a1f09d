using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Server.Register;

namespace Periop.Benchmarks.Audit;

/// <summary>What the server does for an event of the register, step by step, without the database.</summary>
static class RegisterProfile
{
    static readonly string[] Parts = ["devices", "facts", "times", "milestones", "findings", "scores", "corrections", "deviations"];

    /// <summary>The first rounds are for warming up; of all, the quickest counts for each step, since others may have the processor meanwhile.</summary>
    const int Rounds = 8;

    public static void Report(IDocumentStore store, OperatedYears years)
    {
        var least = new Dictionary<string, long>();
        for (var round = 1; round <= Rounds; round++)
        {
            var took = new Dictionary<string, long>();
            T Time<T>(string step, Func<T> work)
            {
                var begun = Stopwatch.GetTimestamp();
                var result = work();
                took[step] = took.GetValueOrDefault(step) + Stopwatch.GetTimestamp() - begun;
                return result;
            }

            var (serializer, events, rows) = (store.Options.Serializer(), 0, 0);
            foreach (var story in years.InOrderOfRecording().GroupBy(t => t.CaseId))
            {
                var (soFar, steps) = (default(SurgicalCase), new List<RegisterStep>());
                var (entries, parts) = (new CaseRows(story.Key, null, []), new CaseRows[RegisterRows.OfCase.Count]);
                foreach (var told in story)
                {
                    var text = serializer.ToJson(told.Event);
                    using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
                    var happened = Time("reading JSON", () => (CaseEvent)serializer.FromJson(told.Event.GetType(), bytes));
                    var after = Time("folding", () => SurgicalCase.Evolve(soFar, happened, told.RecordedAt, told.By));
                    Time("entries", () => entries.Next(new EventPosition(events, told.RecordedAt), happened, after));
                    for (var part = 0; part < parts.Length; part++)
                    {
                        parts[part] ??= new CaseRows(told.CaseId, null, [RegisterRows.OfCase[part]]);
                        var own = parts[part];
                        steps.AddRange(Time(Parts[part], () => own.Next(new EventPosition(events, told.RecordedAt), happened, after)));
                    }

                    (soFar, events) = (after, events + 1);
                }

                var changes = Time("comparing", () => RegisterChanges.Of(steps));
                rows += changes.Opened.Count;
                Time("writing JSON", () =>
                {
                    using var json = new Utf8JsonWriter(Stream.Null);
                    json.WriteStartArray();
                    foreach (var opened in changes.Opened)
                    {
                        json.WriteStartObject();
                        RegisterJson.WriteMembers(json, opened.Row);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    return 0;
                });
            }

            foreach (var (step, ticks) in took)
                least[step] = Math.Min(ticks, least.GetValueOrDefault(step, long.MaxValue));
            if (round == Rounds)
                Console.WriteLine("of the server, µs an event: "
                    + string.Join(", ", least.OrderByDescending(t => t.Value).Select(t => string.Create(
                        CultureInfo.InvariantCulture, $"{t.Key} {Stopwatch.GetElapsedTime(0, t.Value).TotalMicroseconds / events:0.0}")))
                    + $"; {(double)rows / events:0.00} rows an event");
        }
    }
}
