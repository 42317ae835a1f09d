using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;

namespace Periop.Server.Audit.Outcomes;

/// <summary>
/// Facts and findings with what decides states and groups alone: most of the time is the columns'. All of it but transfusions and risk factors
/// is in an index, so that no row is looked at.
/// </summary>
static class CountedRows
{
    /// <param name="row">Facts, as they hold.</param>
    /// <param name="death">The death of the patient on whichever case, if there is one.</param>
    public static string Facts(string row, string death, GroupBy groupBy, bool withMeasures, bool withRisks) => $"""
        {row}.case_id, {row}.first_incision_at, {row}.room_exit_at, {row}.discharged_at, {row}.discharged_to_the_day, {row}.last_seen_alive_at,
        {row}.last_seen_alive_to_the_day, {row}.signed_at, {row}.lost_at, {row}.withdrawn_at, {row}.last_attempt is not null,
        coalesce({death}.died_at, {row}.died_at), case when {death}.died_at is null then {row}.died_to_the_day else {death}.died_to_the_day end,
        {CohortGroups.ColumnOf(groupBy) ?? "null"}, {(withMeasures ? $"{row}.transfusions" : "null")}, {(withRisks ? $"{row}.risk_factors" : "null")}
        """;

    /// <summary>Facts whose entries are not known, nor how many attempts there were, but that there was one.</summary>
    public static CaseFacts FactsOf(NpgsqlDataReader reader, GroupBy groupBy)
    {
        string? GroupIn(GroupBy by) => groupBy == by ? CohortRows.Text(reader, 13) : null;
        int? NumberIn(GroupBy by) => groupBy == by ? CohortRows.Number(reader, 13) : null;
        return new(reader.GetGuid(0), "")
        {
            IsIndex = true,
            FirstIncision = EventOf(reader, 1),
            RoomExit = EventOf(reader, 2),
            Discharge = EventOf(reader, 3, toTheDay: 4),
            LastSeenAlive = EventOf(reader, 5, toTheDay: 6),
            Signed = EventOf(reader, 7),
            Lost = EventOf(reader, 8),
            Withdrawn = EventOf(reader, 9),
            Attempts = reader.GetBoolean(10) ? [default] : [],
            Death = EventOf(reader, 11, toTheDay: 12),
            Surgeon = GroupIn(GroupBy.Surgeon),
            Room = GroupIn(GroupBy.Room),
            Service = GroupIn(GroupBy.Service),
            Procedure = GroupIn(GroupBy.Procedure),
            Region = GroupIn(GroupBy.Region),
            Grade = NumberIn(GroupBy.Grade),
            Segments = NumberIn(GroupBy.Segments),
            Transfusions = CohortRows.TransfusionsOf(reader, 14),
            RiskFactors = CohortRows.RiskFactorsOf(reader, 15),
        };
    }

    /// <param name="kind">Which of the kinds that are asked for they are of.</param>
    public static string Findings(string row, int kind) =>
        $"{row}.case_id, {kind}, {row}.finding, {row}.occurred_at, {row}.to_the_day, {row}.onset_at, {row}.detected_at, {row}.review";

    /// <summary>A finding whose entries are not known.</summary>
    public static CaseFinding FindingOf(NpgsqlDataReader reader, IReadOnlyList<AssessedKind> kinds)
    {
        var kind = kinds[reader.GetInt32(1)];
        return new(
            default, kind, kind, CohortRows.Word<Finding>(reader, 2)!.Value, default,
            new KnownTime(reader.GetFieldValue<DateTimeOffset>(3), reader.GetBoolean(4)), default)
        {
            OnsetAt = CohortRows.Instant(reader, 5),
            DetectedAt = CohortRows.Instant(reader, 6),
            Review = CohortRows.Word<ReviewDecision>(reader, 7),
        };
    }

    static KnownEvent? EventOf(NpgsqlDataReader reader, int at, int? toTheDay = null) =>
        CohortRows.Instant(reader, at) is { } instant
            ? new KnownEvent(new KnownTime(instant, toTheDay is { } day && reader.GetBoolean(day)), default)
            : null;
}
