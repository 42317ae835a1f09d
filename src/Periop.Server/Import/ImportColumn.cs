using Periop.Domain.Cases;

namespace Periop.Server.Import;

/// <summary>A column that says when something happened.</summary>
/// <param name="Name">As <see cref="ColumnNames"/> has it.</param>
/// <param name="Command">The command that a time in this column stands for.</param>
/// <param name="Event">What it records.</param>
/// <param name="PerCase">How often a case has it.</param>
sealed record ImportColumn(string Name, Func<CaseCommand> Command, Type Event, PerCase PerCase)
{
    public const string Cancelled = "cancelled";

    /// <summary>The word for a calling off that a file gives no reason for.</summary>
    public const string NotStated = "not-stated";

    public static readonly IReadOnlyList<ImportColumn> Times =
    [
        new("roomIn", () => new EnterRoom(), typeof(PatientEnteredRoom), PerCase.Several),
        new("anesthesiaStart", () => new StartAnesthesia(), typeof(AnesthesiaStarted), PerCase.Once),
        new("anesthesiaReady", () => new AnesthetizePatient(), typeof(PatientAnesthetized), PerCase.Once),
        new("incision", () => new MakeIncision(), typeof(IncisionMade), PerCase.Several),
        new("closure", () => new CloseWound(), typeof(WoundClosed), PerCase.Several),
        new("anesthesiaEnd", () => new EndAnesthesia(), typeof(AnesthesiaEnded), PerCase.Once),
        new("roomOut", () => new LeaveRoom(), typeof(PatientLeftRoom), PerCase.Once),
        new("discharge", () => new DischargePatient(), typeof(PatientDischarged), PerCase.Once) { MayBeDay = true },
        new("death", () => new RecordDeath(), typeof(PatientDied), PerCase.Once) { MayBeDay = true },
        new("lastSeenAlive", () => new RecordFollowUp(Alive: true), typeof(FollowUpRecorded), PerCase.AnyNumber) { MayBeDay = true },
        new(Cancelled, () => new CallOffCase(new(NotStated)), typeof(CaseCalledOff), PerCase.Once) { MayBeDay = true },
    ];

    /// <summary>Whether a file may know the day alone.</summary>
    public bool MayBeDay { get; private init; }
}

/// <summary>How often a case has what a column tells of.</summary>
enum PerCase
{
    /// <summary>Another time, from wherever it comes, is about the same.</summary>
    Once,

    /// <summary>A staged case has several, in the order of the columns.</summary>
    Several,

    /// <summary>Each stands for itself.</summary>
    AnyNumber,
}

/// <summary>One filled cell of a file.</summary>
/// <param name="Occurrence">Which of several columns of the same name, from 0: a staged case has two incisions.</param>
public sealed record ImportCell(string Column, int Occurrence, string Text);
