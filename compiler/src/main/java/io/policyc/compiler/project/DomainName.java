package io.policyc.compiler.project;

/// Names of DNS as Kubernetes writes them.
///
/// Source: RFC 1123, section 2.1, in lower case.
final class DomainName {
  private static final int MAX_LENGTH = 253;
  private static final int MAX_LABEL = 63;

  private DomainName() {}

  static boolean isValid(String text) {
    return text.length() <= MAX_LENGTH && text.split("\\.", -1).length == labels(text);
  }

  private static long labels(String text) {
    return java.util.Arrays.stream(text.split("\\.", -1)).filter(DomainName::isLabel).count();
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && label.length() <= MAX_LABEL
        && label.chars().allMatch(c -> isAlphanumeric(c) || c == '-')
        && isAlphanumeric(label.charAt(0))
        && isAlphanumeric(label.charAt(label.length() - 1));
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
