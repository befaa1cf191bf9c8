package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.ExternalItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.ast.WorkloadItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `workload web { … }`, `external stripe { … }`, `import "…"`, each with `foreign` before it.
final class Declarations {
  private static final List<String> AFTER_FOREIGN = List.of("workload", "namespace", "import");

  private Declarations() {}

  /// Reads a sentence that begins with `foreign`.
  static Body foreign(Cursor in) {
    Lexeme first = in.next();
    if (in.at("external")) {
      in.mend(
          Code.PC0152,
          first,
          "an external is never ours: `foreign` says nothing",
          in.without(first, in.peek()));
      return external(in);
    }
    Lexeme word = in.peek();
    String what =
        in.choose(Code.PC0102, "word that can stand after `foreign`", AFTER_FOREIGN)
            .orElseThrow(
                () ->
                    in.unexpected(
                        "`workload`, `namespace` or `import`",
                        "write `foreign workload`, `foreign namespace` or `foreign import`"));
    in.back(word.withText(what));
    return switch (what) {
      case "workload" -> workload(in, true);
      case "namespace" -> Namespaces.read(in, true);
      default -> imported(in, true);
    };
  }

  /// Reads an import from its word `import`.
  static Body imported(Cursor in, boolean foreign) {
    in.next();
    Lexeme path = in.peek();
    if (path.isWord()) {
      in.mend(
          Code.PC0153,
          path,
          "the path of a file stands in quotes",
          in.instead(path, "\"" + path.text() + "\""));
    } else if (path.kind() != Lexeme.Kind.TEXT) {
      throw in.unexpected("the path of a file", "write `import \"platform/base.policy\"`");
    }
    in.next();
    Word word = in.word(path);
    return (notes, span) -> new Statement.Import(foreign, word, notes, span);
  }

  /// Reads a workload from its word `workload`.
  static Body workload(Cursor in, boolean foreign) {
    in.next();
    Word name = Names.declared(in, "workload");
    Optional<Word> namespace = in.take("in") ? Optional.of(Names.namespace(in)) : Optional.empty();
    List<WorkloadItem> items = new ArrayList<>();
    block(in, "workload", name);
    Blocks.read(
        in, c -> items.add(WorkloadItems.read(c)), at -> items.add(new WorkloadItem.Broken(at)));
    return (notes, span) -> new Statement.Workload(foreign, name, namespace, items, notes, span);
  }

  /// Reads an external from its word `external`.
  static Body external(Cursor in) {
    in.next();
    Word name = Names.declared(in, "external");
    List<ExternalItem> items = new ArrayList<>();
    block(in, "external", name);
    Blocks.read(
        in, c -> ExternalItems.read(c, items), at -> items.add(new ExternalItem.Broken(at)));
    return (notes, span) -> new Statement.External(name, items, notes, span);
  }

  private static void block(Cursor in, String what, Word name) {
    if (in.at(Lexeme.Kind.COLON) || in.at("=") || in.at("is")) {
      in.mend(
          Code.PC0102, in.peek(), "a block follows the name right away", in.instead(in.peek(), ""));
      in.next();
    }
    if (!in.at(Lexeme.Kind.OPEN_BRACE)) {
      String example = what.equals("workload") ? "app: " + name : "host api." + name + ".com";
      throw in.unexpected("`{`", "write `" + what + " " + name + " { " + example + " }`");
    }
  }
}
