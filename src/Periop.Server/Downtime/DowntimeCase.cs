using Periop.Domain.Cases;
using Periop.Server.Board;
using Periop.Server.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Shell;

namespace Periop.Server.Downtime;

/// <summary>A case in words: a line of the day's list, and the head of its own page.</summary>
/// <param name="File">Where its record is, beside the board.</param>
public sealed record DowntimeCase(
    string Room, string Planned, string Number, string Patient, string Procedure, string Surgeon, string Stands, string File,
    IReadOnlyList<FlagView> Flags, IReadOnlyList<RecordLine> Lines)
{
    internal static DowntimeCase Of(CaseRecord record, Hospital hospital)
    {
        var (one, times) = (record.Case, new TimeWords(hospital.TimeZone));
        return new DowntimeCase(
            one.Room?.Value ?? "none", one.Plan.ScheduledStart is { } start ? times.Minute(start) : "no time", one.CaseNumber.Value,
            one.PatientRef ?? "not named", ProcedureOf(one.Plan.Procedure), one.Plan.Surgeon?.Value ?? "not named",
            $"{EntryWords.Sentence(one.Status)} · {EntryWords.Sentence(one.Phase)}", RowAddresses.FileOf(one.CaseId), one.Flags,
            RecordLine.Of(record.Timeline));
    }

    static string ProcedureOf(Procedure? procedure) => procedure is null ? "not named" : string.Join(" · ",
        new[]
        {
            EntryWords.Sentence(procedure.Family.Value), string.Join(" ", (procedure.Levels ?? []).Select(level => $"{level}")),
            procedure.Grade is { } grade ? $"grade {(int)grade}" : "",
        }.Where(part => part.Length > 0));
}
