#!/bin/sh
# Takes one finished segment of the write-ahead log into the archive. PostgreSQL runs it:
#   archive_command = '/usr/share/periop/backup/archive-wal.sh "%p" "%f" /var/backups/periop/wal'
# It succeeds only when the segment is on the disk of the archive; PostgreSQL keeps the segment and tries again otherwise.
set -eu
umask 077
segment=$1 name=$2 archive=$3

if [ -e "$archive/$name" ]; then
    # sent again after a crash it is the same; another one of the same name would be another database's
    cmp -s "$segment" "$archive/$name" && exit 0
    echo "archive-wal: $archive/$name is there already and differs" >&2
    exit 1
fi
cp "$segment" "$archive/$name.unfinished"
sync "$archive/$name.unfinished"
mv "$archive/$name.unfinished" "$archive/$name"
sync "$archive"
