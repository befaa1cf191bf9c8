# Builds the command in a clone. Expects root, home and java_home.

build() {
  command -v mvn >/dev/null || {
    echo 'policyc: needs Maven 3.8 or later to build: install maven' >&2
    return 1
  }
  [ -x "$java_home/bin/javac" ] || {
    echo "policyc: $java_home has no compiler: install openjdk-25-jdk" >&2
    return 1
  }
  mkdir -p "$home" || return 1
  # Two runs at once must not build into each other; the second waits and finds everything built.
  if command -v flock >/dev/null; then
    exec 9>"$home/build.lock"
    flock 9 || return 1
    if [ -f "$home/id" ] && [ -z "$(newer_sources)" ]; then
      exec 9>&-
      return 0
    fi
  fi
  build_locked
  result=$?
  exec 9>&-
  return $result
}

newer_sources() {
  (cd "$root" && find pom.xml ./*/pom.xml cli/picocli/pom.xml ./*/src/main docs/diagnostics \
    -newer "$home/id" -print -quit 2>/dev/null)
}

build_locked() {
  echo 'policyc: building (the first time takes a minute or two) …' >&2
  # The moment before the build: a source that is saved while it runs is newer than that.
  : >"$home/started"
  if [ ! -f "$home/id" ] || [ -n "$(cd "$root" && find pom.xml ./*/pom.xml -newer "$home/id")" ]; then
    # Another version of a library must not stay beside the new one.
    rm -rf "$home/lib"
  fi
  (cd "$root" && JAVA_HOME=$java_home MAVEN_OPTS="$MAVEN_OPTS --sun-misc-unsafe-memory-access=allow" mvn -q -B -Dstyle.color=never -pl cli -am -Dmaven.test.skip=true package) >&2 || {
    echo 'policyc: the build failed' >&2
    return 1
  }
  write_id
}

# Two lines: a hash of every jar, and the class path. The file is as old as the start of the build.
write_id() {
  class_path=''
  for jar in "$home"/lib/*.jar; do
    class_path=$class_path${class_path:+:}$jar
  done
  hash=$(cat "$home"/lib/*.jar | sha256sum) || return 1
  printf '%.32s\n%s\n' "$hash" "$class_path" >"$home/id.new" &&
    touch -r "$home/started" "$home/id.new" &&
    mv -f "$home/id.new" "$home/id"
}
