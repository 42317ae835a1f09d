using System.Text.Json;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Server.Store;

/// <summary>
/// The one way to change what was recorded, a function in the database that <c>migrate</c> makes: with it the server's own role needs no right to
/// update events. It runs with the rights of the role that made it, and does no more than masking is: it takes the free text out of the entry that a
/// recorded masking names, and of what stands beside it, as a replacement and its retraction do.
/// </summary>
static class MaskingFunction
{
    public const string Name = $"{EventTables.Schema}.mask_texts";

    /// <summary>Hospital, case, the entry that masks, the versions of the entries that lose their texts; answers with how many those are.</summary>
    const string Signature = $"{Name}(varchar, uuid, uuid, bigint[])";

    static readonly string Definition = $"""
        create or replace function {Name}(hospital varchar, case_id uuid, masking uuid, versions bigint[]) returns integer
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
        declare
            target_version bigint;
            masked integer;
        begin
            select target.version into target_version from {EventTables.Events} target, {EventTables.Events} by
            where by.tenant_id = hospital and by.stream_id = case_id and by.type = '{StoredEvents.NameOf(typeof(EntryMasked))}'
              and by.data ->> 'entryId' = masking::text and target.tenant_id = hospital and target.stream_id = case_id
              and target.data ->> 'entryId' = by.data ->> 'targetEntryId' and target.version = any(versions);
            if target_version is null then
                raise insufficient_privilege using message = 'No entry says that this is masked.';
            end if;
            update {EventTables.Events} e set data = e.data || coalesce(
                (select jsonb_object_agg(m.member, '{FreeText.Mask.Value}') from (values {Members()}) as m(type, member)
                 where m.type = e.type and jsonb_typeof(e.data -> m.member) = 'string'), jsonb_build_object())
            where e.tenant_id = hospital and e.stream_id = case_id and e.version = any(versions)
              and e.version between target_version - 1 and target_version + 1;
            get diagnostics masked = row_count;
            return masked;
        end $body$
        """;

    /// <summary>Makes it as this release has it, for its maker alone: who else may use it is said by roles.sql.</summary>
    public static async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (await IsThereAsync(connection, cancellation))
            return;
        await connection.ExecuteAsync(
            $"{Definition}; revoke all on function {Signature} from public; comment on function {Signature} is $text${Definition}$text$", cancellation);
    }

    /// <summary>Whether it is there, as this release has it.</summary>
    public static async Task<bool> IsThereAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync($"select obj_description(to_regprocedure('{Signature}'), 'pg_proc')", cancellation) as string == Definition;

    /// <summary>Whether whoever asks may use it.</summary>
    public const string MayBeUsed = $"coalesce(has_function_privilege(to_regprocedure('{Signature}'), 'execute'), false)";

    /// <summary>Which member of which event is free text, also of events as they were once stored.</summary>
    static string Members() => string.Join(", ",
        from shape in StoredEvents.Types.Select(type => (Name: StoredEvents.NameOf(type), Type: type)).Concat(OldEvents.Shapes)
        where shape.Type.IsSubclassOf(typeof(CaseEvent))
        from member in FreeText.MembersOf(shape.Type)
        select $"('{shape.Name}', '{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}')");
}
