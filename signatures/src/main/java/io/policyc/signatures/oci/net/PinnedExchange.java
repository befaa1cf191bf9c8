package io.policyc.signatures.oci.net;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Quoted;
import io.policyc.signatures.oci.Trouble;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/// Connects to the very address that was checked.
///
/// A host's addresses are found once for each call, all of them are checked, and the connection
/// goes to one of them by number; the name stays in the `Host` header and in TLS. A name that
/// changes its addresses in between has no effect.
final class PinnedExchange implements Exchange, AutoCloseable {
  private static final int MAX_ADDRESSES = 4;

  private final Access access;
  private final Proxies proxies;
  private final Lookups lookups;
  private final PinnedClients clients;

  PinnedExchange(Access access, Proxies proxies, Resolver resolver, PinnedClients clients) {
    this.access = access;
    this.proxies = proxies;
    this.lookups = new Lookups(resolver);
    this.clients = clients;
  }

  @Override
  public Answer send(Request request, Deadline deadline) {
    Optional<Origin> origin = Origin.of(request.uri());
    if (origin.isEmpty()) {
      return Answer.Failed.of(
          Trouble.Kind.NOT_ALLOWED,
          "no URL that may be asked: " + Quoted.quote(request.uri().toString()));
    }
    if (!origin.get().secure() && !access.plain(origin.get())) {
      return Answer.Failed.of(
          Trouble.Kind.NOT_ALLOWED, origin.get() + " is not on the list for plain HTTP");
    }
    try {
      return send(request, origin.get(), deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.Failed.of(Trouble.Kind.DEADLINE, "interrupted while asking " + origin.get());
    }
  }

  private Answer send(Request request, Origin origin, Deadline deadline)
      throws InterruptedException {
    Optional<InetSocketAddress> proxy = proxies.of(origin);
    if (proxy.isPresent() && Hosts.isName(origin.host())) {
      return proxied(request, origin, proxy.get(), deadline);
    }
    List<InetAddress> addresses;
    try {
      addresses = lookups.of(origin.host(), deadline);
    } catch (TimeoutException e) {
      return Attempt.late(origin);
    } catch (RejectedExecutionException e) {
      return Answer.Failed.of(
          Trouble.Kind.UNREACHABLE,
          "too many names are looked up at the same time to find " + origin);
    } catch (ExecutionException e) {
      return unknown(origin, e);
    }
    for (InetAddress address : addresses) {
      if (!Addresses.isPublic(address) && !access.internal(origin)) {
        return Answer.Failed.of(
            Trouble.Kind.NOT_ALLOWED,
            origin + " lies at " + address.getHostAddress() + ", which is no public address");
      }
    }
    return proxy.isPresent()
        ? proxied(request, origin, proxy.get(), deadline)
        : eachOf(addresses, request, origin, deadline);
  }

  private static Answer unknown(Origin origin, ExecutionException e) {
    if (e.getCause() instanceof UnknownHostException) {
      return new Answer.Failed(
          new Trouble(Trouble.Kind.UNREACHABLE, origin + " has no address"), true);
    }
    return Answer.Failed.of(
        Trouble.Kind.UNEXPECTED, "finding the addresses of " + origin + " failed");
  }

  private Answer eachOf(
      List<InetAddress> addresses, Request request, Origin origin, Deadline deadline)
      throws InterruptedException {
    String detail = "";
    for (InetAddress address : addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size()))) {
      try {
        URI pinned = pinned(request.uri(), origin, address);
        return new Attempt(clients.client(origin, Optional.empty()), request, origin, deadline)
            .at(pinned);
      } catch (ConnectException e) {
        detail = address.getHostAddress();
      }
    }
    return new Answer.Failed(
        new Trouble(Trouble.Kind.UNREACHABLE, "no connection to " + origin + " at " + detail),
        true);
  }

  private Answer proxied(Request request, Origin origin, InetSocketAddress proxy, Deadline deadline)
      throws InterruptedException {
    try {
      return new Attempt(clients.client(origin, Optional.of(proxy)), request, origin, deadline)
          .at(request.uri());
    } catch (ConnectException e) {
      return new Answer.Failed(
          new Trouble(
              Trouble.Kind.UNREACHABLE,
              "no connection to " + origin + " through the proxy " + proxy.getHostString()),
          true);
    }
  }

  /// The same URL with the address in place of the name.
  private static URI pinned(URI uri, Origin origin, InetAddress address) {
    String number = address.getHostAddress();
    int zone = number.indexOf('%');
    String host = zone < 0 ? number : number.substring(0, zone);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return URI.create(new Origin(origin.secure(), host, origin.port()) + path + query);
  }

  @Override
  public void close() {
    lookups.close();
    clients.close();
  }
}
