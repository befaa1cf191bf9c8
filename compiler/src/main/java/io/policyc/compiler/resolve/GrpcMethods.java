package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Conversation.PathMatch;
import java.util.List;
import java.util.Optional;

/// `shop.Cart/AddItem`, `shop.Cart/*`
///
/// Source: gRPC over HTTP/2, Requests: `Path` is `/` service-name `/` method name.
final class GrpcMethods {
  private final Report report;

  GrpcMethods(Report report) {
    this.report = report;
  }

  /// The paths of calls; those that are none were reported and are missing.
  List<PathMatch> read(List<Word> methods) {
    return methods.stream().flatMap(word -> path(word).stream()).toList();
  }

  private Optional<PathMatch> path(Word word) {
    String text = word.text();
    int slash = text.indexOf('/');
    boolean is =
        slash > 0 && isService(text.substring(0, slash)) && isMethod(text.substring(slash + 1));
    if (!is) {
      report.add(
          Code.PC0320
              .at(word.span(), Say.quote(text) + " is not a gRPC method")
              .withHelp("write service and method, `shop.Cart/AddItem`, or `shop.Cart/*` for all"));
    }
    return is ? Optional.of(new PathMatch.Pattern("/" + text)) : Optional.empty();
  }

  private static boolean isService(String text) {
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isIdentifier(text.substring(start, dot))) {
        return false;
      }
      start = dot + 1;
    }
    return isIdentifier(text.substring(start));
  }

  private static boolean isMethod(String text) {
    return text.equals("*") || isIdentifier(text);
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && !Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> NameSyntax.isAlphanumeric(c) || c == '_');
  }
}
