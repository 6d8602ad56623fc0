# Sourced by the launchers with $bin and $FALCOJ_MAIN set: finds Java and becomes it.
home=$(dirname -- "$bin")
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java) || {
    echo "error: no Java found; install JDK 17 or newer, or set JAVA_HOME" >&2
    exit 2
  }
fi
# The same order everywhere: an archive of classes holds for one class path only.
jars=$(LC_ALL=C && for jar in "$home"/lib/*.jar; do printf :%s "$jar"; done)
# Made by falco-archive. Another JVM, or other jars, and it is left aside without a word.
archive=$home/archive/${FALCOJ_MAIN##*.}.jsa
if [ -n "${FALCOJ_ARCHIVE:-}" ]; then
  sharing=-XX:ArchiveClassesAtExit=$FALCOJ_ARCHIVE/${FALCOJ_MAIN##*.}.jsa
elif [ -f "$archive" ]; then
  sharing=-XX:SharedArchiveFile=$archive
else
  sharing=-Xshare:auto
fi
# Root without what the command does not need, where this process may say so. What the others are for, files of
# other users and ports below 1024, is had back by FALCOJ_KEEP_CAPABILITIES=1.
become=
if [ -n "${FALCOJ_CAPABILITIES:-}" ] && [ -z "${FALCOJ_KEEP_CAPABILITIES:-}" ] && [ "$(id -u)" -eq 0 ]; then
  become="setpriv --inh-caps -all --bounding-set -all$(echo ",$FALCOJ_CAPABILITIES" | sed 's/,/,+/g')"
  $become true 2>/dev/null || become=
fi
# The first compiler only: on 670,000 events with the default rules it needs 2.4 s of CPU where both need
# 4.3 s, on 5.4 million 6.8 s against 10.1 s, to check the rules 1.1 s against 1.9 s (JDK 17, 2 busy cores).
# A small heap to begin with: fresh pages cost more than the collector. Messages of the JVM stay away from
# standard output, where alerts are. With an empty path of its own JNA starts no ldconfig to ask where libraries are: the
# system's loader knows. What stands in FALCOJ_JAVA_OPTS comes later and wins.
exec $become "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms96m "$sharing" -Xlog:disable -Xlog:all=error:stderr \
  -Djna.platform.library.path= ${FALCOJ_JAVA_OPTS:-} \
  -Dfalcoj.home="$home" -cp "${jars#:}" "$FALCOJ_MAIN" "$@"
