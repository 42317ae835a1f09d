using Periop.Domain.Register;
using Periop.Server.Store;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Register;

/// <summary>
/// A table of the register. Every row holds from the event at <c>from_seq</c> until the one at <c>to_seq</c>, without it; an open one
/// has no <c>to_seq</c>. Columns are the members of the row, in snake case.
/// </summary>
/// <param name="StreamColumn">What the id of the row's stream is called.</param>
sealed record RegisterTable(
    string Name, string StreamColumn, Type Row, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<Func<string, IndexDefinition>> Indexes)
{
    public static readonly RegisterTable Implants = new("implants", "case_id", typeof(ImplantRow),
        [
            ("patient_id", "uuid"), ("kind", "text"), ("levels", "text[]"), ("site", "text"), ("side", "text"), ("quantity", "integer"),
            ("manufacturer", "text"), ("reference", "text"), ("gtin", "text"), ("lot", "text"), ("lot_key", "text"), ("lot_typed", "boolean"),
            ("serial", "text"), ("serial_key", "text"), ("serial_typed", "boolean"), ("expiry", "date"), ("unread_scan", "text"),
            ("unread_scan_key", "text"), ("status", "text"), ("placed_at", "timestamptz"), ("entry_ids", "uuid[]"), ("in_place", "integer"),
            ("possible_lots", "text[]"), ("possible_serials", "text[]"), ("manufacturer_key", "text"), ("reference_key", "text"),
        ],
        [On("gtin", "lot_key", "serial_key"), On("lot_key", "serial_key"), On("serial_key"), On("gtin", "placed_at", "case_id", "key"),
            On("placed_at", "case_id", "key"), On("reference_key", "placed_at", "case_id", "key"), Within("unread_scan_key", "? gin_trgm_ops"),
            Within("possible_lots"), Within("possible_serials")])
    { Concerns = ["serial_key"] };

    public static readonly RegisterTable Removals = new("removals", "case_id", typeof(RemovalRow),
        [
            ("patient_id", "uuid"), ("placed_in_case_id", "uuid"), ("placed_by_entry_id", "text"), ("quantity", "integer"), ("code", "text"),
            ("removed_at", "timestamptz"),
        ],
        [On("placed_in_case_id", "placed_by_entry_id")])
    { Since = 2, Concerns = ["placed_in_case_id"] };

    public static readonly RegisterTable Recalls = new("recalls", "recall_id", typeof(RecallRow),
        [
            ("gtin", "text"), ("manufacturer", "text"), ("manufacturer_key", "text"), ("catalogue_number", "text"), ("reference_key", "text"),
            ("lots", "text[]"), ("lot_keys", "text[]"), ("serials", "text[]"), ("serial_keys", "text[]"), ("in_scans", "text[]"),
            ("notice", "text"), ("campaign", "text"), ("campaign_key", "text"), ("announced_at", "timestamptz"), ("ended_at", "timestamptz"),
        ],
        [On("gtin"), On("reference_key"), On("campaign_key"), Within("lot_keys"), Within("serial_keys")])
    { Concerns = ["gtin", "reference_key", "lot_keys", "serial_keys", "in_scans"] };

    public static readonly RegisterTable Closures = new("closures", "recall_id", typeof(ClosureRow),
        [
            ("campaign_key", "text"), ("case_id", "uuid"), ("outcome", "text"), ("reason", "text"), ("closed_at", "timestamptz"), ("closed_by", "text"),
        ],
        [On("campaign_key", "case_id")])
    { Since = 2, Concerns = [] };

    public static readonly RegisterTable Definitions = new("definitions", "publication_id", typeof(DefinitionRow),
        [
            ("id", "text"), ("version", "integer"), ("kind", "text"), ("definition", "jsonb"), ("published_at", "timestamptz"), ("published_by", "text"),
            ("shipped", "boolean"),
        ],
        [On("id", "version")])
    { Since = 3 };

    public static readonly RegisterTable RiskModels = new("risk_models", "publication_id", typeof(RiskModelRow),
        [("id", "text"), ("version", "integer"), ("model", "jsonb"), ("published_at", "timestamptz"), ("published_by", "text")],
        [On("id", "version")])
    { Since = 3 };

    public static readonly RegisterTable SecondSources = new("second_sources", "source_id", typeof(SecondSourceRow),
        [("name", "text"), ("cases", "integer"), ("refused", "integer"), ("content", "text"), ("uploaded_at", "timestamptz"), ("uploaded_by", "text")],
        [On("name")])
    { Since = 3 };

    public static readonly RegisterTable SecondSourceCases = new("second_source_cases", "source_id", typeof(SecondSourceCaseRow),
        [("source", "text"), ("kind", "text"), ("case_number", "text")],
        [On("source", "kind")])
    { Since = 3 };

    public static readonly RegisterTable CaseFacts = new("case_facts", "case_id", typeof(CaseFactsRow),
        [
            ("case_number", "text"), ("is_index", "boolean"), ("patient_id", "uuid"), ("stage_of", "uuid"),
            ("first_incision_at", "timestamptz"), ("first_incision_entry_id", "uuid"), ("room_exit_at", "timestamptz"), ("room_exit_entry_id", "uuid"),
            ("discharged_at", "timestamptz"), ("discharged_to_the_day", "boolean"), ("discharge_entry_id", "uuid"),
            ("died_at", "timestamptz"), ("died_to_the_day", "boolean"), ("death_entry_id", "uuid"), ("death_recorded_at", "timestamptz"),
            ("last_seen_alive_at", "timestamptz"), ("last_seen_alive_to_the_day", "boolean"), ("last_seen_alive_entry_id", "uuid"),
            ("signed_at", "timestamptz"), ("signature_entry_id", "uuid"), ("lost_at", "timestamptz"), ("lost_entry_id", "uuid"),
            ("withdrawn_at", "timestamptz"), ("withdrawal_entry_id", "uuid"), ("attempt_entry_ids", "uuid[]"), ("last_attempt", "jsonb"),
            ("transfusions", "jsonb"),
            ("risk_factors", "jsonb"), ("room", "text"), ("surgeon", "text"), ("service", "text"), ("procedure", "text"), ("approach", "text"),
            ("grade", "integer"), ("segments", "integer"), ("region", "text"),
        ],
        [On("first_incision_at", "to_seq"), On("patient_id"), Counted, OfDeaths])
    { Since = 3 };

    public static readonly RegisterTable CaseTimes = new("case_times", "case_id", typeof(CaseTimesRow),
        [
            ("is_cancelled", "boolean"), ("day_at", "timestamptz"), ("priority", "text"), ("room", "text"), ("scheduled_start", "timestamptz"),
            ("scheduled_minutes", "integer"), ("room_entry", "jsonb"), ("incision", "jsonb"), ("closure", "jsonb"), ("dressing", "jsonb"),
            ("room_exit", "jsonb"), ("stays", "jsonb"),
        ],
        [On("day_at"), On("scheduled_start")])
    { Since = 3 };

    public static readonly RegisterTable Milestones = new("milestones", "case_id", typeof(MilestoneRow),
        [("entry_id", "uuid"), ("occurred_at", "timestamptz"), ("recorded_at", "timestamptz"), ("lateness", "text"), ("to_the_day", "boolean")], [])
    { Since = 4, IsOfCasesAlone = true };

    public static readonly RegisterTable Findings = new("findings", "case_id", typeof(FindingRow),
        [
            ("entry_id", "uuid"), ("kind", "text"), ("named_kind", "text"), ("finding", "text"), ("source", "text"), ("occurred_at", "timestamptz"),
            ("to_the_day", "boolean"), ("recorded_at", "timestamptz"), ("onset_at", "timestamptz"), ("detected_at", "timestamptz"), ("grade", "text"),
            ("level", "text"), ("icd10", "text"), ("criteria", "text[]"), ("new_case_id", "uuid"), ("review", "text"), ("review_entry_id", "uuid"),
        ],
        [Covering("kind", "case_id")])
    { Since = 3 };

    public static readonly RegisterTable Scores = new("scores", "case_id", typeof(ScoreRow),
        [
            ("entry_id", "uuid"), ("what", "text"), ("value", "numeric"), ("unit", "text"), ("phase", "text"), ("occurred_at", "timestamptz"),
            ("to_the_day", "boolean"),
        ],
        [On("what", "case_id")])
    { Since = 3 };

    public static readonly RegisterTable Corrections = new("corrections", "case_id", typeof(CorrectionRow),
        [
            ("kind", "text"), ("target_entry_id", "uuid"), ("type", "text"), ("occurred_before", "timestamptz"), ("occurred_after", "timestamptz"),
            ("replaced_by_entry_id", "uuid"), ("recorded_at", "timestamptz"), ("recorded_by", "text"), ("case_number", "text"), ("surgeon", "text"),
            ("room", "text"),
        ],
        [On("recorded_at", "case_id", "key")])
    { Since = 3 };

    public static readonly RegisterTable Deviations = new("deviations", "case_id", typeof(DeviationRow),
        [
            ("code", "text"), ("severity", "text"), ("label", "text"), ("message", "text"), ("entry_ids", "uuid[]"), ("occurred_at", "timestamptz"),
            ("overridden", "boolean"), ("acknowledged_by_entry_id", "uuid"), ("case_number", "text"), ("surgeon", "text"), ("room", "text"),
        ],
        [On("occurred_at", "case_id", "key"), On("code", "occurred_at", "case_id", "key")])
    { Since = 3 };

    /// <summary>The columns by which a row may concern the devices of other cases, one value or a list each; null: none, and nobody is told.</summary>
    public IReadOnlyList<string>? Concerns { get; init; }

    /// <summary>What <see cref="Concerns"/> come to for a row, as a list of texts.</summary>
    public string KeysOf(string row) => string.Join(" || ", (Concerns ?? [])
        .Select(c => Columns.Single(column => column.Name == c).Type.EndsWith("[]", StringComparison.Ordinal) ? $"{row}.{c}" : $"array[{row}.{c}]::text[]")
        .Prepend("array[]::text[]"));

    /// <summary>The first version of the register that has it.</summary>
    public int Since { get; init; } = 1;

    /// <summary>
    /// Whether rows are found by their case alone, and not by their positions, too: where every third entry makes a row, each index counts.
    /// </summary>
    public bool IsOfCasesAlone { get; init; }

    /// <summary>What it is called in a version of the register.</summary>
    public string NameIn(int version) => $"{EventTables.RegisterSchema}.{WithSuffix(version)}";

    public Table Build(int version)
    {
        // rows are closed by an update that touches no index but the one on to_seq: a page with room keeps them together
        var table = new Table(NameIn(version)) { FillFactor = 80 };
        table.AddColumn("tenant_id", "varchar").AsPrimaryKey();
        table.AddColumn(StreamColumn, "uuid").AsPrimaryKey();
        table.AddColumn("key", "text").AsPrimaryKey();
        table.AddColumn("from_seq", "bigint").AsPrimaryKey();
        table.AddColumn("to_seq", "bigint");
        table.AddColumn("recorded_from", "timestamptz").NotNull();
        table.AddColumn("recorded_to", "timestamptz");
        foreach (var (name, type) in Columns)
            table.AddColumn(name, type);
        foreach (var index in IsOfCasesAlone ? Indexes : Indexes.Append(On("from_seq")).Append(On("to_seq")))
            table.Indexes.Add(index(WithSuffix(version)));
        return table;
    }

    string WithSuffix(int version) => $"{Name}_v{version}";

    static Func<string, IndexDefinition> On(params string[] columns) =>
        table => new IndexDefinition($"idx_{table}_{string.Join('_', columns)}") { Columns = ["tenant_id", .. columns] };

    /// <summary>Has what is counted of the cases as they stand: each of their rows lies somewhere else, among nine that are history.</summary>
    static IndexDefinition Counted(string table) => new($"idx_{table}_counted")
    {
        Columns = ["tenant_id", "first_incision_at"],
        IncludeColumns =
        [
            "case_id", "patient_id", "from_seq", "is_index", "room_exit_at", "discharged_at", "discharged_to_the_day", "died_at", "died_to_the_day",
            "last_seen_alive_at", "last_seen_alive_to_the_day", "signed_at", "lost_at", "withdrawn_at", "last_attempt", "room", "surgeon", "service",
            "procedure", "approach", "grade", "segments", "region",
        ],
        Predicate = "to_seq is null and is_index",
    };

    /// <summary>Has what the few rows say that tell of a death.</summary>
    static IndexDefinition OfDeaths(string table) => new($"idx_{table}_deaths")
    {
        Columns = ["tenant_id", "patient_id"],
        IncludeColumns = ["case_id", "from_seq", "to_seq", "died_at", "died_to_the_day", "death_recorded_at"],
        Predicate = "died_at is not null",
    };

    /// <summary>Finds what is counted of findings without looking at their rows, each of which lies somewhere else.</summary>
    static Func<string, IndexDefinition> Covering(params string[] columns) => table => new IndexDefinition($"idx_{table}_{string.Join('_', columns)}")
    {
        Columns = ["tenant_id", .. columns],
        IncludeColumns = ["from_seq", "to_seq", "finding", "occurred_at", "to_the_day", "onset_at", "detected_at", "review", "new_case_id"],
    };

    /// <summary>Finds an element of a list, or a text anywhere in another, in a column that few rows have.</summary>
    /// <param name="mask">How the column stands in the index. The usual operators are left out: the database leaves them out, too, when it is compared.</param>
    static Func<string, IndexDefinition> Within(string column, string mask = "?") =>
        table => new IndexDefinition($"idx_{table}_{column}")
        { Columns = [column], Method = IndexMethod.gin, Mask = mask, Predicate = $"{column} is not null" };
}
