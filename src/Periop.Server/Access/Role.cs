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

    public static readonly string[] All = [OrStaff, Scheduler, Quality, Coder, Auditor, Display, Operations, Admin];

    /// <summary>Who may read cases: everyone of the hospital but a wall display, which shows the board alone.</summary>
    public static readonly string[] CaseReaders = [.. All.Where(r => r != Display)];
}
