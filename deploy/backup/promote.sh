#!/bin/sh
# Makes the standby that PGHOST, PGPORT and PGUSER name the server that is written to.
#   promote.sh
# First make sure that the old server cannot come back: stop it, or cut it off. Two servers that are written to are two records.
set -eu
PATH=${PERIOP_PGBIN:+$PERIOP_PGBIN:}$PATH
if [ "$(psql -qAtX -d postgres -c 'select pg_is_in_recovery()')" = f ]; then
    echo "promote: this is no standby (any more)" >&2
    exit 1
fi
[ "$(psql -qAtX -d postgres -c 'select pg_promote(true, 60)')" = t ] || { echo "promote: it did not come up as the first server within a minute" >&2; exit 1; }
echo "promoted"
