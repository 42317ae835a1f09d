using Npgsql;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary>What the role that the server connects as may do, more or less than it should: <c>check</c> says it.</summary>
/// <param name="Role">Its name.</param>
/// <param name="MayChangeRecord">It could change or remove events or access entries, past the program.</param>
/// <param name="Lacking">What it may not use and has to.</param>
sealed record RoleRights(string Role, bool MayChangeRecord, IReadOnlyList<string> Lacking)
{
    const string Question = $"""
        select current_user::text,
          exists (
            select from unnest(array['{EventTables.Events}', '{EventTables.AccessLog}']) kept, pg_partition_tree(kept::regclass) part
            join pg_class c on c.oid = part.relid
            where has_table_privilege(part.relid, 'update, delete, truncate') or pg_has_role(c.relowner, 'usage')),
          array(
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and c.oid <> to_regclass('{RegisterViews.Readers}') and n.nspname in (
                '{EventTables.Schema}', '{EventTables.DocumentSchema}', '{EventTables.AccessSchema}', '{EventTables.RegisterSchema}',
                '{EventTables.MessageSchema}')
              and not (has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert'))
            union all select '{MaskingFunction.Name}' where not {MaskingFunction.MayBeUsed}
            order by 1)
        """;

    public static async Task<RoleRights> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Question);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new RoleRights(reader.GetString(0), reader.GetBoolean(1), reader.GetFieldValue<string[]>(2));
    }

    /// <summary>The role, and a word of warning where it may do too much.</summary>
    public override string ToString() => MayChangeRecord
        ? $"{Role}, which could change and remove what is recorded: let servers connect as another (deploy/postgresql/roles.sql)" : Role;

    /// <summary>A sentence when the role may do too little; null when it may do all that the server does.</summary>
    public string? WhatIsMissing => Lacking is [] ? null
        : $"The role {Role} may not use {string.Join(", ", Lacking)}: run deploy/postgresql/roles.sql after migrate.";
}
