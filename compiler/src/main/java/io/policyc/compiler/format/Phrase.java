package io.policyc.compiler.format;

import java.util.ArrayList;
import java.util.List;

/// The words of one sentence, with the places where a line may end.
final class Phrase {
  /// Columns in a line; a single word may be longer.
  static final int WIDTH = 100;

  private enum Break {
    NONE,
    /// After a comma, only where the line is full.
    FILL,
    /// Before `with`, `through`, `until`, `because` and another signer: always, where the sentence
    /// takes several lines.
    CLAUSE
  }

  private record Piece(Break before, String text) {}

  private final List<Piece> pieces = new ArrayList<>();

  /// Adds words to the line.
  Phrase add(String words) {
    pieces.add(new Piece(Break.NONE, words));
    return this;
  }

  /// Adds items with commas between them.
  Phrase list(List<String> items) {
    for (int i = 0; i < items.size(); i++) {
      String comma = i < items.size() - 1 ? "," : "";
      pieces.add(new Piece(i == 0 ? Break.NONE : Break.FILL, items.get(i) + comma));
    }
    return this;
  }

  /// Adds words between which a line may end.
  Phrase fill(List<String> words) {
    for (String word : words) {
      pieces.add(new Piece(pieces.isEmpty() ? Break.NONE : Break.FILL, word));
    }
    return this;
  }

  /// Adds what begins a line where the sentence takes several.
  Phrase clause(String words) {
    pieces.add(new Piece(Break.CLAUSE, words));
    return this;
  }

  /// Everything on one line.
  String line() {
    return String.join(" ", pieces.stream().map(Piece::text).toList());
  }

  /// The lines that it takes.
  ///
  /// @param indent blanks before the first line; the others have two more, and those within a
  ///   clause four
  List<String> lines(int indent) {
    String whole = " ".repeat(indent) + line();
    return whole.length() <= WIDTH ? List.of(whole) : wrapped(indent);
  }

  private List<String> wrapped(int indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    int more = indent + 2;
    boolean fresh = true;
    for (Piece piece : pieces) {
      boolean full = line.length() + 1 + piece.text().length() > WIDTH;
      if (piece.before() == Break.CLAUSE || (piece.before() == Break.FILL && full)) {
        lines.add(line.toString());
        more = piece.before() == Break.CLAUSE ? indent + 4 : more;
        line = new StringBuilder(" ".repeat(piece.before() == Break.CLAUSE ? indent + 2 : more));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(piece.text());
      fresh = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
