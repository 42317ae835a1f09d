using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>The address of what has changed since a page was settled: the same cases, now.</summary>
static class ChangesAddress
{
    static readonly string[] Asked = [.. CohortParameters.Names.Where(name => name != "groupBy" && name != "asOf")];

    public static string Of(PageAddress page) => new PageAddress(
        "/quality/changes", [.. page.Asked.Where(p => Asked.Contains(p.Key, StringComparer.OrdinalIgnoreCase)), new("since", page["asOf"] ?? "")]).ToString();
}
