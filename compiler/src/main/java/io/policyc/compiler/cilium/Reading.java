package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/// What one reading of a text has found so far, and how much it may still look at.
final class Reading {
  /// Enough to see what is wrong; a text of another kind would give thousands.
  private static final int MAX_FINDINGS = 200;

  /// Aliases can name one list many times: this is the number of values looked at, not written.
  private static final int MAX_VALUES = 10_000_000;

  private final Source source;
  private final boolean onlyBmp;
  private final List<Finding> findings = new ArrayList<>();
  private int values;

  Reading(Source source) {
    this.source = source;
    this.onlyBmp = source.text().chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  /// What was found.
  List<Finding> findings() {
    return findings;
  }

  /// Whether reading must end here.
  boolean exhausted() {
    return findings.size() >= MAX_FINDINGS || values > MAX_VALUES;
  }

  /// Counts a value that is looked at; no more than the limit are.
  boolean mayLook() {
    if (++values == MAX_VALUES) {
      findings.add(
          Code.PC0702.of("`" + source.name() + "` names more than " + MAX_VALUES + " values"));
    }
    return !exhausted();
  }

  /// Adds an error about a value.
  void error(Code code, Node node, ObjectPath path, String message, String help) {
    Finding finding = code.at(span(node), message).withPath(path);
    add(help.isEmpty() ? finding : finding.withHelp(help));
  }

  /// Adds a finding, unless there are too many already.
  void add(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }

  /// Where a value stands.
  Span span(Node node) {
    int start = offset(node.getStartMark());
    return new Span(source, start, Math.max(start, offset(node.getEndMark())));
  }

  /// The place of a mark, one character long.
  Span span(Mark mark) {
    return span(mark.getIndex());
  }

  /// The place of a code point, one character long.
  Span span(int codePoint) {
    int start = offset(codePoint);
    return new Span(source, start, Math.min(start + 1, source.text().length()));
  }

  private int offset(Mark mark) {
    return offset(mark.getIndex());
  }

  // SnakeYAML counts code points, spans count UTF-16.
  private int offset(int codePoints) {
    String text = source.text();
    if (onlyBmp) {
      return Math.min(codePoints, text.length());
    }
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }
}
