package io.policyc.signatures.oci.net;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Whom a URL names: credentials for one are never sent to another.
///
/// @param secure whether it is asked over TLS
/// @param host in lower case; IPv6 addresses without brackets
/// @param port a number from 1 to 65,535
public record Origin(boolean secure, String host, int port) {
  /// The origin of an `https` or `http` URL; empty for any other, for one without a host, for one
  /// whose host is none that may be asked, and for one with a user in it.
  public static Optional<Origin> of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    if ((!secure && !scheme.equals("http")) || uri.getHost() == null || uri.getUserInfo() != null) {
      return Optional.empty();
    }
    int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return port < 1 || port > 65_535 || !Hosts.isHost(bare)
        ? Optional.empty()
        : Optional.of(new Origin(secure, bare, port));
  }

  /// As it stands in a `Host` header: without a port where it is the usual one.
  public String authority() {
    return port == (secure ? 443 : 80) ? bracketed() : bracketed() + ":" + port;
  }

  /// Its host, in brackets where it is an IPv6 address.
  public String bracketed() {
    return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
  }

  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + authority();
  }
}
