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
  { mkdir -p "$home" && [ -w "$home" ]; } 2>/dev/null || {
    cannot_write
    return
  }
  command -v flock >/dev/null || {
    build_now
    return
  }
  # Two runs at once must not build into each other; the second waits and finds everything built.
  (
    flock -n 9 || {
      echo 'policyc: another run is building: waiting for it …' >&2
      flock 9 || exit 1
    }
    find_jars
    ! is_incomplete && [ -z "$(newer_sources)" ] || build_now
  ) 9>"$home/build.lock"
}

# What was built once still runs; that it is old has to be said.
cannot_write() {
  if is_incomplete; then
    echo "policyc: is not built yet, and $home cannot be written: build it where it can" >&2
    return 1
  fi
  echo "policyc: some sources are newer than the build, and $home cannot be written" >&2
}

newer_sources() {
  (cd "$root" && find pom.xml ./*/pom.xml cli/picocli/pom.xml ./*/src/main docs/diagnostics \
    -newer "$home/built" -print -quit 2>/dev/null)
}

build_now() {
  echo 'policyc: building (the first time takes a minute or two) …' >&2
  mark_start
  (cd "$root" && JAVA_HOME=$java_home \
    MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
    mvn -q -B -Dstyle.color=never -pl cli -am -Dmaven.test.skip=true package) \
    >"$home/build.log" 2>&1 || {
    # Maven colours even what it was asked not to.
    sed "s/$(printf '\033')\[[0-9;]*m//g" "$home/build.log" >&2
    echo 'policyc: the build failed' >&2
    return 1
  }
  mark_end
}

# A source that is saved while a build runs is newer than its start: it will be built next time.
mark_start() {
  mkdir -p "$home"
  : >"$home/started"
  if [ -f "$home/built" ] && [ -n "$(cd "$root" && find pom.xml ./*/pom.xml -newer "$home/built" 2>/dev/null)" ]; then
    # Another version of a library must not stay beside the new one.
    rm -rf "$home/lib"
  fi
}

# Which jars there are is noted, so that one that goes away is missed.
mark_end() {
  names=''
  for jar in "$home"/lib/*.jar; do
    names=$names${names:+ }${jar##*/}
  done
  printf '%s\n' "$names" >"$home/jars" && mv -f "$home/started" "$home/built"
}
