using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;

namespace Periop.Domain.Tests;

/// <summary>
/// A case told command by command. What is given (<see cref="At(string, CaseCommand)"/>) is recorded without stops; what is asked
/// (<see cref="When"/>) meets the hospital's stops. Times are of one day in March 2026, those of later days begin with "+days ".
/// </summary>
public sealed record CaseStory(SurgicalCase Case)
{
    static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(1));
    static readonly IReadOnlySet<string> NoStops = new HashSet<string>();

    /// <summary>What cases are judged by.</summary>
    public static RuleBook Rules => ProcedureFamilies.Shipped.Rules;

    public IReadOnlySet<string> Stops { get; init; } = Rules.DefaultStops;

    /// <summary>The rooms of the hospital; none when it has named none.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    /// <summary>Who records.</summary>
    public string Recorder { get; init; } = "nurse-7";

    /// <summary>All flags of the case.</summary>
    public IReadOnlyList<Flag> Flags
    {
        get
        {
            var flags = CaseFlags.Of(Case, Rules);
            Looks.Note(flags.Select(f => f.Code));
            Assert.Equal(flags.Select(Expect.Text), EntryByEntry().Select(Expect.Text));
            return flags;
        }
    }

    /// <summary>The same flags, with each entry worked out from those before it.</summary>
    IReadOnlyList<Flag> EntryByEntry()
    {
        var (soFar, flags) = (default(SurgicalCase), default(IReadOnlyList<Flag>));
        foreach (var entry in Case.InOrderOfRecording())
        {
            var after = SurgicalCase.Evolve(soFar, entry.Event, entry.RecordedAt, entry.RecordedBy);
            flags = soFar is null ? CaseFlags.Of(after, Rules) : CaseFlags.After(soFar, entry.Event, after, Rules);
            soFar = after;
        }

        return flags!;
    }

    public IEnumerable<string> Codes => Flags.Select(f => f.Code);

    public SurvivingEntries Entries => Case.Surviving();

    public Entry this[Guid entryId] => Case.Entries[entryId];

    public static CaseStory Scheduled(ScheduleCase? plan = null) =>
        new(Expect.Recorded(Ask(null, "06:00", plan ?? new ScheduleCase(new Label("2026-0117")), NoStops)).Case);

    /// <summary>A case without a room yet, in a hospital that has these.</summary>
    public static CaseStory InHospitalWith(params string[] rooms) => Scheduled() with { Rooms = rooms };

    public static DateTimeOffset Time(string time)
    {
        var parts = time.Split(' ');
        return Day.AddDays(parts.Length == 2 ? int.Parse(parts[0]) : 0) + TimeSpan.Parse(parts[^1]);
    }

    public CaseStory At(string now, CaseCommand command) => At(now, command, out _);

    public CaseStory At(string now, CaseCommand command, out Guid entryId)
    {
        var recorded = Expect.Recorded(Ask(Case, now, command, NoStops, by: Recorder, rooms: Rooms));
        entryId = recorded.Receipt.EntryId;
        return this with { Case = recorded.Case };
    }

    /// <summary>The same case, with someone else at the screen.</summary>
    public CaseStory By(string recorder) => this with { Recorder = recorder };

    /// <param name="waited">How many seconds the command waited in a queue, if it did.</param>
    public CommandResult When(string now, CaseCommand command, long? ifMatch = null, int? waited = null) =>
        Ask(Case, now, command, Stops, ifMatch, Recorder, waited);

    /// <summary>What a command comes to. The content is the command's text, so that the same command sent again is a repeat.</summary>
    public static CommandResult Ask(
        SurgicalCase? soFar, string now, CaseCommand command, IReadOnlySet<string> stops, long? ifMatch = null, string by = "nurse-7", int? waited = null,
        IReadOnlyList<string>? rooms = null) =>
        Recording.Record(soFar, command, new Circumstances(
            command.EntryId ?? Id((int)(soFar?.Version ?? 0) + 1), (command with { EntryId = null }).ToString(), by, Time(now), ifMatch, stops, Rules)
        { Waited = waited, Rooms = rooms ?? [] });

    /// <summary>An entry id, the same for the same number.</summary>
    public static Guid Id(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
