package io.policyc.compiler.resolve;

import java.util.ArrayList;
import java.util.List;

/// Mistakes as people make them: one word of a text missing, twice there, misspelt, in its
/// neighbour's place, or with a character too many.
record Edits(String text) {
  private static final List<String> CHARACTERS =
      List.of(
          "x", "1", "-", ":", ".", "/", "\"", "ü", ",", ";", "#", "(", "}", "'", "=", "*", "\\",
          "@");

  /// One mistake.
  ///
  /// @param kind what was done
  /// @param line the line with it
  /// @param text the whole text with it
  record Edit(String kind, String line, String text) {
    @Override
    public String toString() {
      return kind + " | " + line;
    }
  }

  /// A word or a mark of the text.
  private record Piece(int start, int end) {}

  /// Every mistake; of the characters too many two a word, all of them in turn.
  List<Edit> all() {
    List<Edit> edits = new ArrayList<>();
    List<Piece> pieces = pieces();
    for (int i = 0; i < pieces.size(); i++) {
      word(pieces.get(i), edits);
      characters(pieces.get(i), i, edits);
      if (i + 1 < pieces.size()) {
        neighbours(pieces.get(i), pieces.get(i + 1), edits);
      }
    }
    return edits;
  }

  private void word(Piece piece, List<Edit> edits) {
    int start = piece.start();
    int end = piece.end();
    String word = text.substring(start, end);
    int middle = start + word.length() / 2;
    boolean blank = end < text.length() && text.charAt(end) == ' ';
    edits.add(edit("without", start, blank ? end + 1 : end, ""));
    edits.add(edit("twice", end, end, " " + word));
    edits.add(edit("another", start, end, "quux"));
    if (!turned(word).equals(word)) {
      edits.add(edit("case", start, end, turned(word)));
    }
    if (word.length() > 1) {
      edits.add(edit("letter less", end - 1, end, ""));
      edits.add(edit("letter twice", middle, middle, text.substring(middle, middle + 1)));
      edits.add(edit("split", middle, middle, " "));
    }
  }

  private void characters(Piece piece, int turn, List<Edit> edits) {
    String behind = CHARACTERS.get(turn % CHARACTERS.size());
    String before = CHARACTERS.get((turn + 7) % CHARACTERS.size());
    edits.add(edit("behind " + behind, piece.end(), piece.end(), behind));
    edits.add(edit("before " + before, piece.start(), piece.start(), before));
  }

  private void neighbours(Piece first, Piece second, List<Edit> edits) {
    boolean words = isWord(first) && isWord(second);
    int blank = first.end();
    if (words && second.start() == blank + 1 && text.charAt(blank) == ' ') {
      String turned = text(second) + " " + text(first);
      edits.add(edit("turned", first.start(), second.end(), turned));
      edits.add(edit("joined", blank, blank + 1, ""));
    }
  }

  private Edit edit(String kind, int start, int end, String with) {
    String edited = text.substring(0, start) + with + text.substring(end);
    int from = edited.lastIndexOf('\n', Math.max(start - 1, 0)) + 1;
    int to = edited.indexOf('\n', start + with.length());
    return new Edit(kind, edited.substring(from, to < 0 ? edited.length() : to), edited);
  }

  private String text(Piece piece) {
    return text.substring(piece.start(), piece.end());
  }

  private boolean isWord(Piece piece) {
    return "{}(),;".indexOf(text.charAt(piece.start())) < 0;
  }

  private static String turned(String word) {
    StringBuilder turned = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      turned.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
    }
    return turned.toString();
  }

  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = end(at);
      if (" \n#".indexOf(text.charAt(at)) < 0) {
        pieces.add(new Piece(at, end));
      }
      at = end;
    }
    return pieces;
  }

  // The end of what begins here: of a comment, of a text in quotes, of a mark, of a word.
  private int end(int at) {
    char first = text.charAt(at);
    int quote = text.startsWith("re\"", at) ? at + 2 : at;
    if (first == '#') {
      return text.indexOf('\n', at);
    }
    if (text.charAt(quote) == '"') {
      return text.indexOf('"', quote + 1) + 1;
    }
    int end = at + 1;
    while ("{}(),; \n".indexOf(first) < 0 && "{}(),; \n\"".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
