package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.grammar.PolicyLexer;
import java.util.ArrayList;
import java.util.List;
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
  void comment(int start, int end) {
    characters.check(start, end, true).ifPresent(report::add);
    String text = report.source().text();
    if (start > 0 && " \t\n\uFEFF".indexOf(text.charAt(start - 1)) < 0) {
      report.add(
          Code.PC0141
              .at(report.span(start, start + 1), "a comment begins after a blank")
              .withHelp("write a blank before `#`")
              .withFix(report.span(start, start), " "));
    }
  }

  /// @param last whether nothing follows on the line
  void endMark(Token token, boolean last) {
    report.add(
        Code.PC0132
            .at(
                report.span(token.getStartIndex(), token.getStopIndex() + 1),
                "a sentence ends with its line, not with `;`")
            .withHelp(last ? "delete the `;`" : "write a new line instead")
            .withFix(
                report.span(token.getStartIndex(), token.getStopIndex() + 1), last ? "" : "\n"));
  }

  void stray(Token token) {
    damage(
        Code.PC0106
            .at(
                report.span(token.getStartIndex(), token.getStopIndex() + 1),
                "this `" + token.getText() + "` closes nothing")
            .withHelp("delete it, or write what it should close"));
  }

  private void damage(Finding finding) {
    report.add(finding);
    finding.at().ifPresent(at -> damaged.add(at.start()));
  }
}
