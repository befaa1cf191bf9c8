package io.policyc.signatures.oci;

import io.policyc.signatures.oci.auth.Authorizer;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.auth.TokenCache;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Proxies;
import io.policyc.signatures.oci.net.Resolver;
import io.policyc.signatures.oci.net.Transport;
import java.security.cert.X509Certificate;
import java.util.List;

/// The registries of the network. Connections and tokens are shared by everything that one process
/// verifies; tokens never between credentials.
public final class Registries implements AutoCloseable {
  private final Transport transport;
  private final Authorizer authorizer;

  /// @param access which hosts may be asked
  /// @param proxies through whom
  /// @param authorities that TLS believes beside the platform's own
  public Registries(
      Access access, Proxies proxies, List<X509Certificate> authorities, Limits limits) {
    this(access, proxies, authorities, Resolver.SYSTEM, limits);
  }

  /// The same with a way of one's own to find addresses.
  public Registries(
      Access access,
      Proxies proxies,
      List<X509Certificate> authorities,
      Resolver resolver,
      Limits limits) {
    this.transport = new Transport(access, proxies, authorities, resolver, limits);
    this.authorizer = new Authorizer(transport, new TokenCache());
  }

  /// The registries as somebody with these credentials sees them.
  public Registry as(Credentials credentials) {
    return new Guarded(new RemoteRegistry(transport, authorizer, credentials));
  }

  /// Ends every connection.
  @Override
  public void close() {
    transport.close();
  }
}
