using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Hospitals;

/// <summary>A hospital: the tenant of everything it records.</summary>
/// <param name="Id">As in the <c>hospital</c> claim of its people's tokens.</param>
/// <param name="TimeZone">Its IANA time zone; its dates are local dates.</param>
/// <param name="Rooms">Its operating rooms, in the order of its board.</param>
/// <param name="Stops">Which flags stop an entry at a screen until a reason is given.</param>
public sealed record Hospital(string Id, string Name, TimeZoneInfo TimeZone, IReadOnlyList<string> Rooms, IReadOnlySet<string> Stops)
{
    /// <summary>What its board calls a room, where that is not worked out from the room's name.</summary>
    public IReadOnlyDictionary<string, string> RoomLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>When its walls are dark; null: as they are by day.</summary>
    public NightHours? Night { get; init; }

    /// <summary>What its board calls a room.</summary>
    public string LabelOf(string room) => RoomLabels.GetValueOrDefault(room) ?? RoomLabel.Of(room);

    /// <summary>Its days.</summary>
    public LocalDays Days => new(TimeZone);

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => Days.DateOf(instant);

    /// <summary>When a local date begins, in UTC.</summary>
    public DateTimeOffset BeginOf(DateOnly date) => Days.BeginOf(date);
}

/// <summary>The hospitals of the configuration section <c>Hospitals</c>.</summary>
public sealed class HospitalDirectory
{
    readonly Dictionary<string, Hospital> hospitals;

    public HospitalDirectory(IConfiguration configuration, RuleBook rules) =>
        hospitals = configuration.GetSection("Hospitals").GetChildren().Select(section => Read(section, rules)).ToDictionary(h => h.Id);

    public IReadOnlyCollection<Hospital> All => hospitals.Values;

    public Hospital this[string id] => hospitals[id];

    public bool Knows(string? id) => id is not null && hospitals.ContainsKey(id);

    static Hospital Read(IConfigurationSection section, RuleBook rules)
    {
        var zone = section["TimeZone"] ?? throw new StartRefusedException($"Hospitals:{section.Key}:TimeZone is missing.");
        var stops = section.GetSection("Stops").Get<string[]>();
        if (stops?.Except(rules.Flags.Select(r => r.Code)).FirstOrDefault() is { } unknown)
            throw new StartRefusedException($"Hospitals:{section.Key}:Stops names {unknown}, which is no flag.");
        return new Hospital(section.Key, section["Name"] ?? section.Key, Zone(section.Key, zone), Rooms(section), stops?.ToHashSet() ?? rules.DefaultStops)
        {
            RoomLabels = section.GetSection("RoomLabels").AsEnumerable(makePathsRelative: true).Where(label => label.Value is not null)
                .ToDictionary(label => Label.Read(label.Key)?.Value ?? label.Key, label => label.Value!, StringComparer.OrdinalIgnoreCase),
            Night = section["Night"] is not { } night ? null : NightHours.Read(night)
                ?? throw new StartRefusedException($"Hospitals:{section.Key}:Night is {night}; it must be {NightHours.Rule}."),
        };
    }

    /// <summary>As entries name them.</summary>
    static string[] Rooms(IConfigurationSection hospital) =>
    [
        .. from room in hospital.GetSection("Rooms").Get<string[]>() ?? []
           select Label.Read(room)?.Value ?? throw new StartRefusedException($"Hospitals:{hospital.Key}:Rooms names \"{room}\"; a room must be {Label.Rule}."),
    ];

    static TimeZoneInfo Zone(string hospital, string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone
            : throw new StartRefusedException($"Hospitals:{hospital}:TimeZone is {id}, which is no IANA time zone of this machine.");
}
