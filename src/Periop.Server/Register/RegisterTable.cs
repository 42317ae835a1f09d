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
            ("unread_scan_key", "text"), ("status", "text"), ("placed_at", "timestamptz"), ("entry_ids", "uuid[]"),
        ],
        [On("gtin", "lot_key", "serial_key"), On("lot_key", "serial_key"), On("serial_key"), On("gtin", "placed_at", "case_id", "key"),
            On("placed_at", "case_id", "key"), Within("unread_scan_key")])
    { Concerns = ["serial_key"] };

    public static readonly RegisterTable Recalls = new("recalls", "recall_id", typeof(RecallRow),
        [
            ("gtin", "text"), ("lot", "text"), ("lot_key", "text"), ("serial", "text"), ("serial_key", "text"), ("reference", "text"),
            ("announced_at", "timestamptz"), ("ended_at", "timestamptz"),
        ],
        [On("gtin"), On("lot_key"), On("serial_key")])
    { Concerns = ["gtin", "lot_key", "serial_key"] };

    /// <summary>The columns by which a row may concern the devices of other cases.</summary>
    public required IReadOnlyList<string> Concerns { get; init; }

    /// <summary>The first version of the register that has it.</summary>
    public int Since { get; init; } = 1;

    /// <summary>What it is called in a version of the register; the first ones have no suffix.</summary>
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
        foreach (var index in Indexes.Append(On("from_seq")).Append(On("to_seq")))
            table.Indexes.Add(index(WithSuffix(version)));
        return table;
    }

    string WithSuffix(int version) => version == 1 ? Name : $"{Name}_v{version}";

    static Func<string, IndexDefinition> On(params string[] columns) =>
        table => new IndexDefinition($"idx_{table}_{string.Join('_', columns)}") { Columns = ["tenant_id", .. columns] };

    /// <summary>Finds a text anywhere in a column that few rows have.</summary>
    static Func<string, IndexDefinition> Within(string column) =>
        table => new IndexDefinition($"idx_{table}_{column}")
        { Columns = [column], Method = IndexMethod.gin, Mask = "? gin_trgm_ops", Predicate = $"{column} is not null" };
}
