package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Signer;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who must have signed.
final class Signers {
  private final Report report;
  private final Expressions expressions;

  Signers(Report report) {
    this.report = report;
    this.expressions = new Expressions(report);
  }

  /// The signers; those that cannot be used were reported and are missing.
  List<Requirement.Signer> check(List<Signer> signers) {
    List<Requirement.Signer> checked = new ArrayList<>();
    for (Signer signer : signers) {
      check(signer).ifPresent(checked::add);
    }
    return checked;
  }

  /// Reports the type of a predicate that is no URI.
  void predicate(Word word) {
    if (word.text().indexOf(':') <= 0) {
      wrong(word, " is not the type of a predicate", "write `https://slsa.dev/provenance/v1`");
    }
  }

  private Optional<Requirement.Signer> check(Signer signer) {
    return switch (signer) {
      case Signer.Key(var path, _) when path.text().isBlank() -> {
        wrong(path, " names no file", "write the path of the key, `key \"keys/cosign.pub\"`");
        yield Optional.empty();
      }
      case Signer.Key(var path, _) -> Optional.of(new Requirement.Signer.Key(path.text()));
      case Signer.Identity identity -> identity(identity);
    };
  }

  // Whoever can make any issuer's certificate could otherwise sign as anybody.
  private Optional<Requirement.Signer> identity(Signer.Identity identity) {
    int errors = report.errors();
    Word text = identity.identity();
    if (identity.matching()) {
      expressions.check(text);
    } else if (text.text().isBlank() || isAnybody(text.text())) {
      wrong(text, " is anybody", "name who signs, `\"https://github.com/acme/**\"`");
    }
    if (identity.issuer().isEmpty()) {
      report.add(
          Code.PC0607
              .at(identity.span(), "who vouches for this identity is not said")
              .withHelp("add `through \"https://token.actions.githubusercontent.com\"`"));
    }
    return report.errors() > errors
        ? Optional.empty()
        : Optional.of(
            new Requirement.Signer.Identity(
                text.text(), identity.matching(), identity.issuer().map(Word::text)));
  }

  private static boolean isAnybody(String text) {
    return text.chars().allMatch(c -> c == '*');
  }

  private void wrong(Word word, String what, String help) {
    report.add(Code.PC0607.at(word.span(), Say.quote(word.text()) + what).withHelp(help));
  }
}
