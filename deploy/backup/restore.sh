#!/bin/sh
# Makes a data folder from a base backup and the archive, as it was at an instant. It starts nothing. As the user that PostgreSQL runs as:
#   restore.sh /var/backups/periop /var/lib/postgresql/15/restored ['2026-11-27 10:15:00+00']
# Without an instant: as far as the archive goes. With one, the newest base backup that was complete before it is taken.
# PERIOP_BASE names another base backup.
set -eu
umask 077
backups=$1 data=$2 instant=${3:-}

if [ -e "$data" ] && [ -n "$(ls -A "$data")" ]; then
    echo "restore: $data is not empty. Move it away: it may be all there is." >&2
    exit 1
fi
base=${PERIOP_BASE:-}
if [ -z "$base" ]; then
    limit=99999999T999999Z
    [ -z "$instant" ] || limit=$(date -u -d "$instant" +%Y%m%dT%H%M%SZ)
    for candidate in "$backups"/base/*Z; do
        [ -d "$candidate" ] || continue
        # its name is when it began; it is complete when its manifest was written
        complete=$(date -u -r "$candidate/backup_manifest" +%Y%m%dT%H%M%SZ)
        [ "$(printf '%s\n%s\n' "$complete" "$limit" | sort | head -n 1)" = "$complete" ] && base=$candidate
    done
fi
if [ -z "$base" ]; then
    echo "restore: no base backup in $backups/base was complete before $instant" >&2
    exit 1
fi

mkdir -p "$data"
cp -a "$base/." "$data/"
chmod 700 "$data"
rm -f "$data/postmaster.pid" "$data/standby.signal"
{
    echo "# restored from $base"
    echo "restore_command = 'cp \"$backups/wal/%f\" \"%p\"'"
    echo "recovery_target_action = 'promote'"
    if [ -n "$instant" ]; then
        echo "recovery_target_time = '$instant'"
        # what was acknowledged by that instant is there
        echo "recovery_target_inclusive = on"
    fi
    # what is written from here on is another history: it must not go into the archive of the first
    echo "archive_mode = off"
    # a standby of the first server is none of this one's, and would be waited for
    echo "synchronous_standby_names = ''"
} >> "$data/postgresql.auto.conf"
touch "$data/recovery.signal"
echo "$data is restored from $base. Start PostgreSQL on it, then run mask-again before any server of Periop."
