#!/bin/sh
# Makes a standby of the server that PGHOST, PGPORT and PGUSER name. It starts nothing. As the user that PostgreSQL runs as, on the standby's machine:
#   standby.sh /var/lib/postgresql/15/main periop_standby
# The name is what synchronous_standby_names of the first server has to say. PERIOP_PGBIN as in base-backup.sh.
set -eu
umask 077
data=$1 name=$2
PATH=${PERIOP_PGBIN:+$PERIOP_PGBIN:}$PATH

if [ -e "$data" ] && [ -n "$(ls -A "$data")" ]; then
    echo "standby: $data is not empty. Move it away." >&2
    exit 1
fi
# a slot keeps the log until the standby has it; if it exists, it is that of a standby that is replaced
psql -qAtX -d postgres -c "select pg_drop_replication_slot('$name') from pg_replication_slots where slot_name = '$name' and not active" >/dev/null
pg_basebackup --pgdata="$data" --wal-method=stream --checkpoint=fast --no-password --create-slot --slot="$name" --write-recovery-conf \
    --dbname="application_name=$name"
# it is nobody's standby yet, whom it would wait for when it is promoted
echo "synchronous_standby_names = ''" >> "$data/postgresql.auto.conf"
echo "$data is a standby named $name. Start PostgreSQL on it, then on the first server: alter system set synchronous_standby_names = '$name'; select pg_reload_conf();"
