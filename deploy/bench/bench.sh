# What every benchmark begins with: all that is stale is built. Sourced, not run.
. "$(dirname "$0")/../local/common.sh"
. "$(dirname "$0")/../local/build.sh"
build_what_is_stale
bench_classes=$root/deploy/bench/target/classes
if [ ! -d "$bench_classes" ] || [ -n "$(find "$root/deploy/bench/src" -newer "$bench_classes" -print -quit)" ]; then
  (cd "$root" && ./mvnw -q -B -Dspotless.check.skip=true -am -pl deploy/bench compile) || fail "The benchmark does not compile."
  touch "$bench_classes"
fi
