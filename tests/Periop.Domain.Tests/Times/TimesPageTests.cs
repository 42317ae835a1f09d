using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Periop.Domain.Text;
using Periop.Domain.Times.Metrics;
using Periop.Domain.Times.RecordKeeping;

namespace Periop.Domain.Tests.Times;

public sealed class TimesPageTests
{
    const string Introduction =
        """
        # Times, and how the record is kept

        How operating rooms are used, and how well that is recorded: each figure under a definition with a name, a version and a source. Made from the
        definitions in `src/Periop.Domain/Times` and compared with them by a test: delete this file and run the tests to have it written anew. How
        outcomes are counted is in [audit.md](audit.md).

        - A version never changes. What others measure otherwise is another definition; the *usual* one answers when none is named
          (`&definition=`, `&version=`). Every answer states the definition with its parameters, and the `asOf` for which it is the same to the byte.
        - Days, hours and months are the hospital's. A case belongs to the local day of its room entry, without one to that of its planned start; a
          first case to the day for which it was scheduled.
        - The plan is the one in force when the patient came into the room: one that was moved with the delay would make every start punctual.
        - A milestone that a case has once and that is recorded twice is answered by the entry recorded first, and said to be `recorded twice`.
        - Each measurement carries the class of the worst of its times: `prompt` (recorded within 5 minutes), `delayed` (20), `late`, or `unknown`, told by a
          file or by notes of a downtime.


        """;

    const string NotMeasured =
        """
        ## What is not computable

        A time that is missing or out of order is never nought and never negative: its case is in no numerator and no denominator, and stands in
        `notMeasured` with the reason. The reasons are words that stay the same:

        | reason | of |
        |---|---|
        | `cancelled` | every metric: called off before the patient came |
        | `of no day` | durations and schedule accuracy: neither a room entry nor a planned start |
        | `<milestone> is not recorded` | every metric |
        | `<milestone> is before <milestone>` | every duration |
        | `known-to-the-day` | every duration, and a start: a file told the date alone |
        | `no start was planned`, `no room was planned`, `its priority is <word>` | on-time starts |
        | `not the first case of its room and day`, `scheduled outside <from> to <until>` | on-time starts |
        | `the first of its room and day`, `the same patient came back`, `not scheduled one after the other`, `longer than <n> minutes` | turnover |
        | `the room is not known`, `on a day that is not staffed` | turnover and utilisation; utilisation |
        | `no minutes were planned` | schedule accuracy |


        """;

    const string Keeping =
        """
        ## How the record is kept

        `GET /api/audit/record-keeping?metric=`, for the quality team: a share for each milestone or stop, with its Wilson interval, by group. Filters,
        groups and `asOf` are those of rates. Every count leads to its entries (`explain`, and `&how=` for those behind one).

        share = numerator / denominator, `null` for 0 of 0. `how` counts all that was found, also what is in neither.

        A time can be late from the patient coming into the room to leaving it: of every milestone in between the register keeps the time that counts, and
        how soon it was recorded. What a stop asked for and never got is not recorded anywhere. Of several versions of a definition the newest answers
        when none is named.


        """;

    static readonly (Metric Metric, string Formula)[] Formulas =
    [
        (Metric.OnTimeStart, "The first case of each room and local day, by planned start; of two planned for the same moment, the one whose patient came "
            + "first. A start is on time when start - planned start <= `graceSeconds`. Share = on time / first cases measured; `minutes` are start - "
            + "planned start."),
        (Metric.Turnover, "Next room entry - prior room exit, same room and local day, in the order in which the patients came, both scheduled and in that "
            + "order, up to `capMinutes`. Mean = minutes / turnovers."),
        (Metric.Utilisation, "Of each room and day on which a patient was in it: minutes in which one was, two at once counted once, `insideAlone` only within "
            + "`from` to `to`, with gaps of at most `turnoverCreditMinutes` credited. Share = those minutes / (`to` - `from`), over room days."),
        (Metric.CutToClose, "Last closure, or dressing, as `until` says - first incision. Mean = minutes / cases."),
        (Metric.ScheduleAccuracy, "Difference = (room exit - room entry) - planned minutes. `signed`: its mean; `absolute`: the mean without its sign; "
            + "`within`: the share of cases whose difference without sign is at most `toleranceMinutes`, or `tolerancePercent` of the planned minutes; "
            + "`middle`: its median."),
    ];

    static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    [Fact]
    public void The_page_about_times_is_that_of_the_definitions()
    {
        var page = new StringBuilder(Introduction).Append("## How rooms are used\n\n`GET /api/audit/times?metric=`, for the quality team and schedulers.\n\n");
        foreach (var (metric, formula) in Formulas)
        {
            page.Append(CultureInfo.InvariantCulture, $"### {Vocabulary.WordFor(metric)}\n\n{formula}\n\n");
            page.Append("| definition | version | what | parameters | source |\n|---|---|---|---|---|\n");
            foreach (var definition in MetricDefinition.All.Where(d => d.Metric == metric))
                page.Append(CultureInfo.InvariantCulture, $"| `{definition.Id}`{Usual(definition.IsUsual)} | {definition.Version} | {definition.Title} ")
                    .Append(CultureInfo.InvariantCulture, $"| {ParametersOf(definition)} | {definition.Source} |\n");
            page.Append('\n');
        }

        page.Append(NotMeasured).Append(Keeping);
        foreach (var metric in Enum.GetValues<RecordKeepingMetric>())
        {
            page.Append(CultureInfo.InvariantCulture, $"### {Vocabulary.WordFor(metric)}\n");
            foreach (var definition in RecordKeepingDefinition.All.Where(d => d.Metric == metric))
                page.Append(CultureInfo.InvariantCulture, $"""

                    **`{definition.Id}`, version {definition.Version}{Usual(definition.IsUsual)}: {definition.Title}.** {definition.About}

                    - of: {Listed(definition.Of)}
                    - numerator: {Listed(definition.Numerator.Select(Vocabulary.WordFor))}
                    - denominator: {Listed(definition.Denominator.Select(Vocabulary.WordFor))}
                    - source: {definition.Source}

                    """);
            page.Append('\n');
        }

        var made = page.ToString().TrimEnd() + "\n";
        Assert.Equal(made, KeptFile.Read(Path.Combine(Repository.Root, "docs", "times.md"), made));
    }

    [Fact]
    public void Every_metric_has_its_formula() => Assert.Equal(Enum.GetValues<Metric>(), Formulas.Select(f => f.Metric));

    static string Usual(bool isUsual) => isUsual ? ", usual" : "";

    static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"`{w}`"));

    static string ParametersOf(MetricDefinition definition) => string.Join("; ",
        from parameter in JsonSerializer.SerializeToNode(definition, definition.GetType(), Words)!.AsObject()
        where parameter.Key is not ("id" or "version" or "title" or "source" or "isUsual")
        let value = parameter.Value is JsonArray list ? string.Join(", ", list) : $"{parameter.Value}"
        where value.Length > 0
        select $"`{parameter.Key}` {value}");
}
