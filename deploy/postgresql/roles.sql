-- What servers may do in Periop's database. After every `migrate`, as the role that migrates; it can be run again, also while servers run:
--   psql -v ON_ERROR_STOP=1 -1 -d periop -f roles.sql
-- Events and access entries are added and read, and never changed or removed: the one exception is the function that masks.

do $$ begin
    if not exists (select from pg_roles where rolname = 'periop_application') then
        create role periop_application;
    end if;
end $$;

grant usage on schema periop, periop_events, periop_access, periop_register, wolverine to periop_application;

-- The record: events are only ever added. A stream's version moves on. The rest is how far projections have come.
revoke all on all tables in schema periop_events from periop_application;
do $$
declare bookkeeping regclass;
begin
    for bookkeeping in
        select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'periop_events' and c.relkind in ('r', 'p') and not c.relispartition and c.relname not in ('mt_events', 'mt_streams')
    loop
        execute format('grant select, insert, update, delete on %s to periop_application', bookkeeping);
    end loop;
end $$;
grant select, insert on periop_events.mt_events to periop_application;
grant select, insert, update on periop_events.mt_streams to periop_application;
grant usage, select on all sequences in schema periop_events to periop_application;
grant execute on all functions in schema periop_events to periop_application;

-- Who saw what is only ever added, too. Keys of cookies are added; displays come and go.
revoke all on all tables in schema periop_access from periop_application;
grant select, insert on periop_access.mt_doc_accessentry to periop_application;
grant select, insert on periop_access.protection_keys to periop_application;
grant select, insert, update, delete on periop_access.displays to periop_application;

-- What is kept as it is now: summaries, cards of the board, who a patient is. The probe of whether the store can be written empties its table.
grant select, insert, update, delete on all tables in schema periop to periop_application;
grant truncate on periop.write_probe to periop_application;
grant execute on all functions in schema periop to periop_application;

-- The register: rows are opened and closed, ticks are added and made longer. Who reads which hospital is not for servers to say.
revoke all on all tables in schema periop_register from periop_application;
grant select, insert, update on all tables in schema periop_register to periop_application;
revoke all on periop_register.readers from periop_application;
-- `check` compares the tables with what they should be: without both of these it would not see this one's columns and key
grant select, references on periop_register.readers to periop_application;

-- The messaging's own tables.
grant select, insert, update, delete on all tables in schema wolverine to periop_application;
grant usage, select on all sequences in schema wolverine to periop_application;
grant execute on all functions in schema wolverine to periop_application;
