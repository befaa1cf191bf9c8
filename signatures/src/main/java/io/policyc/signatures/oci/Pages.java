package io.policyc.signatures.oci;

import io.policyc.signatures.oci.net.Answer;
import io.policyc.signatures.oci.net.Origin;
import io.policyc.signatures.oci.net.Request;
import io.policyc.signatures.oci.net.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A list that is served in pages: followed by `Link` headers on the same host, up to a limit. A
/// list that cannot be read to its end is no list.
///
/// @param page fetches one
/// @param items reads one
record Pages<T>(
    Limits limits,
    Function<Request, Fetched<Answer.Reply>> page,
    Function<Answer.Reply, Fetched<List<T>>> items) {
  /// Every item; not there when the first page is not.
  Fetched<List<T>> all(Request first) {
    List<T> all = new ArrayList<>();
    Request next = first;
    for (int i = 0; i < limits.maxPages(); i++) {
      Fetched<Answer.Reply> fetched = page.apply(next);
      if (!(fetched instanceof Fetched.There<Answer.Reply>(var reply))) {
        return i > 0 && fetched instanceof Fetched.NotThere<Answer.Reply>
            ? Fetched.unknown(Trouble.Kind.UNEXPECTED, "a list breaks off: " + shown(next))
            : fetched.then(ignored -> new Fetched.There<>(List.of()));
      }
      Fetched<List<T>> read = items.apply(reply);
      if (!(read instanceof Fetched.There<List<T>>(var more))) {
        return read;
      }
      all.addAll(more);
      if (all.size() > limits.maxEntries()) {
        return tooMany(first);
      }
      Optional<String> link = next(reply.all("Link"));
      if (link.isEmpty()) {
        return new Fetched.There<>(List.copyOf(all));
      }
      Optional<URI> target = target(reply, link.get(), first);
      if (target.isEmpty()) {
        return Fetched.unknown(
            Trouble.Kind.NOT_ALLOWED, "a list goes on elsewhere: " + Quoted.quote(link.get()));
      }
      next = new Request(target.get(), first.headers(), Optional.empty(), first.maxBytes());
    }
    return tooMany(first);
  }

  private static Optional<URI> target(Answer.Reply reply, String link, Request first) {
    return Transport.resolve(reply.uri(), link)
        .filter(uri -> Origin.of(uri).isPresent())
        .filter(uri -> Origin.of(uri).equals(Origin.of(first.uri())));
  }

  private Fetched<List<T>> tooMany(Request first) {
    return Fetched.unknown(
        Trouble.Kind.TOO_MANY,
        "a list has more than "
            + limits.maxPages()
            + " pages or "
            + limits.maxEntries()
            + " entries: "
            + shown(first));
  }

  private static String shown(Request request) {
    return Quoted.quote(request.uri().toString());
  }

  /// The target of the first link whose relation is `next` (RFC 8288).
  static Optional<String> next(List<String> headers) {
    for (String header : headers) {
      int at = 0;
      while (true) {
        int open = header.indexOf('<', at);
        int close = header.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
          break;
        }
        int end = header.indexOf('<', close);
        String parameters = header.substring(close + 1, end < 0 ? header.length() : end);
        if (isNext(parameters)) {
          return Optional.of(header.substring(open + 1, close));
        }
        at = close + 1;
      }
    }
    return Optional.empty();
  }

  private static boolean isNext(String parameters) {
    for (String parameter : parameters.split("[;,]", -1)) {
      String plain = parameter.replace("\"", "").replace(" ", "");
      if (plain.equalsIgnoreCase("rel=next")) {
        return true;
      }
    }
    return false;
  }
}
