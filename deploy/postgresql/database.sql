-- Periop's database and the role that owns it. Once, as an administrator of the server, with psql:
--   psql -v ON_ERROR_STOP=1 -f database.sql
-- Then give both roles a password or another way in: \password periop_migration, \password periop_application

-- Makes and changes the tables: `migrate`, rebuilds and `mask-again` connect as this role, servers never do.
create role periop_migration login;
-- Servers connect as this role. What it may do is said by roles.sql, after the first `migrate`.
create role periop_application login;

create database periop owner periop_migration encoding 'UTF8' template template0;
