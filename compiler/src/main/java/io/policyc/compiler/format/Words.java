package io.policyc.compiler.format;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.ast.PortItem;
import io.policyc.compiler.ast.Word;
import java.util.List;

/// Single words as sentences spell them.
final class Words {
  private Words() {}

  static String of(Word word) {
    return word.quoted() || endsLikeASentence(word.text()) ? quoted(word.text()) : word.text();
  }

  // A full stop behind the last word of a sentence is taken off.
  private static boolean endsLikeASentence(String text) {
    return text.endsWith(".") && !text.endsWith("..") && !text.startsWith("/");
  }

  static List<String> of(List<Word> words) {
    return words.stream().map(Words::of).toList();
  }

  static String expression(Word word) {
    return "re\"" + word.text() + "\"";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /// `(api, core)`; a word that begins with `/` runs to a blank.
  static List<String> inParentheses(List<Word> words) {
    List<String> items = new java.util.ArrayList<>(of(words));
    items.set(0, "(" + items.getFirst());
    items.set(items.size() - 1, apart(items.getLast()) + ")");
    return items;
  }

  /// The text, with a blank after it where its last word would run on.
  static String apart(String text) {
    int last = text.lastIndexOf(' ') + 1;
    return text.startsWith("/", last) || text.startsWith("(/", last) ? text + " " : text;
  }

  static String port(PortItem item) {
    return switch (item) {
      case PortItem.Named(var name) -> of(name);
      case PortItem.Numbers(var first, var last, var protocol, var span) ->
          first + (last == first ? "" : "-" + last) + protocol.map(Words::suffix).orElse("");
    };
  }

  private static String suffix(Protocol protocol) {
    return "/" + protocol.word();
  }
}
