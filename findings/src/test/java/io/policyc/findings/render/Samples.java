package io.policyc.findings.render;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Findings that the tests of this package print.
final class Samples {
  static final Source WEB =
      new Source("shop/web.policy", "namespace shop\n\n\nweb may GET /api/v1/items on bakcend\n");
  static final Source SERVICES =
      new Source("shop/services.policy", "namespace shop\nworkload backend { app: backend }\n");

  private Samples() {}

  static Span span(Source source, String word) {
    int start = source.text().indexOf(word);
    return new Span(source, start, start + word.length());
  }

  static Span span(Source source, int start) {
    return new Span(source, start, start + 1);
  }

  /// A text in which `<1b>` stands for a character that a table cannot show.
  static String characters(String text) {
    return Pattern.compile("<(\\p{XDigit}+)>")
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
  }

  /// The example of the house style.
  static Finding misspelt() {
    Span at = span(WEB, "bakcend");
    return Finding.at("PC0203", Level.ERROR, at, "`bakcend` is not declared")
        .withRelated(at, "not found in namespace `shop`")
        .withHelp("did you mean `backend`? (declared at shop/services.policy:2)");
  }

  /// A finding with every part that there is.
  static Finding full() {
    Span at = span(WEB, "bakcend");
    return misspelt()
        .withRelated(span(SERVICES, "backend"), "declared here")
        .withObject("CiliumNetworkPolicy/web in shop")
        .withPath(ObjectPath.ROOT.child("spec").child("ingress").item(0))
        .withFix(at, "backend");
  }

  /// A finding about one word of a text of its own.
  static Finding about(String text, String word) {
    return Finding.at(
        "PC0101", Level.ERROR, span(new Source("a.policy", text), word), "wrong word");
  }
}
