# Sourced by up and demo: builds what is older than its sources. Needs common.sh.

services="partner-service eligibility-service benefits-service directory-service"

# stale ARTIFACT SOURCE...: whether the artifact is missing or a source is newer.
stale() {
  local artifact=$1
  shift
  [ ! -e "$artifact" ] || [ -n "$(find "$@" -newer "$artifact" -print -quit)" ]
}

artifact_of() {
  case $1 in
    deploy/local) echo "$local_module/target/lib" ;;
    *) echo "$root/$1/target/quarkus-app/quarkus-run.jar" ;;
  esac
}

stale_modules() {
  local module
  if stale "$(artifact_of deploy/local)" "$root/pom.xml" "$local_module/pom.xml" "$local_module/src/main"; then
    echo deploy/local
  fi
  for module in $services; do
    if stale "$(artifact_of "$module")" "$root/pom.xml" "$root/platform/pom.xml" "$root/platform/src/main" \
      "$root/$module/pom.xml" "$root/$module/src/main"; then
      echo "$module"
    fi
  done
}

first_error() {
  grep '^\[ERROR\]' "$1" | grep -v 'COMPILATION ERROR' | head -n 1 | cut -c 9-
}

build_what_is_stale() {
  local modules module log=$state/logs/build.log
  modules=$(stale_modules)
  [ -n "$modules" ] || return 0
  echo "Building $(echo $modules | sed 's/ /, /g')$(launcher_is_built || echo '; the first time this fetches libraries and takes some minutes')"
  mkdir -p "$state/logs"
  # What is edited while the build runs must be stale afterwards.
  touch "$state/build-began"
  if ! (cd "$root" && ./mvnw -B -Dmaven.test.skip=true -Dspotless.check.skip=true -am -pl "$(echo $modules | tr ' ' ',')" package) \
    2>&1 | tee "$log" | awk '/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ { sub(/^\[INFO\] Building /, "  "); print; fflush() }'; then
    fail "The build failed: $(first_error "$log") (all of it in $log)"
  fi
  for module in $modules; do
    touch -r "$state/build-began" "$(artifact_of "$module")"
  done
}
