# What belongs to the AOT cache that lets the command start in a third of the time. Expects home,
# class_path and, for the cache itself, id, cache, java and flags.

# Two lines: a hash of every jar, and the class path in the order that a cache is made for.
make_id() {
  [ -f "${class_path%%:*}" ] || {
    echo "policyc: $home/lib holds no jars: run it from a clone, or install it again" >&2
    return 1
  }
  hash=$(cat "$home"/lib/*.jar | sha256sum) || return 1
  id=${hash%% *}
  # A home that cannot be written works without a cache.
  printf '%s\n%s\n' "$id" "$class_path" 2>/dev/null >"$home/id.$$" &&
    mv -f "$home/id.$$" "$home/id"
  return 0
}

# Runs in the background; another run meanwhile does without.
make_cache() {
  mkdir -p "$home/aot" || return 1
  # One at a time; what a killed run left behind is taken away after an hour.
  find "$home/aot" -maxdepth 1 -name making -mmin +60 -exec rmdir {} \; 2>/dev/null
  mkdir "$home/aot/making" 2>/dev/null || return 0
  trap 'rm -f "$cache.new"; rmdir "$home/aot/making"' EXIT
  # shellcheck disable=SC2086
  nice "$java" $flags -XX:AOTCacheOutput="$cache.new" -cp "$class_path" io.policyc.cli.Training &&
    [ -s "$cache.new" ] && mv -f "$cache.new" "$cache" || return 1
  # Caches of older jars are of no use to anybody.
  find "$home/aot" -maxdepth 1 -name '*.aot' ! -name "$id-*" -exec rm -f {} \;
}
