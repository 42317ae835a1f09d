using Periop.Domain.Cases;

namespace Periop.Server.Import;

/// <summary>A column that says when something happened.</summary>
/// <param name="Name">As <see cref="ColumnNames"/> has it.</param>
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
}

/// <summary>One filled cell of a file.</summary>
/// <param name="Occurrence">Which of several columns of the same name, from 0: a staged case has two incisions.</param>
public sealed record ImportCell(string Column, int Occurrence, string Text);
