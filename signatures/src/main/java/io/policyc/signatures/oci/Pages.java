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

/// A list that is served in pages: followed by `Link` headers on the same host, up to a limit.
///
/// @param page fetches one
/// @param items reads one
record Pages<T>(
    Limits limits,
    Function<Request, Fetched<Answer.Reply>> page,
    Function<Answer.Reply, Fetched<List<T>>> items) {
  /// Every item; not there when the first page is not. A list that cannot be read to its end is no
  /// list.
  Fetched<List<T>> all(Request first) {
    return gathered(first).map(Gathered::whole).orElseGet(Fetched.NotThere::new);
  }

  /// As many items as can be read, and why no more can; empty when the first page is not there.
  Optional<Gathered<T>> gathered(Request first) {
    List<T> all = new ArrayList<>();
    Request next = first;
    for (int i = 0; i < limits.maxPages(); i++) {
      Fetched<Answer.Reply> fetched = page.apply(next);
      if (!(fetched instanceof Fetched.There<Answer.Reply>(var reply))) {
        return fetched instanceof Fetched.Unknown<Answer.Reply>(var trouble)
            ? cut(all, trouble)
            : i == 0 ? Optional.empty() : cut(all, brokenOff(next));
      }
      switch (items.apply(reply)) {
        case Fetched.There<List<T>>(var more) -> all.addAll(more);
        case Fetched.NotThere<List<T>>() -> {}
        case Fetched.Unknown<List<T>>(var trouble) -> {
          return cut(all, trouble);
        }
      }
      if (all.size() > limits.maxEntries()) {
        return cut(all.subList(0, limits.maxEntries()), tooMany(first));
      }
      switch (Links.next(reply.all("Link"))) {
        case Links.Next.End() -> {
          return Optional.of(new Gathered<>(all, List.of()));
        }
        case Links.Next.Unclear(var header) -> {
          return cut(all, unclear(header));
        }
        case Links.Next.At(var link) -> {
          Optional<URI> target = target(reply, link, first);
          if (target.isEmpty()) {
            return cut(all, elsewhere(link));
          }
          next = new Request(target.get(), first.headers(), Optional.empty(), first.maxBytes());
        }
      }
    }
    return cut(all, tooMany(first));
  }

  private static <T> Optional<Gathered<T>> cut(List<T> items, Trouble trouble) {
    return Optional.of(new Gathered<>(items, List.of(trouble)));
  }

  private static Trouble brokenOff(Request next) {
    return new Trouble(Trouble.Kind.UNEXPECTED, "a list breaks off: " + shown(next));
  }

  private static Trouble unclear(String header) {
    return new Trouble(
        Trouble.Kind.UNEXPECTED, "it is not clear where a list goes on: " + Quoted.quote(header));
  }

  private static Trouble elsewhere(String link) {
    return new Trouble(Trouble.Kind.NOT_ALLOWED, "a list goes on elsewhere: " + Quoted.quote(link));
  }

  private static Optional<URI> target(Answer.Reply reply, String link, Request first) {
    return Transport.resolve(reply.uri(), link)
        .filter(uri -> Origin.of(uri).isPresent())
        .filter(uri -> Origin.of(uri).equals(Origin.of(first.uri())));
  }

  private Trouble tooMany(Request first) {
    return new Trouble(
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
}
