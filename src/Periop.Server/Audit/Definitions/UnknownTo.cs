using Periop.Server.Access;

namespace Periop.Server.Audit.Definitions;

/// <summary>What a hospital does not know at the instant that is asked for. What was asked for is not repeated: anything may stand in a question.</summary>
static class UnknownTo
{
    public static NoAnswer Definition(int? version) =>
        new NoAnswer.Unknown(
            "definition-unknown", $"No definition of this name{Numbered(version)} is known at that instant. GET /api/audit/definitions lists them.");

    public static NoAnswer RiskModel(int? version) =>
        new NoAnswer.Unknown(
            "risk-model-unknown", $"No risk model of this name{Numbered(version)} is known at that instant. GET /api/audit/risk-models lists them.");

    static string Numbered(int? version) => version is null ? "" : $" and version {version}";
}
