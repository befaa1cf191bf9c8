package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import java.util.List;
import java.util.Optional;

/// `ghcr.io/acme/**`: images by registry and repository, `*` within a segment, `**` across them.
///
/// Source: distribution v3 reference/regexp.go, for what a segment is made of.
final class ImagePatterns {
  private final Report report;

  ImagePatterns(Report report) {
    this.report = report;
  }

  /// The patterns; those that are none were reported and are missing.
  List<String> check(List<Word> words) {
    return words.stream().filter(this::check).map(Word::text).toList();
  }

  private boolean check(Word word) {
    Optional<String> help = wrong(word.text());
    help.ifPresent(
        advice ->
            report.add(
                Code.PC0606
                    .at(word.span(), Say.quote(word.text()) + " is not a pattern for images")
                    .withHelp(advice)));
    return help.isEmpty();
  }

  private static Optional<String> wrong(String text) {
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      return Optional.of("leave out " + Say.quote(text.substring(0, scheme + 3)));
    }
    int slash = text.indexOf('/');
    String registry = slash < 0 ? text : text.substring(0, slash);
    String repository = text.substring(slash + 1);
    if (slash < 0 || !isRegistry(registry)) {
      return Optional.of("begin with the registry: " + Say.quote(canonical(text)));
    }
    if (repository.indexOf('@') >= 0 || repository.indexOf(':') >= 0) {
      return Optional.of("leave out the tag and the digest: a pattern speaks of repositories");
    }
    return isRepository(repository)
        ? Optional.empty()
        : Optional.of("use lower-case letters, digits, `.`, `_`, `-`, `/`, `*` and `**`");
  }

  private static String canonical(String text) {
    return text.indexOf('/') < 0 ? "docker.io/library/" + text : "docker.io/" + text;
  }

  private static boolean isRegistry(String text) {
    return text.equals("localhost")
        || text.indexOf('.') >= 0
        || text.indexOf(':') >= 0
        || text.indexOf('*') >= 0;
  }

  private static boolean isRepository(String text) {
    return !text.isEmpty()
        && !text.startsWith("/")
        && !text.endsWith("/")
        && !text.contains("//")
        && !text.contains("***")
        && text.chars().allMatch(c -> NameSyntax.isLowerAlphanumeric(c) || "._-/*".indexOf(c) >= 0);
  }
}
