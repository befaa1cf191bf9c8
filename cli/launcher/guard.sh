# Runs a JVM that may not start, as one with options from the environment may not.

# Ends with the status of policyc, which the command gives with 64 added, so that it is not mistaken
# for one of the JVM; with 3 where that did not come about.
guard() {
  "$@"
  status=$?
  case $status in
    64 | 65 | 66 | 67) exit $((status - 64)) ;;
    130 | 137 | 141 | 143) exit $status ;;
  esac
  echo "policyc: Java did not run to its end (status $status): look at POLICYC_JAVA_OPTS," \
    'JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS and _JAVA_OPTIONS' >&2
  exit 3
}
