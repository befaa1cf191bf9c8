package io.policyc.compiler.parse;

import io.policyc.grammar.PolicyLexer;
import io.policyc.grammar.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/// The tokens that were laid out so far, the last sentence still open.
final class LaidOut {
  /// Words that no sentence ends with.
  private static final Set<String> OPEN =
      Set.of(
          "every", "any", "in", "but", "outside", "on", "to", "of", "when", "may", "with",
          "without", "through", "by", "from", "as", "not", "because", "is");

  private final List<Token> tokens = new ArrayList<>();
  private int from;

  List<Token> tokens() {
    return tokens;
  }

  void add(Token token) {
    tokens.add(token);
  }

  /// How many tokens the open sentence has.
  int words() {
    return tokens.size() - from;
  }

  /// The text of a token of the open sentence.
  String word(int index) {
    return tokens.get(from + index).getText();
  }

  /// The tokens of the open sentence.
  List<Token> open() {
    return tokens.subList(from, tokens.size());
  }

  /// The token that was added last; there is one.
  Token last() {
    return tokens.getLast();
  }

  /// The type of the token that was added last; that of the end of a sentence before any was.
  int lastType() {
    return tokens.isEmpty() ? PolicyParser.END : last().getType();
  }

  /// Where the token that was added last ends.
  int lastEnd() {
    return last().getStopIndex() + 1;
  }

  /// Whether the last word of the open sentence is a keyword.
  boolean endsWith(String keyword) {
    return words() > 0
        && lastType() == PolicyLexer.WORD
        && lastEnd() - last().getStartIndex() == keyword.length()
        && last().getText().equals(keyword);
  }

  /// Whether a new line ends an item behind the token that was added last.
  boolean separates() {
    int type = lastType();
    return type != PolicyLexer.OPEN_BRACE
        && type != PolicyLexer.SEMICOLON
        && type != PolicyLexer.COMMA;
  }

  /// Whether the open sentence cannot end here.
  boolean isUnfinished() {
    boolean keyword = words() == 1 && Starts.WORDS.contains(word(0));
    boolean open = lastType() == PolicyLexer.WORD && OPEN.contains(last().getText());
    return keyword || open || lastType() == PolicyLexer.COMMA;
  }

  /// Whether the open sentence is `namespace NAME` so far.
  boolean isHeader() {
    int first = words() == 3 && word(0).equals("foreign") ? 1 : 0;
    return words() == first + 2 && word(first).equals("namespace");
  }

  /// Ends the open sentence, which has tokens.
  void end() {
    tokens.add(synthetic(PolicyParser.END, lastEnd()));
    from = tokens.size();
  }

  /// A token that stands for no characters.
  static Token synthetic(int type, int at) {
    CommonToken token = new CommonToken(type, type == PolicyLexer.SEMICOLON ? "\n" : "");
    token.setStartIndex(at);
    token.setStopIndex(at - 1);
    return token;
  }
}
