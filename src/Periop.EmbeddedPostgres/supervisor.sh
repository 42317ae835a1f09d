# Stops the server when its last user has gone, however it went: the kernel drops a dead process's locks.
# Arguments: state folder, folder of pg_ctl, seconds to linger; what follows is the command that runs a program
# as the server's user, nothing if that is who we are. Locks are taken in the order start.lock, lease everywhere.
state=$1 bin=$2 linger=$3
shift 3
exec </dev/null >/dev/null 2>&1
cd /

# One supervisor per state folder. Children don't inherit the lock, or a killed supervisor couldn't be replaced.
exec 8<"$state/supervisor.lock" || exit 0
flock -n 8 || exit 0

while :; do
  flock -x "$state/lease" true 8<&-
  sleep "$linger" 8<&-
  exec 7<"$state/start.lock" || exit 0
  flock -x 7 8<&-
  # The folder may have been removed and made again by somebody else, who has a supervisor of their own.
  [ "$state/supervisor.lock" -ef /proc/self/fd/8 ] || exit 0
  exec 9<"$state/lease"
  flock -n -x 9 8<&- && break
  exec 7<&- 9<&-
done

mode=fast
grep -qx throw-away "$state/profile" && mode=immediate

# A pid from before a crash or a reboot may belong to another program by now; a postmaster's working folder is its data.
# Looked at as the server's user: in a container root may not look into another user's process.
pid=$(head -n 1 "$state/data/postmaster.pid")
if "$@" sh -c '[ "/proc/$1/cwd" -ef "$2" ]' sh "$pid" "$state/data" 8<&-; then
  "$@" "$bin/pg_ctl" stop -D "$state/data" -m "$mode" -w -t 60 -s 8<&-
fi

if [ "$mode" = immediate ]; then
  removed=$state.removed-$$
  mv -T "$state" "$removed" || removed=$state   # a mount point, or a parent that isn't ours: at least empty it
  # The initdb of a killed starter may still be writing
  for pause in 0 1 3; do
    sleep $pause 8<&-
    rm -rf "$removed" && break
  done
fi

# Before start.lock goes, so that whoever starts next finds room for a new supervisor.
exec 8<&-
