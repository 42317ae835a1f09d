-- A role that reads the register of one hospital, for SQL and BI tools (docs/register.md). As the role that migrates, with psql:
--   psql -v ON_ERROR_STOP=1 -1 -d periop -v role=quality_bi -v hospital=general -f reader.sql
-- The role is made by an administrator: create role quality_bi login. Without its row in readers it sees nothing.

insert into periop_register.readers (role_name, tenant_id) values (:'role', :'hospital')
    on conflict (role_name) do update set tenant_id = excluded.tenant_id;
grant usage on schema periop_bi to :"role";
grant select on all tables in schema periop_bi to :"role";
