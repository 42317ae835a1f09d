namespace Periop.Server.Access;

/// <summary>What a person may do, as the <c>roles</c> claim says it.</summary>
static class Role
{
    public const string OrStaff = "or-staff";
    public const string Scheduler = "scheduler";
    public const string Quality = "quality";
    public const string Coder = "coder";
    public const string Auditor = "auditor";
    public const string Display = "display";
    public const string Operations = "operations";
    public const string Admin = "admin";

    /// <summary>All that a token can be printed for.</summary>
    public static readonly string[] All = [OrStaff, Scheduler, Quality, Coder, Auditor, Display, Operations, Admin];

    /// <summary>Who may read cases, their timelines and codes. Each is named: a role that is added may nothing.</summary>
    public static readonly string[] CaseReaders = [OrStaff, Scheduler, Quality, Coder, Auditor, Admin];

    /// <summary>Who may read the board: those who may read cases, and a wall display, which may nothing else.</summary>
    public static readonly string[] BoardReaders = [OrStaff, Scheduler, Quality, Coder, Auditor, Admin, Display];
}
