using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Import;

/// <summary>A column that says when something happened.</summary>
/// <param name="Name">As in the file's first line.</param>
/// <param name="Command">The command that a time in this column stands for.</param>
sealed record ImportColumn(string Name, Func<CaseCommand> Command)
{
    public static readonly IReadOnlyList<ImportColumn> Times =
    [
        new("roomIn", () => new EnterRoom()),
        new("anesthesiaStart", () => new StartAnesthesia()),
        new("anesthesiaReady", () => new AnesthetizePatient()),
        new("incision", () => new MakeIncision()),
        new("closure", () => new CloseWound()),
        new("anesthesiaEnd", () => new EndAnesthesia()),
        new("roomOut", () => new LeaveRoom()),
        new("discharge", () => new DischargePatient()),
        new("death", () => new RecordDeath()),
        new("lastSeenAlive", () => new RecordFollowUp(Alive: true)),
    ];

    /// <summary>The columns that together schedule the case.</summary>
    public static readonly IReadOnlyList<string> Plan =
        ["patientRef", "room", "service", "procedure", "surgeon", "asaClass", "priority", "scheduledStart", "scheduledMinutes"];

    public const string CaseNumber = "caseNumber";

    /// <summary>Columns of risk factors begin with this.</summary>
    public const string Risk = "risk.";

    public static bool IsKnown(string name) =>
        name == CaseNumber || Plan.Contains(name) || Times.Any(c => c.Name == name)
        || (name.StartsWith(Risk, StringComparison.Ordinal) && Reference.Read(name[Risk.Length..]) is not null);
}

/// <summary>One filled cell of a file.</summary>
/// <param name="Occurrence">Which of several columns of the same name, from 0: a staged case has two incisions.</param>
public sealed record ImportCell(string Column, int Occurrence, string Text);
