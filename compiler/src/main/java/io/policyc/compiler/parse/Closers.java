package io.policyc.compiler.parse;

import io.policyc.grammar.PolicyLexer;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;

/// Closing brackets: those that close what is open, those that close nothing, and those that are
/// missing.
final class Closers {
  private final Report report;
  private final WordChecks checks;
  private final Brackets brackets;
  private final LaidOut out;
  private final Consumer<Token> put;
  private final Suspects suspects = new Suspects();

  private Optional<Token> closed = Optional.empty();
  private boolean opened;
  private boolean lost;
  private boolean hidComma;
  private int damagedBefore;

  /// @param put takes tokens into the open sentence
  Closers(Report report, WordChecks checks, Brackets brackets, LaidOut out, Consumer<Token> put) {
    this.report = report;
    this.checks = checks;
    this.brackets = brackets;
    this.out = out;
    this.put = put;
  }

  /// Takes in that nothing stands in the open sentence yet.
  void begin() {
    damagedBefore = checks.damaged().size();
  }

  /// Takes in an opening bracket.
  void opened(Token token) {
    opened |= token.getType() == PolicyLexer.OPEN_BRACE;
  }

  /// Takes in that the open sentence ends.
  void end() {
    suspects.ended(out.open(), opened, lost);
    opened = false;
    lost = false;
  }

  /// Closes a bracket; false where nothing is open that the token closes.
  boolean close(Token token) {
    int damaged = checks.damaged().size();
    if (!brackets.close(token, put)) {
      return false;
    }
    put.accept(token);
    lost |= checks.damaged().size() > damaged;
    closed = brackets.isEmpty() ? Optional.of(token) : closed;
    return true;
  }

  /// Says that a bracket closes nothing, unless that follows from what was said or will be.
  void stray(Token token) {
    boolean parenthesis = token.getType() == PolicyLexer.CLOSE_PAREN;
    if (isNotOpened() || (parenthesis && checks.damaged().size() > damagedBefore)) {
      return;
    }
    if (Starts.sentence(out.open())) {
      suspects.clear();
    }
    boolean early = suspects.afterBlock() || Suspects.declares(out.open());
    if (!suspects.said()) {
      checks.stray(token, early ? closed : Optional.empty());
    }
    suspects.take().forEach(checks::damage);
    if (out.words() > 0) {
      checks.damage(out.last().getStartIndex());
    }
  }

  /// Whether the open sentence declares what has a block, and has none.
  private boolean isNotOpened() {
    return !opened && Suspects.declares(out.open());
  }

  /// Whether the open sentence declares something, and a `}` comes that closes nothing: then it is
  /// said there.
  boolean closesMore(Iterable<Token> line) {
    int open = 0;
    for (Token token : line) {
      open += token.getType() == PolicyLexer.OPEN_BRACE ? 1 : 0;
      open -= token.getType() == PolicyLexer.CLOSE_BRACE ? 1 : 0;
      if (open < 0) {
        return Suspects.declares(out.open());
      }
    }
    return false;
  }

  /// Takes in a comment by mistake, up to the end of its line: what it hides may be the rest of a
  /// sentence.
  void comment(int start) {
    String text = report.source().text();
    int newline = text.indexOf('\n', start);
    String hidden = text.substring(start, newline < 0 ? text.length() : newline).stripTrailing();
    hidComma = hidden.endsWith(",");
    if (out.words() > 0) {
      checks.damage(out.last().getStartIndex());
      hidden(hidden);
    }
  }

  /// Whether a comment by mistake hides that the next line carries the sentence on.
  boolean hidComma() {
    return hidComma;
  }

  /// Takes in that a new line began.
  void newline() {
    hidComma = false;
  }

  /// Closes what a text or a comment hides the ends of, which is neither.
  void hidden(String text) {
    lost |= text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    brackets.closeSwallowed(text, out.lastEnd(), put);
  }

  /// Closes everything.
  ///
  /// @param say whether it was left open by mistake
  void all(boolean say) {
    if (say && !brackets.isEmpty()) {
      checks.damage(brackets.unclosed());
      lost = true;
    }
    while (!brackets.isEmpty()) {
      put.accept(LaidOut.synthetic(brackets.pop(), out.lastEnd()));
    }
  }
}
