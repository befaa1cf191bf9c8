package io.policyc.signatures.oci;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `Link` headers for the link that a list goes on at.
///
/// A list that ends too early looks like one without what stands on its other pages, so that only
/// headers in which no relation speaks of `next` are an end.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-3">RFC 8288, Link Serialisation</a>
final class Links {
  private static final String NEXT = "next";

  private Links() {}

  /// Where a list goes on.
  sealed interface Next {
    /// Nowhere: this was all.
    record End() implements Next {}

    /// At a URL reference.
    record At(String target) implements Next {}

    /// Nobody can say: it speaks of a next page in a way that is no link, or names two.
    record Unclear(String header) implements Next {}
  }

  /// The link of all these headers whose relations have `next` among them.
  static Next next(List<String> headers) {
    Next found = new Next.End();
    for (String header : headers) {
      Next one = new Reader(header).next();
      if (one instanceof Next.Unclear) {
        return one;
      }
      if (one instanceof Next.At && !(found instanceof Next.End) && !found.equals(one)) {
        return new Next.Unclear(header);
      }
      found = one instanceof Next.At ? one : found;
    }
    return found;
  }

  private static boolean speaksOfNext(String text) {
    return text.toLowerCase(Locale.ROOT).contains(NEXT);
  }

  private static final class Reader {
    private final String text;
    private Next found = new Next.End();
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Next next() {
      while (skipped(" \t,") < text.length()) {
        if (!link()) {
          return speaksOfNext(text) ? new Next.Unclear(text) : new Next.End();
        }
      }
      return found;
    }

    /// One link; false when there is none, or one that cannot be read.
    private boolean link() {
      int close = text.charAt(at) == '<' ? text.indexOf('>', at) : -1;
      if (close < 0) {
        return false;
      }
      String target = text.substring(at + 1, close).strip();
      at = close + 1;
      while (skipped(" \t") < text.length() && text.charAt(at) == ';') {
        at++;
        if (!parameter(target)) {
          return false;
        }
      }
      return at == text.length() || text.charAt(at) == ',';
    }

    /// One parameter, which may be empty; false when it speaks of `next` in no way that is known.
    private boolean parameter(String target) {
      skipped(" \t");
      String name = until(" \t;,=").toLowerCase(Locale.ROOT);
      if (skipped(" \t") == text.length() || text.charAt(at) != '=') {
        return true;
      }
      at++;
      skipped(" \t");
      Optional<String> value = value();
      if (value.isEmpty()) {
        return false;
      }
      return !name.startsWith("rel") || relation(value.get(), target);
    }

    private boolean relation(String value, String target) {
      if (!speaksOfNext(value)) {
        return true;
      }
      boolean next = false;
      for (String word : value.replace('\t', ' ').split(" ", -1)) {
        next |= word.equalsIgnoreCase(NEXT);
      }
      boolean another = found instanceof Next.At(var first) && !first.equals(target);
      found = new Next.At(target);
      return next && !another && !target.isEmpty();
    }

    /// A word, or a text in quotes; empty when its quote does not end.
    private Optional<String> value() {
      if (at == text.length() || text.charAt(at) != '"') {
        return Optional.of(until(" \t;,"));
      }
      StringBuilder out = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        out.append(text.charAt(at));
      }
      boolean ends = at < text.length();
      at += ends ? 1 : 0;
      return ends ? Optional.of(out.toString()) : Optional.empty();
    }

    private String until(String ends) {
      int start = at;
      while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private int skipped(String blanks) {
      while (at < text.length() && blanks.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at;
    }
  }
}
