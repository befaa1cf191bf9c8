package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import io.policyc.grammar.PolicyLexer;
import java.util.List;

/// Reads policies: text to syntax tree.
public final class PolicyParser {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PolicyParser() {}

  /// Reads one file.
  ///
  /// Never throws, whatever the text: what cannot be understood is a finding, and its sentence is a
  /// [Statement.Broken]. Names are not looked up.
  public static Checked<PolicyFile> parse(Source source) {
    Report report = new Report(source);
    if (source.text().length() > Limits.FILE) {
      report.add(
          Code.PC0001
              .at(report.span(0, 0), "this file has more than " + Limits.FILE + " characters")
              .withHelp("split it: `import` joins files"));
      return new Checked<>(file(report, List.of(), List.of()), report.inOrder());
    }
    Layout layout = new Layout(report, lexer(source));
    List<Statement> statements = Sentences.read(Structure.of(layout), report);
    return new Checked<>(file(report, statements, layout.comments()), report.inOrder());
  }

  private static PolicyFile file(
      Report report, List<Statement> statements, List<PolicyFile.Comment> comments) {
    return new PolicyFile(report.source(), statements, comments, report.doubts());
  }

  private static PolicyLexer lexer(Source source) {
    TextStream text = new TextStream(source.text(), source.name());
    if (!source.text().isEmpty() && source.text().charAt(0) == BYTE_ORDER_MARK) {
      text.seek(1);
    }
    PolicyLexer lexer = new PolicyLexer(text);
    lexer.removeErrorListeners();
    return lexer;
  }
}
