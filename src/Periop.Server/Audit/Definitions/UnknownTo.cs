using Periop.Server.Access;

namespace Periop.Server.Audit.Definitions;

/// <summary>What a hospital does not know at the instant that is asked for.</summary>
static class UnknownTo
{
    public static NoAnswer Definition(string id, int? version) =>
        new NoAnswer.Unknown("definition-unknown", $"No definition {id}{Numbered(version)} is known at that instant. GET /api/audit/definitions lists them.");

    public static NoAnswer RiskModel(string id, int? version) =>
        new NoAnswer.Unknown("risk-model-unknown", $"No risk model {id}{Numbered(version)} is known at that instant. GET /api/audit/risk-models lists them.");

    static string Numbered(int? version) => version is null ? "" : $" of version {version}";
}
