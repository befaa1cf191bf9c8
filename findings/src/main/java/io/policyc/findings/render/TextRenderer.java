package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Related;
import io.policyc.findings.Span;
import java.util.List;

/// Findings for people:
///
/// ```
/// error[PC0203]: `bakcend` is not declared
///   --> shop/web.policy:4:30
///    4 | web may GET /api/v1/items on bakcend
///      |                              ^^^^^^^ not found in namespace `shop`
///    help: did you mean `backend`? (declared at shop/services.policy:7)
/// ```
///
/// A related place that is the finding's own place is the text behind the carets; the others follow
/// with their own line.
public final class TextRenderer implements Renderer {
  private final Paint paint;

  /// @param colours whether to use ANSI colours
  public TextRenderer(boolean colours) {
    this.paint = colours ? Paint.ANSI : Paint.PLAIN;
  }

  @Override
  public String id() {
    return "text";
  }

  @Override
  public String render(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : Ordered.of(findings)) {
      out.append(out.isEmpty() ? "" : "\n");
      append(out, finding);
    }
    return out.toString();
  }

  private void append(StringBuilder out, Finding finding) {
    String head = finding.level().word() + "[" + Visible.text(finding.rule()) + "]";
    out.append(paint.head(finding.level(), head))
        .append(paint.strong(": " + Visible.text(finding.message())))
        .append('\n');
    finding
        .at()
        .ifPresentOrElse(
            at -> place(out, at, finding),
            () -> finding.path().ifPresent(path -> arrow(out, "-->", Visible.text(path.text()))));
    finding.related().stream()
        .filter(related -> !isLabel(finding, related))
        .forEach(related -> related(out, related));
    finding.help().ifPresent(help -> help(out, help));
  }

  private void place(StringBuilder out, Span at, Finding finding) {
    String field = finding.path().map(ObjectPath::text).orElse("");
    String where = field.isEmpty() ? "" : " (" + Visible.text(field) + ")";
    arrow(out, "-->", Visible.text(at.toString()) + where);
    String label =
        String.join(
            "; ",
            finding.related().stream()
                .filter(related -> isLabel(finding, related))
                .map(Related::message)
                .toList());
    excerpt(out, at, '^', label);
  }

  private static boolean isLabel(Finding finding, Related related) {
    return finding.at().filter(related.at()::equals).isPresent();
  }

  private void related(StringBuilder out, Related related) {
    arrow(out, ":::", Visible.text(related.at().toString()));
    excerpt(out, related.at(), '-', related.message());
  }

  private void arrow(StringBuilder out, String arrow, String place) {
    out.append(paint.frame("  " + arrow)).append(' ').append(place).append('\n');
  }

  private void excerpt(StringBuilder out, Span at, char mark, String label) {
    Excerpt excerpt = Excerpt.of(at);
    String number = Integer.toString(at.line());
    String gutter = " ".repeat(Math.max(0, 4 - number.length())) + number;
    out.append(paint.frame(gutter + " |")).append(' ').append(excerpt.text()).append('\n');
    out.append(paint.frame(" ".repeat(gutter.length()) + " |"))
        .append(" ".repeat(1 + excerpt.indent()))
        .append(String.valueOf(mark).repeat(excerpt.carets()))
        .append(label.isEmpty() ? "" : " " + Visible.text(label))
        .append('\n');
  }

  private void help(StringBuilder out, String help) {
    // Advice may hold a corrected text of several lines; each stays under its first.
    String indented = String.join("\n         ", help.lines().map(Visible::text).toList());
    out.append(paint.strong("   help:")).append(' ').append(indented).append('\n');
  }
}
