using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>Facts and findings as they are selected, column by column: read as JSON, a year of cases would take as long as all else.</summary>
static class CohortRows
{
    /// <summary>How many columns <see cref="Facts"/> are.</summary>
    public const int FactCount = 36;

    /// <summary>How many columns <see cref="Findings"/> are.</summary>
    public const int FindingCount = 13;

    static readonly string[] FactColumns =
    [
        "case_id", "case_number", "patient_id", "stage_of", "first_incision_at", "first_incision_entry_id", "room_exit_at", "room_exit_entry_id",
        "discharged_at", "discharged_to_the_day", "discharge_entry_id", "died_at", "died_to_the_day", "death_entry_id", "last_seen_alive_at",
        "last_seen_alive_to_the_day", "last_seen_alive_entry_id", "signed_at", "signature_entry_id", "lost_at", "lost_entry_id", "withdrawn_at",
        "withdrawal_entry_id", "attempt_entry_ids", "room", "surgeon", "service", "procedure", "approach", "grade", "segments", "region", "is_index",
        "last_attempt",
    ];

    static readonly string[] FindingColumns =
    [
        "case_id", "entry_id", "kind", "named_kind", "finding", "source", "occurred_at", "to_the_day", "recorded_at", "onset_at", "detected_at", "review",
        "review_entry_id",
    ];

    public static string Facts(string row, bool withMeasures, bool withRisks) =>
        Of(row, FactColumns) + Extras(row, withMeasures, withRisks);

    public static string Findings(string row) => Of(row, FindingColumns);

    public static CaseFacts FactsOf(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1))
    {
        IsIndex = reader.GetBoolean(32),
        PatientId = IdOf(reader, 2),
        StageOf = IdOf(reader, 3),
        FirstIncision = EventOf(reader, 4, 5),
        RoomExit = EventOf(reader, 6, 7),
        Discharge = EventOf(reader, 8, 10, toTheDay: 9),
        Death = EventOf(reader, 11, 13, toTheDay: 12),
        LastSeenAlive = EventOf(reader, 14, 16, toTheDay: 15),
        Signed = EventOf(reader, 17, 18),
        Lost = EventOf(reader, 19, 20),
        Withdrawn = EventOf(reader, 21, 22),
        Attempts = reader.IsDBNull(23) ? [] : [.. reader.GetFieldValue<Guid[]>(23)],
        Room = Text(reader, 24),
        Surgeon = Text(reader, 25),
        Service = Text(reader, 26),
        Procedure = Text(reader, 27),
        Approach = Text(reader, 28),
        Grade = Number(reader, 29),
        Segments = Number(reader, 30),
        Region = Text(reader, 31),
        LastAttempt = reader.IsDBNull(33) ? null : reader.GetStored<Attempt>(33),
        Transfusions = TransfusionsOf(reader, 34),
        RiskFactors = RiskFactorsOf(reader, 35),
    };

    public static CaseFinding FindingOf(NpgsqlDataReader reader) => new(
        reader.GetGuid(1), new(reader.GetString(2)), new(reader.GetString(3)), Word<Finding>(reader, 4)!.Value, Word<FindingSource>(reader, 5)!.Value,
        new KnownTime(reader.GetFieldValue<DateTimeOffset>(6), reader.GetBoolean(7)), reader.GetFieldValue<DateTimeOffset>(8))
    {
        OnsetAt = Instant(reader, 9),
        DetectedAt = Instant(reader, 10),
        Review = Word<ReviewDecision>(reader, 11),
        ReviewEntryId = IdOf(reader, 12),
    };

    public static KnownEvent? EventOf(NpgsqlDataReader reader, int at, int entry, int? toTheDay = null) =>
        reader.IsDBNull(at) ? null
        : new KnownEvent(
            new KnownTime(reader.GetFieldValue<DateTimeOffset>(at), toTheDay is { } day && reader.GetBoolean(day)), IdOf(reader, entry) ?? default);

    public static ValueList<Transfusion> TransfusionsOf(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? [] : reader.GetStored<ValueList<Transfusion>>(column);

    public static ValueList<RiskFactorTold> RiskFactorsOf(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? [] : reader.GetStored<ValueList<RiskFactorTold>>(column);

    public static TEnum? Word<TEnum>(NpgsqlDataReader reader, int column) where TEnum : struct, Enum =>
        reader.IsDBNull(column) ? null
        : Vocabulary.TryRead<TEnum>(reader.GetString(column), out var value) ? value
        : throw new InvalidOperationException($"The register says {reader.GetString(column)}, which is no {typeof(TEnum).Name}.");

    public static Guid? IdOf(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    public static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    public static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static int? Number(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    static string Extras(string row, bool withMeasures, bool withRisks) =>
        $", {(withMeasures ? $"{row}.transfusions" : "null")}, {(withRisks ? $"{row}.risk_factors" : "null")}";

    static string Of(string row, string[] columns) => string.Join(", ", columns.Select(column => $"{row}.{column}"));
}
