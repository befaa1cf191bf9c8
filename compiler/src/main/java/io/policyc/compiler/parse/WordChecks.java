package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import io.policyc.grammar.PolicyLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// What is wrong with single words, whatever sentence they stand in.
final class WordChecks {
  private final Report report;
  private final Characters characters;
  private final List<Integer> damaged = new ArrayList<>();

  WordChecks(Report report) {
    this.report = report;
    this.characters = new Characters(report.source());
  }

  List<Integer> damaged() {
    return damaged;
  }

  /// Notes that nothing more should be said about the sentence around an offset.
  void damage(int at) {
    damaged.add(at);
  }

  /// @param prose whether it is a text for people, such as the one after `because`
  /// @param mended whether its quotes are known to be wrong
  void word(Token token, boolean prose, boolean mended) {
    int length = token.getStopIndex() - token.getStartIndex() + 1;
    if (length > Limits.WORD) {
      damage(
          Code.PC0007
              .at(
                  report.span(token.getStartIndex(), token.getStartIndex() + 64),
                  "this word has " + length + " characters, more than " + Limits.WORD)
              .withHelp("shorten it"));
    } else if (token.getType() == PolicyLexer.UNCLOSED) {
      damage(
          Code.PC0107
              .at(
                  report.span(token.getStartIndex(), token.getStopIndex() + 1),
                  "this text is not closed")
              .withHelp("add a `\"` where it ends, on the same line"));
    } else {
      characters(token, prose, mended ? 1 : 0);
    }
  }

  /// @param quote how many characters at either end were looked at before
  void characters(Token token, boolean prose, int quote) {
    boolean text = token.getType() == PolicyLexer.TEXT;
    characters
        .check(token.getStartIndex() + quote, token.getStopIndex() + 1 - quote, prose && text)
        .ifPresentOrElse(this::damage, () -> escapes(token, quote));
  }

  private void escapes(Token token, int quote) {
    if (token.getType() != PolicyLexer.TEXT || quote > 0) {
      return;
    }
    String text = token.getText();
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
      if (text.charAt(at + 1) != '"' && text.charAt(at + 1) != '\\') {
        int start = token.getStartIndex() + at;
        damage(
            Code.PC0108
                .at(
                    report.span(start, start + 2),
                    Quote.of(text.substring(at, at + 2)) + " means nothing in a text")
                .withHelp("write `\\\\` for a backslash, `\\\"` for a quote"));
        return;
      }
    }
  }

  /// An `@` with nothing after it.
  void noName(Token token) {
    damage(
        Code.PC0140
            .at(
                report.span(token.getStartIndex(), token.getStartIndex() + 1),
                "this annotation has no name")
            .withHelp("write it without a blank: `@owner(\"team-a\")`"));
  }

  /// A comment may hold any script; it needs a blank before it.
  ///
  /// @return whether it has one
  boolean comment(int start, int end) {
    characters.check(start, end, true).ifPresent(report::add);
    String text = report.source().text();
    boolean apart = start == 0 || " \t\n\uFEFF".indexOf(text.charAt(start - 1)) >= 0;
    if (!apart) {
      touching(start);
    }
    return apart;
  }

  /// A `#` that touches a word: it begins a comment, or stands there by mistake.
  void touching(int hash) {
    String text = report.source().text();
    int newline = text.indexOf('\n', hash);
    String hidden = text.substring(hash, newline < 0 ? text.length() : newline);
    Finding finding = Code.PC0141.at(report.span(hash, hash + 1), "a comment begins after a blank");
    report.add(
        belongsToSentence(hidden)
            ? finding.withHelp("delete the `#`, or write a blank before it if a comment is meant")
            : finding.withHelp("write a blank before `#`").withFix(report.span(hash, hash), " "));
  }

  // Whether a bracket or a list goes on behind the `#`.
  private static boolean belongsToSentence(String hidden) {
    int open = 0;
    for (int at = 0; at < hidden.length() && open >= 0; at++) {
      open += "{(".indexOf(hidden.charAt(at)) >= 0 ? 1 : 0;
      open -= "})".indexOf(hidden.charAt(at)) >= 0 ? 1 : 0;
    }
    return open != 0 || hidden.stripTrailing().endsWith(",");
  }

  /// A line that ends as on no system of today.
  void carriageReturn(Token token) {
    int start = token.getStartIndex();
    report.add(
        Code.PC0010
            .at(
                report.span(start, start + 1),
                "U+000D (carriage return) without a line feed does not end a line")
            .withHelp("save the file with line feeds; the rest of it was not read"));
  }

  /// The opening brace after the name of a namespace.
  void namespaceBlock(Token brace, String name) {
    report.add(
        Code.PC0119
            .at(
                report.span(brace.getStartIndex(), brace.getStopIndex() + 1),
                "a namespace has no block: it holds everything below it")
            .withHelp("write `namespace " + name + "` on a line of its own"));
  }

  /// @param instead what should stand in place of the `;`: a new line, or nothing
  void endMark(Token token, String instead) {
    Span place = report.span(token.getStartIndex(), token.getStopIndex() + 1);
    report.add(
        Code.PC0132
            .at(place, "a sentence ends with its line, not with `;`")
            .withHelp(instead.isEmpty() ? "delete the `;`" : "write a new line instead")
            .withFix(place, instead));
  }

  /// @param closed where the block that it may be meant to close was closed already
  void stray(Token token, Optional<Token> closed) {
    Finding finding =
        Code.PC0106
            .at(
                report.span(token.getStartIndex(), token.getStopIndex() + 1),
                "this `" + token.getText() + "` closes nothing")
            .withHelp("delete it, or write what it should close");
    report.add(
        closed
            .map(c -> report.span(c.getStartIndex(), c.getStopIndex() + 1))
            .map(at -> finding.withRelated(at, "the block ends here"))
            .orElse(finding));
  }

  /// Says what makes the sentence around it unreliable.
  void damage(Finding finding) {
    report.add(finding);
    finding.at().ifPresent(at -> damaged.add(at.start()));
  }
}
