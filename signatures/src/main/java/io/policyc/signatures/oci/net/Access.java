package io.policyc.signatures.oci.net;

import java.util.Set;

/// Which hosts may be asked, and how. Entries are `host` (any port) or `host:port`, in lower case;
/// `*.example.com` stands for every name below.
///
/// @param registries that may be asked at all; every one when empty
/// @param plain that may be asked without TLS
/// @param internal that may lie at loopback, link-local and private addresses
public record Access(Set<String> registries, Set<String> plain, Set<String> internal) {
  /// Every registry on the internet, over TLS.
  public static final Access PUBLIC = new Access(Set.of(), Set.of(), Set.of());

  public Access {
    registries = Set.copyOf(registries);
    plain = Set.copyOf(plain);
    internal = Set.copyOf(internal);
  }

  /// Whether images of a registry may be asked for.
  ///
  /// @param host as references name it: `docker.io`, `registry.example:5000`
  public boolean registry(String host) {
    int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
    return registries.isEmpty()
        || named(registries, colon < 0 ? host : host.substring(0, colon), host);
  }

  /// Whether that may be asked without TLS.
  public boolean plain(Origin origin) {
    return named(plain, origin.bracketed(), origin.bracketed() + ":" + origin.port());
  }

  /// Whether that may lie at an address that is not public.
  public boolean internal(Origin origin) {
    return named(internal, origin.bracketed(), origin.bracketed() + ":" + origin.port());
  }

  private static boolean named(Set<String> names, String host, String hostAndPort) {
    return names.contains(host)
        || names.contains(hostAndPort)
        || names.stream().anyMatch(name -> below(name, host) || below(name, hostAndPort));
  }

  private static boolean below(String name, String host) {
    return name.startsWith("*.") && host.endsWith(name.substring(1));
  }
}
