package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Requests: `GET, HEAD /api/v1/items/{id}, /api/v1/prices on backend port http`.
final class Requests {
  private static final Set<String> AFTER_PATHS = Set.of("on");

  private Requests() {}

  /// Reads a request from its first method.
  static Action read(Cursor in) {
    Lexeme first = in.peek();
    return from(in, first, Methods.list(in));
  }

  /// Reads what follows `request`.
  static Action any(Cursor in, Lexeme first) {
    return from(in, first, List.of());
  }

  /// Reads what follows the methods.
  static Action from(Cursor in, Lexeme first, List<Word> methods) {
    Action.Paths paths = paths(in);
    List<Party> receivers = Actions.on(in, "the paths");
    Conditions rest = Conditions.read(in);
    return new Action.Request(
        methods, paths, receivers, rest.ports(), rest.conditions(), in.since(first));
  }

  private static Action.Paths paths(Cursor in) {
    if (in.at("path") || in.at("paths") || in.at("matching")) {
      return afterPath(in);
    }
    if (in.at("on") || in.at("to")) {
      throw in.fail(
          Code.PC0127,
          in.peek(),
          "a path is missing before " + Found.of(in.peek()),
          "write `/**` for every path");
    }
    return new Action.Paths.Patterns(patterns(in));
  }

  // Also where a `,` between two paths was forgotten.
  private static List<Word> patterns(Cursor in) {
    List<Word> paths = new ArrayList<>(Lists.of(in, AFTER_PATHS, PathWords::read));
    while (in.peek().isWord() && in.peek().text().startsWith("/")) {
      int end = in.last().end();
      in.doubt(in.span(in.last()));
      in.mendUnlessNear(
          Code.PC0123,
          in.peek(),
          "`,` stands between the items of a list",
          new Fix(in.span(end, end), ","));
      paths.addAll(Lists.of(in, AFTER_PATHS, PathWords::read));
    }
    return paths;
  }

  private static Action.Paths afterPath(Cursor in) {
    Lexeme path = in.peek();
    if (!path.is("matching")) {
      in.next();
    }
    if (in.take("matching")) {
      if (path.is("matching")) {
        in.mend(Code.PC0102, path, "`path` stands before `matching`", in.before(path, "path "));
      }
      return new Action.Paths.Matching(Expressions.read(in));
    }
    if (in.peek().isWord() && in.peek().text().startsWith("/")) {
      in.mend(Code.PC0102, path, "paths stand right after the method", in.without(path, in.peek()));
      return new Action.Paths.Patterns(patterns(in));
    }
    in.expect("matching", "`matching re\"…\"`", "write `path matching re\"/v[12]/.*\"`");
    return new Action.Paths.Matching(Expressions.read(in));
  }
}
