# Finds the jars to run from, their cache, and what is newer. Expects root, home and java_build.

# Sets class_path and names; id, a hash of the jars, unless it has to be made; cache, the folder of
# the cache for these jars and this JVM.
find_jars() {
  class_path='' names='' id='' id_path='' changed=''
  for jar in "$home"/lib/*.jar; do
    class_path=$class_path${class_path:+:}$jar
    names=$names${names:+ }${jar##*/}
    [ "$jar" -nt "$home/id" ] && changed=1
  done
  { IFS= read -r id && IFS= read -r id_path; } 2>/dev/null <"$home/id"
  [ -z "$changed" ] && [ "$id_path" = "$class_path" ] || id=''
  cache=$home/aot/$id-$java_build
}

# Whether something of what was built is not there.
is_incomplete() {
  [ -f "$home/built" ] && { IFS= read -r built_names; } 2>/dev/null <"$home/jars" || return 0
  [ "$names" != "$built_names" ]
}

# Looks at many files in one process. Sets newer to `source` where one is newer than the build, to
# `cache` where a file of the cache does not have the size that it was made with, or to nothing.
look() {
  newer='' sizes='' reference=$cache/sizes
  set --
  if { IFS= read -r sizes; } 2>/dev/null <"$cache/sizes"; then
    set -- "$cache/policyc.jar" "$cache/policyc.aot"
  fi
  if [ -f "$root/pom.xml" ] && [ -f "$home/built" ] && [ -z "$POLICYC_NO_BUILD" ]; then
    reference=$home/built
    set -- pom.xml cli/pom.xml cli/picocli/pom.xml compiler/pom.xml findings/pom.xml \
      grammar/pom.xml cli/src/main compiler/src/main findings/src/main grammar/src/main \
      docs/diagnostics "$@"
  fi
  [ $# -gt 0 ] || return 0
  # shellcheck disable=SC2086
  found=$(cd "$root" && exec find "$@" \( ${sizes:--name :} -o \
    ! -name '*.jar' ! -name '*.aot' -newer "$reference" \) -print -quit 2>/dev/null)
  case $found in
    '') ;;
    *.jar | *.aot) newer=cache ;;
    *) newer=source ;;
  esac
}

# Whether there is a cache that is whole and with which no run broke off. Class path and cache belong
# together then, and running names a file that is there until this run ends as it should.
find_cache() {
  [ -n "$sizes" ] && [ -f "$cache/policyc.aot" ] || return 1
  [ -f "$cache/policyc.jar" ] || newer=cache
  for run in "$cache"/run-*; do
    pid=${run##*-}
    [ "$pid" = '*' ] || [ -d "/proc/$pid" ] || kill -0 "$pid" 2>/dev/null || newer=cache
  done
  if [ "$newer" = cache ]; then
    rm -rf "$cache" 2>/dev/null
    return 1
  fi
  class_path=$cache/policyc.jar
  running=$cache/run-$$
  { true >"$running"; } 2>/dev/null || running=''
}
