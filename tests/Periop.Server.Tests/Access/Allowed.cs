namespace Periop.Server.Tests.Access;

/// <summary>Which role may what of the interface, written from the contract and not from the program.</summary>
static class Allowed
{
    static readonly string[] ReadsOfCases = ["GET /api/cases", "GET /api/cases/{caseId}", "GET /api/cases/{caseId}/timeline", "GET /api/cases/{caseId}/codes"];
    static readonly string[] Boards = ["GET /api/board", "GET /api/board/stream", "GET /api/board/rows"];
    static readonly string[] Recalls =
        [
            "GET /api/implants/recalls", "POST /api/implants/recalls", "GET /api/implants/recalls/{recallId}", "DELETE /api/implants/recalls/{recallId}",
            "GET /api/implants/recalls/campaigns", "GET /api/implants/recalls/campaigns/{notice}",
            "POST /api/implants/recalls/campaigns/{notice}/cases/{caseId}/closures",
        ];

    static readonly string[] Definitions =
        [
            "GET /api/audit/definitions", "GET /api/audit/definitions/{id}/versions/{version}", "PUT /api/audit/definitions/{id}/versions/{version}",
            "GET /api/audit/risk-models", "GET /api/audit/risk-models/{id}/versions/{version}", "PUT /api/audit/risk-models/{id}/versions/{version}",
        ];

    static readonly string[] Audit =
        ["GET /api/register/deviations",
            "GET /api/audit/rates", "GET /api/audit/funnel", "GET /api/audit/cusum", "GET /api/audit/chart", "GET /api/audit/changes",
            "GET /api/audit/definitions/{id}/comparison", "GET /api/register/outcomes", "GET /api/register/complications",
            "GET /api/register/follow-ups/due"];

    static readonly string[] SecondSources =
        [
            "GET /api/audit/second-sources", "PUT /api/audit/second-sources/{name}", "GET /api/audit/reconciliation", "GET /api/audit/reconciliation/cases",
        ];

    static readonly string[] RecordKeeping = ["GET /api/audit/record-keeping", "GET /api/audit/record-keeping/entries"];

    static readonly string[] Coding = ["GET /api/codes", "GET /api/codes/summary"];

    static readonly string[] Benefits = ["GET /api/audit/benefits", "GET /api/audit/benefits/cases"];

    /// <summary>What every role may that may open a case.</summary>
    static readonly string[] OfThemselves = ["GET /api/sitting"];

    /// <summary>What each role may besides recording into a case. A role that does not stand here may nothing.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> ByRole = new Dictionary<string, string[]>
    {
        ["or-staff"] =
            [.. ReadsOfCases, .. Boards, "POST /api/cases", "PUT /api/patients/{patientRef}", "GET /api/patients/{patientRef}", "GET /api/implants",
                "POST /api/cases/{caseId}/moves"],
        ["scheduler"] =
            [.. ReadsOfCases, .. Boards, "POST /api/cases", "PUT /api/patients/{patientRef}", "GET /api/patients/{patientRef}", "POST /api/imports/cases",
                "POST /api/imports/{importId}/retraction", "GET /api/audit/times"],
        ["quality"] =
            [.. ReadsOfCases, .. Boards, "GET /api/patients/{patientRef}", "GET /api/implants", .. Recalls, "GET /api/register/corrections", .. Coding,
                "GET /api/audit/times", .. Definitions, .. Audit, .. SecondSources, .. Benefits, .. RecordKeeping],
        ["coder"] = [.. ReadsOfCases, .. Boards, .. Coding],
        ["auditor"] = [.. ReadsOfCases, .. Boards, "GET /api/access-log", "GET /api/maskings", "GET /api/register/corrections"],
        ["admin"] = [.. ReadsOfCases, .. Boards, "DELETE /api/patients/{patientRef}", "GET /api/maskings", "GET /api/displays"],
        ["display"] = [.. Boards],
        ["operations"] = ["GET /metrics", "GET /api/displays", "POST /api/displays", "DELETE /api/displays/{displayId}"],
    };

    /// <summary>Everything that a role may, with its commands.</summary>
    public static IReadOnlyList<string> Of(string role) =>
    [
        .. ByRole.GetValueOrDefault(role, []),
        .. ByRole.GetValueOrDefault(role, []).Intersect(ReadsOfCases).Any() ? OfThemselves : [],
        .. Command.All.Where(command => command.AllowedRoles.Contains(role)).Select(OperationOf).Distinct(),
    ];

    /// <summary>A command as the program's routes have it.</summary>
    public static string OperationOf(Command command) =>
        $"POST /api/cases/{{caseId}}/{command.Path.Replace("{complication}", "{targetEntryId}").Replace("{entry}", "{targetEntryId}")}";
}
