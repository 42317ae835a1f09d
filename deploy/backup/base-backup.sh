#!/bin/sh
# Makes a base backup while the servers go on, and checks it. Run it daily, as the user that PostgreSQL runs as.
#   base-backup.sh /var/backups/periop [how many to keep]
# Connects as libpq does: PGHOST, PGPORT, PGUSER (a role with REPLICATION), PGPASSWORD or ~/.pgpass.
# PERIOP_PGBIN names the folder of PostgreSQL's programs where they are not in the path.
set -eu
umask 077
backups=$1 keep=${2:-7}
PATH=${PERIOP_PGBIN:+$PERIOP_PGBIN:}$PATH

mkdir -p "$backups/base" "$backups/wal"
name=$(date -u +%Y%m%dT%H%M%SZ)
unfinished="$backups/base/$name.unfinished"
# what a backup that broke off has left is no backup
rm -rf "$backups"/base/*.unfinished
# the log that was written meanwhile comes with it: it can be restored even when the archive is lost
pg_basebackup --pgdata="$unfinished" --wal-method=stream --checkpoint=fast --no-password
pg_verifybackup --quiet "$unfinished"
sync
mv "$unfinished" "$backups/base/$name"
echo "$backups/base/$name"

# the oldest go, and the log that only they needed
ls -1 "$backups/base" | sort -r | tail -n "+$((keep + 1))" | while read -r old; do rm -rf "$backups/base/$old"; done
oldest=$(ls -1 "$backups/base" | sort | head -n 1)
first=$(sed -n 's/^START WAL LOCATION: .* (file \(.*\))$/\1/p' "$backups/base/$oldest/backup_label")
pg_archivecleanup "$backups/wal" "$first"
