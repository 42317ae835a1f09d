using Periop.Server.Access;
using Periop.Server.Hospitals;

namespace Periop.Server.Cases.Table;

/// <summary>Who is signed in here.</summary>
sealed record SittingQuestion() : Question("sitting");

/// <summary>Who is signed in here, and where: for a page that a device keeps without either.</summary>
/// <param name="Subject">As the record names the person.</param>
/// <param name="TimeZone">The IANA time zone in which its times are said.</param>
/// <param name="Rooms">The operating rooms, in the order of the board.</param>
/// <param name="ClockFactor">How many seconds of the server's clock pass in a real one: 1, unless it is simulated.</param>
/// <param name="Release">Of the form that cases are recorded with: a device that keeps another one has an old one.</param>
/// <param name="Development">Whether those who sign in are no real people.</param>
sealed record SittingView(
    string Subject, string Hospital, string HospitalName, string TimeZone, IReadOnlyList<string> Roles, IReadOnlyList<SittingRoom> Rooms,
    double ClockFactor, string Release, bool Development);

/// <summary>An operating room, and what it is called on a wall.</summary>
sealed record SittingRoom(string Room, string Label);

/// <summary>Who is signed in, for whoever asks it of themselves.</summary>
sealed class SittingQuery(Asking asking, HospitalDirectory hospitals, CaseForm form, TimeProvider clock, IHostEnvironment environment)
{
    public static readonly string[] Roles = Role.CaseReaders;

    public Task<Answer<SittingView>> AskAsync(Caller caller) => asking.AskAsync(
        caller, new SittingQuestion(), Roles, () => Task.FromResult<Answer<SittingView>>(Of(caller, hospitals[caller.Hospital])), _ => Disclosure.One);

    SittingView Of(Caller caller, Hospital hospital) => new(
        caller.Subject, hospital.Id, hospital.Name, hospital.TimeZone.Id, [.. caller.Roles.Order(StringComparer.Ordinal)],
        [.. hospital.Rooms.Select(room => new SittingRoom(room, hospital.LabelOf(room)))],
        clock is ISimulated { Factor: var factor } ? factor : 1, form.Release, environment.IsDevelopment());
}
