package io.policyc.compiler.emit;

import io.policyc.compiler.model.Origin;
import io.policyc.findings.Span;
import java.util.Comparator;

/// A sentence as comments and annotations show it.
///
/// The order is that of the texts, then of the places, so that moving a sentence moves no line of
/// the output.
///
/// @param text on one line, shortened
/// @param place `shop.policy:12`
public record Sentence(String text, String place, Origin origin) implements Comparable<Sentence> {
  private static final int LONGEST = 160;

  private static final Comparator<Sentence> BY_PLACE =
      Comparator.<Sentence, String>comparing(s -> s.span().source().place())
          .thenComparingInt(s -> s.span().start());

  private static final Comparator<Sentence> ORDER =
      Comparator.comparing(Sentence::text).thenComparing(BY_PLACE);

  /// The sentence that a part of the model came from.
  public static Sentence of(Origin origin) {
    Span span = origin.sentence();
    return new Sentence(oneLine(span.text()), span.place(), origin);
  }

  /// The order of the texts that were read.
  public static Comparator<Sentence> byPlace() {
    return BY_PLACE;
  }

  /// Where it stands.
  public Span span() {
    return origin.sentence();
  }

  /// Where a text stands in the sentence; the whole sentence where it doesn't.
  public Span place(String part) {
    String all = span().source().text();
    int at = all.indexOf(part, span().start());
    return at < 0 || at + part.length() > span().end()
        ? span()
        : new Span(span().source(), at, at + part.length());
  }

  /// `shop.policy:12: web may reach stripe`
  public String line() {
    return place + ": " + text;
  }

  @Override
  public int compareTo(Sentence other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sentence sentence && span().equals(sentence.span());
  }

  @Override
  public int hashCode() {
    return span().start();
  }

  // A sentence may be long: what is never shown is never looked at.
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && line.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        line.append(c);
      } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.length() <= LONGEST ? line.toString().strip() : shortened(line);
  }

  private static String shortened(StringBuilder line) {
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return line.substring(0, end).strip() + "…";
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
