# What belongs to the AOT cache that lets the command start in a third of the time. Expects home,
# class_path and, for the cache itself, cache, java and flags.

# Two lines: a hash of every jar, and the class path in the order that a cache is made for.
make_id() {
  [ -f "${class_path%%:*}" ] || {
    echo "policyc: $home/lib holds no jars: run it from a clone, or install it again" >&2
    return 1
  }
  hash=$(cat "$home"/lib/*.jar | { sha256sum || shasum -a 256 || cksum; } 2>/dev/null) || return 1
  id=${hash%% *}
  # A home that cannot be written works without a cache.
  { printf '%s\n%s\n' "$id" "$class_path" >"$home/id.$$" &&
    mv -f "$home/id.$$" "$home/id"; } 2>/dev/null
  cache=$home/aot/$id-$java_build
}

# Runs in the background; another run meanwhile does without. The jars are copies in which a switch
# over types needs no linkage at run time, which no cache can hold.
make_cache() {
  mkdir -p "$home/aot" || return 1
  # One at a time; what a killed run left behind is taken away after an hour.
  find "$home/aot" -maxdepth 1 -name making -mmin +60 -exec rmdir {} \; 2>/dev/null
  mkdir "$home/aot/making" 2>/dev/null || return 0
  trap 'rmdir "$home/aot/making"' EXIT
  rm -rf "$cache" && mkdir "$cache" || return 1
  "$java" -Xlog:disable -cp "$class_path" io.policyc.cli.startup.FastJars \
    "$home/lib" "$cache/policyc.jar" || return 1
  # Recorded profiles make the compiler thread busy at once: a short run is over before that pays.
  train 3 -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput="$cache/new.aot" \
    -cp "$cache/policyc.jar" >/dev/null
  # The jar was rewritten: what it says must be what the jars say that it was made of.
  [ -s "$cache/new.aot" ] &&
    said=$(train 1 -cp "$class_path") &&
    says=$(train 1 -XX:AOTCache="$cache/new.aot" -cp "$cache/policyc.jar") &&
    [ -n "$said" ] && [ "$said" = "$says" ] || return 1
  mv -f "$cache/new.aot" "$cache/policyc.aot" && sizes || return 1
  # Caches of older jars are of no use to anybody.
  find "$home/aot" -mindepth 1 -maxdepth 1 ! -name "${cache##*/}" ! -name making -exec rm -rf {} +
}

# Runs every command that often, in a folder of its own.
train() {
  rounds=$1
  shift
  rm -rf "$cache/try" && mkdir "$cache/try" || return 1
  # shellcheck disable=SC2086
  nice "$java" $flags "$@" io.policyc.cli.startup.Training "$cache/try" "$rounds"
  trained=$?
  rm -r "$cache/try"
  return $trained
}

# Notes the sizes of the cache's files, as words of `find` that find another size.
sizes() {
  jar_size=$(wc -c <"$cache/policyc.jar") && aot_size=$(wc -c <"$cache/policyc.aot") || return 1
  printf '%s\n' "-name policyc.jar ! -size ${jar_size##* }c -o -name policyc.aot ! -size ${aot_size##* }c" \
    >"$cache/sizes.new" && mv -f "$cache/sizes.new" "$cache/sizes"
}
