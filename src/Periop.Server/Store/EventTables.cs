using Periop.Server.Access;

namespace Periop.Server.Store;

/// <summary>
/// The schemas, and every statement about tables that Marten and Wolverine made for themselves. They are not their interface: a release
/// may change them, so they stand in one place, which a test runs.
/// </summary>
public static class EventTables
{
    public const string Schema = "periop_events";
    public const string DocumentSchema = "periop";
    public const string AccessSchema = AccessEntry.Schema;
    public const string RegisterSchema = "periop_register";
    public const string MessageSchema = "wolverine";

    /// <summary>Every event that was recorded: nobody changes one, but that texts are masked (<see cref="MaskingFunction"/>).</summary>
    public const string Events = $"{Schema}.mt_events";

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

    /// <summary>Every hospital that has recorded anything, by name. One look at the primary key per hospital, however much it has recorded.</summary>
    public const string Hospitals = $"""
        with recursive found as (
            (select tenant_id from {Schema}.mt_streams order by tenant_id limit 1)
            union all
            select (select s.tenant_id from {Schema}.mt_streams s where s.tenant_id > found.tenant_id order by s.tenant_id limit 1)
            from found where found.tenant_id is not null)
        select tenant_id from found where tenant_id <> '{NoHospital}'
        """;

    /// <summary>Where the store keeps the tombstones of appends that were rolled back.</summary>
    const string NoHospital = JasperFx.StorageConstants.DefaultTenantId;

    /// <summary>Who stands behind a patient's number: kept by the document store, current, and deletable.</summary>
    public const string Patients = $"{DocumentSchema}.mt_doc_patientidentity";

    /// <summary>Who saw what: kept by the document store, in months, and beside them in one table what belongs to none of them.</summary>
    public const string AccessLog = $"{AccessSchema}.mt_doc_accessentry";

    /// <summary>Entries of one hospital: its id, and of each its id, its time and the entry itself.</summary>
    public const string EnterAll = $"""
        insert into {AccessLog} (tenant_id, id, at, data)
        select ?, entry.id, entry.at, entry.data from unnest(?::uuid[], ?::timestamptz[], ?::jsonb[]) as entry (id, at, data)
        """;

    /// <summary>Whether whoever asks may make and drop months of the access log.</summary>
    public const string OwnsAccessLog = $"select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('{AccessLog}')";

    /// <summary>
    /// Makes a month of every one that has entries beside the months, with those entries. Nothing is recorded into the table beside them
    /// meanwhile; what is recorded into a month does not wait.
    /// </summary>
    public const string SortAccessLog = $"""
        do $$
        declare first timestamptz; month text;
        begin
            if to_regclass('{AccessLog}_default') is null then
                return;
            end if;
            lock table {AccessLog}_default in access exclusive mode;
            for first in select distinct date_trunc('month', at, 'UTC') from {AccessLog}_default loop
                month := '{AccessLog}_m' || to_char(first at time zone 'UTC', 'YYYYMM');
                execute format('create table %s (like {AccessLog} including defaults including constraints including indexes)', month);
                execute format('insert into %s select * from {AccessLog}_default where date_trunc(''month'', at, ''UTC'') = %L', month, first);
                execute format('delete from {AccessLog}_default where date_trunc(''month'', at, ''UTC'') = %L', first);
                execute format('alter table {AccessLog} attach partition %s for values from (%L) to (%L)',
                    month, first, (first at time zone 'UTC' + interval '1 month') at time zone 'UTC');
            end loop;
        end $$
        """;

    /// <summary>The oldest month of the access log that ended before another began.</summary>
    public static string OldestAccessMonth(DateTimeOffset first) => $"""
        select '{AccessSchema}.' || quote_ident(c.relname) from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = to_regclass('{AccessLog}') and c.relname ~ '_m[0-9]+$' and right(c.relname, 6) < '{first.UtcDateTime:yyyyMM}'
        order by c.relname limit 1
        """;

    /// <summary>
    /// The cases that ever were of a patient, archived ones included, by <c>@tenant</c> and <c>@patient</c>. It must not depend on what lags behind;
    /// <see cref="PatientIndex"/> spares it a look at every event.
    /// </summary>
    public const string CasesOfPatient = $"""
        select distinct stream_id from {Schema}.mt_events where tenant_id = @tenant and {NamesPatient} and data->>'patientId' = @patient order by stream_id
        """;

    const string NamesPatient = "type in ('case_scheduled', 'patient_corrected')";

    /// <summary>The parts of the events' table, archived streams being one, that lack the index or have one that is not whole.</summary>
    public const string PartsWithoutPatientIndex = $"""
        select array(
            select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = to_regclass('{Events}')
              and not exists (select from pg_index x where x.indexrelid = to_regclass('{Schema}.idx_' || c.relname || '_patient') and x.indisvalid))
        """;

    public static string PatientIndexOf(string part) => $"{Schema}.idx_{part}_patient";

    public static string MakePatientIndexOf(string part) =>
        $"create index concurrently if not exists idx_{part}_patient on {Schema}.{part} (tenant_id, (data->>'patientId')) where {NamesPatient}";

