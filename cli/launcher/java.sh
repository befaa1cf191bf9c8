# Finds a Java to run with. Sets java, java_home and java_build; starts no process unless the `java`
# of PATH has to be followed to its home.

java_least=25

# Whether a folder holds a JDK or JRE that is new enough; its `release` file says so.
try_java() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  java_version='' java_build=''
  while IFS='=' read -r key value; do
    value=${value#\"} value=${value%\"}
    case $key in
      JAVA_VERSION) java_version=$value ;;
      JAVA_RUNTIME_VERSION) java_build=$value ;;
    esac
  done <"$1/release"
  major=${java_version%%[!0-9]*}
  [ -n "$major" ] && [ "$major" -ge $java_least ] || return 1
  java_home=$1 java=$1/bin/java java_build=${java_build:-$java_version}
}

# JAVA_HOME, then PATH, then the usual folders: the first that is new enough.
find_java() {
  [ -n "${JAVA_HOME:-}" ] && try_java "$JAVA_HOME" && return 0
  if on_path=$(command -v java) && on_path=$(readlink -f "$on_path"); then
    try_java "${on_path%/bin/java}" && return 0
  fi
  for candidate in /usr/lib/jvm/*/ /opt/java/*/ /Library/Java/JavaVirtualMachines/*/Contents/Home/; do
    try_java "${candidate%/}" && return 0
  done
  echo "policyc: needs Java $java_least or later: install openjdk-25-jdk (or Temurin 25), or point JAVA_HOME to it" >&2
  return 1
}
