package io.policyc.compiler.parse;

import io.policyc.findings.Suggest;
import io.policyc.grammar.PolicyLexer;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Which lines begin a sentence: what tells a forgotten `}` from a long block.
final class Starts {
  /// The words that begin a sentence.
  static final List<String> WORDS =
      List.of(
          "namespace",
          "workload",
          "external",
          "foreign",
          "import",
          "deny",
          "never",
          "alert",
          "no",
          "expect",
          "images",
          "runtime",
          "except");

  private static final Set<String> STARTS = Set.copyOf(WORDS);

  /// The words that carry a sentence on from the line above.
  static final List<String> CONTINUE = List.of("with", "without", "through", "until", "because");

  /// Where a day may stand in a line that goes on with `until`, as the number of its first words.
  private static final int DATE_WITHIN = 3;

  private static final String DATE = "0000-00-00";

  private static final Set<String> VERBS = Set.of("may", "is", "runs");
  private static final Set<String> LABEL_WORDS = Set.of("in", "not", "exists", "absent");

  private Starts() {}

  /// Whether a line says so much that it can only be a sentence of its own.
  static boolean sentence(List<Token> line) {
    return line.size() >= 2 && (annotation(line) || keyword(line) || subjectAndVerb(line));
  }

  /// Whether what stands behind a `;` is a sentence of its own.
  static boolean another(List<Token> line) {
    return sentence(line)
        && (annotation(line) || keyword(line) || line.stream().anyMatch(Starts::isVerb));
  }

  // `@app: web` and `@port 80` are items in error.
  private static boolean annotation(List<Token> line) {
    int second = line.get(1).getType();
    return line.getFirst().getType() == PolicyLexer.ANNOTATION
        && (second == PolicyLexer.OPEN_PAREN
            || second == PolicyLexer.ANNOTATION
            || sentence(line.subList(1, line.size())));
  }

  /// Whether a line begins with a word that begins sentences, and is not about a label.
  static boolean keyword(List<Token> line) {
    return line.size() >= 2
        && isWord(line.getFirst())
        && STARTS.contains(line.getFirst().getText())
        && (isText(line.get(1))
            || (isWord(line.get(1)) && !LABEL_WORDS.contains(line.get(1).getText())))
        && !exceptOfAddresses(line);
  }

  // `cidr 10.0.0.0/8`, and on the next line `except 10.1.0.0/16`: a block's rest, not a sentence.
  private static boolean exceptOfAddresses(List<Token> line) {
    char second = line.get(1).getText().charAt(0);
    return line.getFirst().getText().equals("except") && second >= '0' && second <= '9';
  }

  /// Whether a line goes on with the sentence above it.
  static boolean continues(List<Token> line) {
    return !line.isEmpty()
        && isWord(line.getFirst())
        && (CONTINUE.contains(line.getFirst().getText())
            || misspeltBeforeText(line)
            || misspeltBeforeDate(line))
        && (line.size() < 2 || !VERBS.contains(line.get(1).getText()));
  }

  // `trough "https://…"`: no sentence begins with a name and a text.
  private static boolean misspeltBeforeText(List<Token> line) {
    String word = line.getFirst().getText();
    return line.size() > 1
        && isText(line.get(1))
        && !STARTS.contains(word)
        && Suggest.nearest(word, CONTINUE).isPresent();
  }

  // `untl 2027-06-30`, or the day alone: no sentence has a day so early.
  private static boolean misspeltBeforeDate(List<Token> line) {
    return !keyword(line)
        && line.stream().limit(DATE_WITHIN).anyMatch(token -> isWord(token) && endsWithDate(token));
  }

  private static boolean endsWithDate(Token token) {
    String text = token.getText();
    int start = text.length() - DATE.length();
    for (int i = 0; i < DATE.length(); i++) {
      char wanted = DATE.charAt(i);
      char found = start < 0 ? ' ' : text.charAt(start + i);
      if (wanted == '-' ? found != '-' : found < '0' || found > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean subjectAndVerb(List<Token> line) {
    int at = 0;
    while (at + 2 < line.size()
        && isName(line.get(at))
        && line.get(at + 1).getType() == PolicyLexer.COMMA) {
      at += 2;
    }
    return at + 1 < line.size()
        && isName(line.get(at))
        && (isVerb(line.get(at + 1)) || everyPod(line, at));
  }

  private static boolean everyPod(List<Token> line, int at) {
    String first = line.get(at).getText();
    return (first.equals("every") || first.equals("any"))
        && line.get(at + 1).getText().equals("pod");
  }

  private static boolean isVerb(Token token) {
    return isWord(token) && VERBS.contains(token.getText());
  }

  private static boolean isName(Token token) {
    return isWord(token) || isText(token);
  }

  private static boolean isText(Token token) {
    return token.getType() == PolicyLexer.TEXT;
  }

  private static boolean isWord(Token token) {
    return token.getType() == PolicyLexer.WORD;
  }
}
