package io.policyc.compiler.falco.check;

import io.policyc.compiler.falco.yaml.YamlNode;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// A text put together from pieces, each of which knows where it stands.
final class Traced {
  private final String text;
  private final List<Piece> pieces;

  private Traced(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /// @param start where the piece begins in the whole
  /// @param from where it begins in the scalar
  /// @param whole whether all of it stands at one place
  private record Piece(int start, Source source, YamlNode.Scalar scalar, int from, boolean whole) {
    int offset(int at) {
      return scalar.offset(whole ? from : at - start + from);
    }

    Piece moved(int by, int skipped) {
      return new Piece(start + by, source, scalar, from + (whole ? 0 : skipped), whole);
    }
  }

  /// A scalar's text.
  static Traced of(Source source, YamlNode.Scalar scalar) {
    return new Traced(scalar.text(), List.of(new Piece(0, source, scalar, 0, false)));
  }

  /// A text that stands for what is written at the place of another one.
  Traced standIn(int at, String other) {
    Piece piece = pieces.get(index(at));
    int from = piece.whole ? piece.from : at - piece.start + piece.from;
    return new Traced(other, List.of(new Piece(0, piece.source, piece.scalar, from, true)));
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /// The place of some characters, at least one of them where there is one.
  Span span(int at, int length) {
    int first = Math.clamp(at, 0, text.length());
    Piece piece = pieces.get(index(first));
    int start = piece.offset(first);
    if (piece.whole || length == 0) {
      return new Span(
          piece.source, start, Math.max(start, Math.min(start + 1, piece.scalar.end())));
    }
    int last = Math.min(first + length, text.length()) - 1;
    Piece end = pieces.get(index(last));
    boolean together = end.source.equals(piece.source) && !end.whole && last >= first;
    int behind = together ? end.offset(last) + 1 : start + 1;
    return new Span(piece.source, start, Math.max(start, behind));
  }

  /// The whole.
  Span span() {
    return span(0, Math.max(text.length(), 1));
  }

  /// A part of it.
  Traced part(int from, int to) {
    List<Piece> inside = new ArrayList<>();
    if (from >= to) {
      return new Traced("", List.of(pieces.get(index(from)).moved(-from, 0)));
    }
    for (int i = index(from); i < pieces.size() && pieces.get(i).start < to; i++) {
      Piece piece = pieces.get(i);
      int skipped = Math.max(0, from - piece.start);
      inside.add(piece.moved(skipped - from, skipped));
    }
    return new Traced(text.substring(from, to), inside);
  }

  /// Texts behind each other.
  static Traced join(List<Traced> parts) {
    StringBuilder all = new StringBuilder();
    List<Piece> pieces = new ArrayList<>();
    for (Traced part : parts) {
      if (!part.isEmpty() || pieces.isEmpty()) {
        for (Piece piece : part.pieces) {
          pieces.add(piece.moved(all.length(), 0));
        }
      }
      all.append(part.text);
    }
    return new Traced(all.toString(), List.copyOf(pieces));
  }

  // The last piece that begins at or before an offset.
  private int index(int at) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).start <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  @Override
  public String toString() {
    return text;
  }
}
