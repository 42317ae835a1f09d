using Periop.Server.Access;

namespace Periop.Server.Board;

/// <summary>
/// Where a row leads whoever presses it: who records at the table to the case, who else reads cases to its record, a wall nowhere; where no
/// server answers, to the file beside it.
/// </summary>
public enum RowLeads { Nowhere, ToRecord, ToCase, ToFile }

/// <summary>Addresses of rows; empty where one leads nowhere.</summary>
static class RowAddresses
{
    public static RowLeads LeadsOf(Caller caller) =>
        caller.HasOneOf([Role.OrStaff]) ? RowLeads.ToCase : caller.HasOneOf(Role.CaseReaders) ? RowLeads.ToRecord : RowLeads.Nowhere;

    public static string Of(this RowLeads leads, BoardCase? one) => (one, leads) switch
    {
        (null, _) or (_, RowLeads.Nowhere) => "",
        (_, RowLeads.ToRecord) => $"/cases/{one.CaseId}/record",
        (_, RowLeads.ToFile) => FileOf(one.CaseId),
        _ => $"/cases/{one.CaseId}",
    };

    /// <summary>The file that holds the record of a case, in the folder that has the board.</summary>
    public static string FileOf(Guid caseId) => $"case-{caseId}.html";

    /// <summary>Where a case begins that nobody has planned, in a room without a patient.</summary>
    public static string OfNewCase(this RowLeads leads, BoardRoom room) =>
        leads is RowLeads.ToCase && room.Current is null && room.Room != BoardCard.NoRoom ? $"/cases/new?room={Uri.EscapeDataString(room.Room)}" : "";
}
