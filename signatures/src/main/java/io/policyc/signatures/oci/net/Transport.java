package io.policyc.signatures.oci.net;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Limits;
import io.policyc.signatures.oci.Quoted;
import io.policyc.signatures.oci.Trouble;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// Calls hosts: with redirects followed by hand, patience with busy ones, and bounds on everything.
/// Shared by all verifications of a process.
public final class Transport implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;

  private final PinnedExchange pinned;
  private final Exchange exchange;
  private final Access access;
  private final Limits limits;

  /// @param access which hosts may be asked
  /// @param proxies through whom
  /// @param authorities that TLS believes beside the platform's own
  public Transport(
      Access access,
      Proxies proxies,
      List<X509Certificate> authorities,
      Resolver resolver,
      Limits limits) {
    this.access = access;
    this.limits = limits;
    this.pinned =
        new PinnedExchange(
            access,
            proxies,
            resolver,
            new PinnedClients(Certificates.context(authorities), limits.connect()));
    this.exchange =
        new Patience(new Turnstile(pinned, limits.maxCallsPerHost()), limits.attempts());
  }

  /// Which hosts may be asked.
  public Access access() {
    return access;
  }

  /// How much is read.
  public Limits limits() {
    return limits;
  }

  /// Where an API of a host begins: without TLS only if the list says so.
  public URI root(String host) {
    URI plain = URI.create("http://" + host);
    return Origin.of(plain).map(access::plain).orElse(false)
        ? plain
        : URI.create("https://" + host);
  }

  /// Makes a call. Credentials stay with the origin that they were meant for.
  public Answer call(Request request, Deadline deadline) {
    Request next = request;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      Answer answer = exchange.send(next, deadline);
      if (!(answer instanceof Answer.Reply reply) || !redirects(reply.status())) {
        return answer;
      }
      Optional<URI> target = target(reply);
      if (target.isEmpty() || request.form().isPresent()) {
        return Answer.Failed.of(
            Trouble.Kind.UNEXPECTED,
            origin(next)
                + " sends elsewhere: "
                + Quoted.quote(reply.header("Location").orElse("")));
      }
      next = next.at(target.get());
    }
    return Answer.Failed.of(
        Trouble.Kind.TOO_MANY,
        origin(request) + " redirects more than " + MAX_REDIRECTS + " times");
  }

  private static String origin(Request request) {
    return Origin.of(request.uri()).map(Origin::toString).orElse("a registry");
  }

  private static boolean redirects(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static Optional<URI> target(Answer.Reply reply) {
    return reply.header("Location").flatMap(text -> resolve(reply.uri(), text));
  }

  /// A reference in an answer, seen from where the answer came from; empty where it is none.
  public static Optional<URI> resolve(URI base, String reference) {
    try {
      return Optional.of(base.resolve(new URI(reference)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    pinned.close();
  }
}
