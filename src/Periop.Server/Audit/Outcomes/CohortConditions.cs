using Npgsql;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What a question about cases asks of their facts, as conditions of a statement.</summary>
static class CohortConditions
{
    /// <summary>Conditions on <c>case_facts f</c>, without those about time. Their values are added to the command.</summary>
    public static IEnumerable<string> Of(CohortQuestion question, NpgsqlCommand command)
    {
        foreach (var (column, value) in new (string, object?)[]
        {
            ("procedure", question.Family), ("approach", question.Approach), ("surgeon", question.Surgeon), ("service", question.Service),
            ("room", question.Room), ("grade", question.Grade), ("region", question.Region),
        })
            if (value is not null)
                yield return $"f.{column} = {command.Value(value)}";
    }

    /// <summary>Adds a value, and says how the statement names it.</summary>
    public static string Value(this NpgsqlCommand command, object value)
    {
        command.Parameters.Add(new() { Value = value });
        return $"${command.Parameters.Count}";
    }
}
