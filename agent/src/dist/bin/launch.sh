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
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=4 -Xshare:auto \
  ${FALCOJ_JAVA_OPTS:-} \
  -Dfalcoj.home="$home" -cp "$home/lib/*" "$FALCOJ_MAIN" "$@"
