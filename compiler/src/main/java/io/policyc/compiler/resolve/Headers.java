package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Conversation.HeaderMatch;
import java.util.Optional;

/// `with header X-Tenant: acme`
///
/// Source: RFC 9110, sections 5.1, 5.5 and 5.6.2; Cilium v1.20.2 pkg/policy/api/http.go, where an
/// empty value means mere presence.
final class Headers {
  private final Report report;

  Headers(Report report) {
    this.report = report;
  }

  /// The header that must be there; empty where it can't be one, which was reported.
  Optional<HeaderMatch> check(Condition.Header header) {
    boolean right = isName(header.name());
    for (Word value : header.value().stream().toList()) {
      right &= isValue(value);
    }
    return right
        ? Optional.of(new HeaderMatch(header.name().text(), header.value().map(Word::text)))
        : Optional.empty();
  }

  private boolean isName(Word name) {
    String text = name.text();
    if (text.equalsIgnoreCase("host") || text.startsWith(":")) {
      wrong(name, " is not a header that a policy sees", instead(text));
      return false;
    }
    boolean token = !text.isEmpty() && text.chars().allMatch(Headers::isTokenCharacter);
    if (!token) {
      wrong(
          name, " is not the name of a header", "use letters, digits and `-`, such as `X-Tenant`");
    }
    return token;
  }

  private static String instead(String name) {
    return name.equalsIgnoreCase("host") || name.equals(":authority")
        ? "write `with host api.example.com`"
        : "name the method and the path in the sentence itself";
  }

  private boolean isValue(Word value) {
    String text = value.text();
    boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    if (text.isEmpty() || !text.strip().equals(text) || !printable) {
      String help =
          text.isEmpty()
              ? "leave out the `:` and the value to ask for mere presence"
              : "use printable ASCII, no blank at either end";
      wrong(value, " is not the value of a header", help);
      return false;
    }
    return true;
  }

  private void wrong(Word word, String what, String help) {
    report.add(Code.PC0310.at(word.span(), Say.quote(word.text()) + what).withHelp(help));
  }

  private static boolean isTokenCharacter(int c) {
    return NameSyntax.isAlphanumeric(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
