namespace Periop.Server.Store;

/// <summary>
/// The schemas, and every statement about tables that Marten made for itself. They are not its interface: a release of Marten may change
/// them, so they stand in one place, which a test runs.
/// </summary>
public static class EventTables
{
    public const string Schema = "periop_events";
    public const string DocumentSchema = "periop";
    public const string AccessSchema = "periop_access";
    public const string RegisterSchema = "periop_register";

    /// <summary>The highest position that is visible; 0 before the first event.</summary>
    public const string LastPosition = $"(select coalesce(max(seq_id), 0) from {Schema}.mt_events)";

    /// <summary>The high-water mark's name in the progression.</summary>
    public const string MarkRow = "HighWaterMark";

    /// <summary>
    /// The last position, then every row of the progression: name, position, age in seconds by the database's clock which wrote it, state
    /// of its agent, failure. One round trip, on the primary key's end and a handful of rows.
    /// </summary>
    public const string Health = $"""
        select null, {LastPosition}, null, null, null
        union all
        select name, coalesce(last_seq_id, 0), extract(epoch from clock_timestamp() - last_updated)::float8, agent_status, failure_category
        from {Schema}.mt_event_progression
        """;

    /// <summary>Who stands behind a patient's number: kept by the document store, current, and deletable.</summary>
    public const string Patients = $"{DocumentSchema}.mt_doc_patientidentity";

    /// <summary>How far a projection has come; 0 before its first event.</summary>
    /// <param name="shard">Its name in the progression.</param>
    public static string Reached(string shard) => $"coalesce((select last_seq_id from {Schema}.mt_event_progression where name = '{shard}'), 0)";

    /// <summary>The version of a case's stream, by <c>@tenant</c> and <c>@id</c>.</summary>
    public static string CaseVersion(string schema) => $"select version from {schema}.mt_streams where tenant_id = @tenant and id = @id and type = 'surgical_case'";
}
