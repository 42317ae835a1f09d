using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Register;

namespace Periop.Server.Audit.Benefits;

/// <summary>What is asked about: a measure, in one unit.</summary>
/// <param name="What"><c>pain</c>, <c>disability</c>, or a kind of measure of the alignment.</param>
/// <param name="Unit">Null of a score.</param>
sealed record MeasureAsked(string What, CorrectionUnit? Unit);

/// <summary>Reads how patients do, as the register holds it at a settled position.</summary>
static class ScoreReader
{
    /// <summary>
    /// The measure with its unit: the one that is asked for, else the one in which the hospital measured it most often. Not known where nothing
    /// of the kind was measured.
    /// </summary>
    public static async Task<Answer<MeasureAsked>> MeasureAsync(
        RegisterSnapshot register, string hospital, string what, CorrectionUnit? unit, CancellationToken cancellation)
    {
        if (Score.IsScore(what))
            return new MeasureAsked(what, null);
        await using var question = Ask(register, hospital, $"""
            select s.what, s.unit, count(*) from {register.NameOf(RegisterTable.Scores)} s
            where s.tenant_id = $1 and {RegisterSnapshot.Held("s", "$2")} and s.unit is not null group by s.what, s.unit order by 3 desc, 2
            """);
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var units = new List<(string What, CorrectionUnit Unit)>();
        while (await reader.ReadAsync(cancellation))
            units.Add((reader.GetString(0), UnitOf(reader, 1)!.Value));
        return units.Any(u => u.What == what)
            ? new MeasureAsked(what, unit ?? units.First(u => u.What == what).Unit)
            : new NoAnswer.Unknown("measure-unknown",
                "Nothing of this name was measured by that instant. There are: "
                + string.Join(", ", units.Select(u => u.What).Distinct().Order(StringComparer.Ordinal).Prepend(Score.Disability).Prepend(Score.Pain)) + ".");
    }

    /// <summary>The values of a measure in the cases, in whatever unit.</summary>
    public static async Task<ILookup<Guid, Score>> OfAsync(
        RegisterSnapshot register, string hospital, string what, Guid[] cases, CancellationToken cancellation)
    {
        await using var question = Ask(register, hospital, $"""
            select s.case_id, s.entry_id, s.value, s.unit, s.phase, s.occurred_at, s.to_the_day from {register.NameOf(RegisterTable.Scores)} s
            where s.tenant_id = $1 and {RegisterSnapshot.Held("s", "$2")} and s.what = $3 and (s.unit is null) = $4 and s.case_id = any($5)
            order by s.occurred_at, s.entry_id
            """, what, Score.IsScore(what), cases);
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid Case, Score Score)>();
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetGuid(0), new Score(
                reader.GetGuid(1), what, reader.GetDecimal(2), UnitOf(reader, 3),
                reader.IsDBNull(4) || !Vocabulary.TryRead<CorrectionPhase>(reader.GetString(4), out var phase) ? null : phase,
                new KnownTime(reader.GetFieldValue<DateTimeOffset>(5), reader.GetBoolean(6)))));
        return found.ToLookup(f => f.Case, f => f.Score);
    }

    static CorrectionUnit? UnitOf(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) || !Vocabulary.TryRead<CorrectionUnit>(reader.GetString(column), out var unit) ? null : unit;

    static NpgsqlCommand Ask(RegisterSnapshot register, string hospital, string question, params IEnumerable<object> values)
    {
        var command = new NpgsqlCommand(question, register.Connection)
        { Parameters = { new() { Value = hospital }, new() { Value = register.Position } } };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
