package io.policyc.signatures.oci.net;

/// Names and addresses as they stand in URLs.
final class Hosts {
  private Hosts() {}

  /// Whether a host is a name, and no address: what ends in a digit is read as one.
  static boolean isName(String host) {
    return host.indexOf(':') < 0
        && !host.isEmpty()
        && !Character.isDigit(host.charAt(host.length() - 1));
  }
}
