# Sourced by the commands of this folder: where things are, and how a Java command of the launcher is run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
state=$root/.local
local_module=$root/deploy/local

# Where a JDK is, or one clear line and the end.
. "$root/.mvn/find-jdk.sh"

fail() {
  echo "$1" >&2
  exit 1
}

# The launcher's JVM: made to start fast and stay small.
java_options=(
  -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx512m
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
  "-Djava.util.logging.config.file=$local_module/logging.properties"
  "-Dalliance.root=$root" "-Dalliance.state=$state"
)
launcher_classpath="$local_module/target/classes:$local_module/target/lib/*"

launcher_is_built() {
  [ -d "$local_module/target/classes" ] && [ -d "$local_module/target/lib" ]
}

# Runs a class of the package com.vsoxp.alliance.local with its arguments.
run_java() {
  "$JAVA_HOME/bin/java" "${java_options[@]}" -cp "$launcher_classpath" "com.vsoxp.alliance.local.$@"
}