    /// <summary>
    /// Whether <c>@subject</c> has recorded into a case of <c>@tenant</c>, of the day <c>@since</c> or later, that is between incision and wound closure.
    /// </summary>
    public const string HasOpenWound = $"""
        select exists (
            select from {DocumentSchema}.mt_doc_casesummary c
            where c.tenant_id = @tenant and c.date >= @since and c.data->>'status' = 'in-progress' and c.data->>'phase' in ('incised', 'closing')
              and exists (select from {Schema}.mt_events e where e.tenant_id = c.tenant_id and e.stream_id = c.id and e.user_name = @subject))
        """;

    /// <summary>
    /// The cases of <c>@tenant</c> of which the notes of a downtime tell something from <c>@from</c> until <c>@to</c>. It looks at every event
    /// after <c>@position</c>.
    /// </summary>
    public const string ToldByDowntime = $"""
        select distinct stream_id from {Schema}.mt_events
        where tenant_id = @tenant and seq_id > @position and data->>'source' = 'downtime'
          and (data->>'occurredAt')::timestamptz >= @from and (data->>'occurredAt')::timestamptz < @to
        order by stream_id
        """;

    /// <summary>The entries at <c>@positions</c>.</summary>
    public const string EntriesAt = $"select seq_id, (data->>'entryId')::uuid from {Schema}.mt_events where seq_id = any(@positions) and data ? 'entryId'";

    /// <summary>Which stops the entries at <c>@positions</c> answer; none of those that answer none.</summary>
    public const string AnsweredStopsAt =
        $"select seq_id, data->>'afterStop' from {Schema}.mt_events where seq_id = any(@positions) and data->>'afterStop' is not null";

    /// <summary>The versions that the streams <c>@ids</c> of <c>@tenant</c> had at <c>@position</c>; none of one that began later.</summary>
    public const string VersionsAt = $"""
        select stream_id, max(version) from {Schema}.mt_events
        where tenant_id = @tenant and stream_id = any(@ids) and seq_id <= @position group by stream_id
        """;
    /// <summary>The position of the last event of a stream, by <c>@tenant</c> and <c>@id</c>; null where it has none.</summary>
    public const string LastOfStream = $"(select max(seq_id) from {Schema}.mt_events where tenant_id = @tenant and stream_id = @id)";

    /// <summary>How far a projection has come; 0 before its first event.</summary>
    /// <param name="shard">Its name in the progression.</param>
    public static string Reached(string shard) => $"coalesce((select last_seq_id from {Schema}.mt_event_progression where name = '{shard}'), 0)";

    /// <summary>Whether a projection has a position: none before its first batch, nor while its rebuild begins.</summary>
    public static string HasPosition(string shard) => $"exists (select from {Schema}.mt_event_progression where name = '{shard}')";

    /// <summary>Makes a projection begin anew, if it is ever run again.</summary>
    public static string ForgetPosition(string shard) => $"delete from {Schema}.mt_event_progression where name = '{shard}'";

    /// <summary>Drops the documents of a kind that nobody keeps any more.</summary>
    public static string DropDocuments(string alias) => $"drop table if exists {DocumentSchema}.mt_doc_{alias}";

    /// <summary>What a version of a projection is called in the progression.</summary>
    public static string ShardOf(string projection, int version) => version == 1 ? $"{projection}:All" : $"{projection}:V{version}:All";

    /// <summary>The servers that share the database: each with its number, and when it said last that it is there.</summary>
    public const string Nodes = $"{MessageSchema}.wolverine_nodes";

    /// <summary>Which of them leads, and which runs what.</summary>
    public const string NodeAssignments = $"{MessageSchema}.wolverine_node_assignments";

    /// <summary>
    /// Whether a node can run a version of a projection. A node that was killed stands there until the others notice; a server in
    /// Development does not.
    /// </summary>
    public static string IsKnownToANode(string projection, int version)
    {
        var agent = $"{projection}/all{(version == 1 ? "" : $"/v{version}")}".ToLowerInvariant();
        return $"exists (select from {Nodes} n, unnest(n.capabilities) as c where c like 'event-subscriptions://%/{agent}')";
    }

    /// <summary>
    /// Locks those of the cases <c>@ids</c> of <c>@tenant</c> that are there, not archived, and that nobody else has locked, always in the same order,
    /// and says their versions. Planned once for the transaction and not for its values: planning took longer than looking up; and by the index, also
    /// where the plan was made while the table was small.
    /// </summary>
    public const string LockFreeCases = $"""
        set local plan_cache_mode = force_generic_plan;
        set local enable_seqscan = off;
        select id, version from {Schema}.mt_streams
        where tenant_id = @tenant and id = any(@ids) and type = 'surgical_case' and not is_archived order by id for update skip locked
        """;

    /// <summary>The version of a case's stream, by <c>@tenant</c> and <c>@id</c>, and whether it is archived.</summary>
    public static string CaseVersion(string schema) =>
        $"select version, is_archived from {schema}.mt_streams where tenant_id = @tenant and id = @id and type = 'surgical_case'";
}
