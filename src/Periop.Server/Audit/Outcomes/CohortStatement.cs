using Npgsql;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What the statements have in common that read the cases of a question. Their first two parameters are the hospital and the position.</summary>
static class CohortStatement
{
    public static NpgsqlCommand Begin(RegisterSnapshot register, Hospital hospital) => new()
    {
        Connection = register.Connection,
        Parameters = { new() { Value = hospital.Id }, new() { Value = register.Position } },
    };

    /// <summary>Which rows of <c>case_facts f</c> are asked about, whether they held at the position or not.</summary>
    public static List<string> Conditions(NpgsqlCommand command, CohortQuestion question, Hospital hospital)
    {
        var conditions = new List<string> { "f.tenant_id = $1", "f.is_index" };
        if (question.From is { } first)
            conditions.Add($"f.first_incision_at >= {command.Value(hospital.BeginOf(first).UtcDateTime)}");
        if (question.To is { } end)
            conditions.Add($"f.first_incision_at < {command.Value(hospital.BeginOf(end).UtcDateTime)}");
        conditions.AddRange(CohortConditions.Of(question, command));
        return conditions;
    }

    /// <summary>The death of each patient: the one that was recorded first, on whatever case.</summary>
    /// <param name="facts">The table of facts.</param>
    /// <param name="columns">What is wanted of it besides the patient.</param>
    public static string Deaths(string facts, string columns) => $"""
        select distinct on (patient_id) patient_id, {columns} from {facts}
        where tenant_id = $1 and {RegisterSnapshot.Held(facts, "$2")} and died_at is not null and patient_id is not null
        order by patient_id, death_recorded_at, case_id
        """;

    /// <summary>Whether a finding is not a return that was planned: a further stage.</summary>
    /// <param name="facts">The table of facts.</param>
    public static string IsNoStage(string finding, string facts) => $"""
        ({finding}.new_case_id is null or not exists (
            select from {facts} n where n.tenant_id = $1 and n.case_id = {finding}.new_case_id and n.stage_of = {finding}.case_id
                and {RegisterSnapshot.Held("n", "$2")}))
        """;
}
