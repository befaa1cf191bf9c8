# Makes the AOT cache that lets the command start in a third of the time. Expects home, id, cache,
# java, flags and class_path; runs in the background, and another run meanwhile does without.

make_cache() {
  mkdir -p "$home/aot" || return 1
  # One at a time; a folder that a killed run left behind is taken away after an hour.
  find "$home/aot" -maxdepth 1 -name making -mmin +60 -exec rmdir {} \; 2>/dev/null
  mkdir "$home/aot/making" 2>/dev/null || return 0
  trap 'rm -f "$cache.new"; rmdir "$home/aot/making"' EXIT
  # shellcheck disable=SC2086
  nice "$java" $flags -XX:AOTCacheOutput="$cache.new" -cp "$class_path" io.policyc.cli.Training &&
    [ -s "$cache.new" ] && mv -f "$cache.new" "$cache" || return 1
  # Caches of older jars are of no use to anybody.
  find "$home/aot" -maxdepth 1 -name '*.aot' ! -name "$id-*" -exec rm -f {} \;
}
