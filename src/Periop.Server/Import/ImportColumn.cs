using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Import;

/// <summary>A column that says when something happened.</summary>
/// <param name="Name">As in the file's first line.</param>
/// <param name="Command">The command that a time in this column stands for.</param>
/// <param name="Event">What it records.</param>
sealed record ImportColumn(string Name, Func<CaseCommand> Command, Type Event)
{
    public static readonly IReadOnlyList<ImportColumn> Times =
    [
        new("roomIn", () => new EnterRoom(), typeof(PatientEnteredRoom)),
        new("anesthesiaStart", () => new StartAnesthesia(), typeof(AnesthesiaStarted)),
        new("anesthesiaReady", () => new AnesthetizePatient(), typeof(PatientAnesthetized)),
        new("incision", () => new MakeIncision(), typeof(IncisionMade)),
        new("closure", () => new CloseWound(), typeof(WoundClosed)),
        new("anesthesiaEnd", () => new EndAnesthesia(), typeof(AnesthesiaEnded)),
        new("roomOut", () => new LeaveRoom(), typeof(PatientLeftRoom)),
        new("discharge", () => new DischargePatient(), typeof(PatientDischarged)),
        new("death", () => new RecordDeath(), typeof(PatientDied)),
        new("lastSeenAlive", () => new RecordFollowUp(Alive: true), typeof(FollowUpRecorded)),
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
