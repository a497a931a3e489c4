# Sets and exports JAVA_HOME to a JDK that can build and run this project, or ends with one clear line.
# Sourced by ./mvnw and by the commands under deploy/: POSIX sh, no side effect but JAVA_HOME.
# Order: a fitting JAVA_HOME is kept; else the newest fitting JDK in the usual places.

alliance_required_java=25

# Prints the major version of the JDK in $1, or nothing when there is no JDK.
alliance_jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

alliance_find_jdk() {
  major=$(alliance_jdk_major "${JAVA_HOME:-/nonexistent}")
  [ "${major:-0}" -ge "$alliance_required_java" ] && return 0
  best=0 best_home=
  # A subshell's globbing must be on even where the caller switched it off.
  for home in $(set +f; ls -d /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null); do
    major=$(alliance_jdk_major "$home")
    if [ "${major:-0}" -ge "$alliance_required_java" ] && [ "$major" -gt "$best" ]; then
      best=$major best_home=$home
    fi
  done
  if [ -z "$best_home" ]; then
    echo "No JDK $alliance_required_java or newer found: install one (for example Eclipse Temurin $alliance_required_java) or set JAVA_HOME to it." >&2
    exit 1
  fi
  JAVA_HOME=$best_home
  export JAVA_HOME
}

alliance_find_jdk
