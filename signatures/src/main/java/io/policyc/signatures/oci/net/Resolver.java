package io.policyc.signatures.oci.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host.
@FunctionalInterface
public interface Resolver {
  /// The machine's own.
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /// At least one address.
  ///
  /// @param host a name, or an address without brackets
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
