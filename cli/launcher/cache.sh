# What belongs to the AOT cache that lets the command start in a third of the time. Expects home,
# class_path and, for the cache itself, id, fast, java and flags.

# Two lines: a hash of every jar, and the class path in the order that a cache is made for.
make_id() {
  [ -f "${class_path%%:*}" ] || {
    echo "policyc: $home/lib holds no jars: run it from a clone, or install it again" >&2
    return 1
  }
  hash=$(cat "$home"/lib/*.jar | { sha256sum || shasum -a 256 || cksum; } 2>/dev/null) || return 1
  id=${hash%% *}
  # A home that cannot be written works without a cache.
  printf '%s\n%s\n' "$id" "$class_path" 2>/dev/null >"$home/id.$$" &&
    mv -f "$home/id.$$" "$home/id"
  return 0
}

# Runs in the background; another run meanwhile does without. The jars are copies in which a switch
# over types needs no linkage at run time, which no cache can hold.
make_cache() {
  mkdir -p "$home/aot" || return 1
  # One at a time; what a killed run left behind is taken away after an hour.
  find "$home/aot" -maxdepth 1 -name making -mmin +60 -exec rmdir {} \; 2>/dev/null
  mkdir "$home/aot/making" 2>/dev/null || return 0
  trap 'rmdir "$home/aot/making"' EXIT
  rm -rf "$fast" && mkdir "$fast" || return 1
  "$java" -Xlog:disable -cp "$class_path" io.policyc.cli.startup.FastJars "$home/lib" "$fast" || return 1
  fast_path=''
  for jar in "$fast"/*.jar; do
    fast_path=$fast_path${fast_path:+:}$jar
  done
  # Recorded profiles make the compiler thread busy at once: a short run is over before that pays.
  # shellcheck disable=SC2086
  nice "$java" $flags -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    -XX:AOTCacheOutput="$fast/policyc.aot.new" -cp "$fast_path" io.policyc.cli.Training &&
    [ -s "$fast/policyc.aot.new" ] && mv -f "$fast/policyc.aot.new" "$fast/policyc.aot" || return 1
  # Caches of older jars are of no use to anybody.
  find "$home/aot" -mindepth 1 -maxdepth 1 ! -name "${fast##*/}" ! -name making -exec rm -rf {} +
}
