package io.policyc.findings.render;

import io.policyc.findings.Finding;
import java.util.stream.Collectors;

/// Messages as SARIF takes them: plain text in which `[text](target)` is a link and `{0}` a gap to
/// be filled.
final class SarifText {
  private SarifText() {}

  /// The message of a finding, with the object and the help on lines of their own.
  static String of(Finding finding) {
    return plain(String.join("\n", Told.briefly(finding)));
  }

  /// A text that means nothing but itself.
  ///
  /// User text must not become a link to somewhere. A blank breaks both forms: escapes exist, but
  /// most readers show them as they are.
  static String plain(String text) {
    String visible = text.lines().map(Visible::text).collect(Collectors.joining("\n"));
    StringBuilder out = new StringBuilder(visible.length() + 8);
    for (int at = 0; at < visible.length(); at++) {
      char c = visible.charAt(at);
      char before = at == 0 ? ' ' : visible.charAt(at - 1);
      boolean means = (before == ']' && c == '(') || (before == '{' && Character.isDigit(c));
      out.append(means ? " " : "").append(c);
    }
    return out.toString();
  }
}
