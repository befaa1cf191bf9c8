package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.RuntimeClassItem;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.findings.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `runtime class wasmtime-wasi { handler wasmtime; runs wasm }`.
final class RuntimeClasses {
  private static final List<String> ITEMS = List.of("handler", "runs");
  private static final Set<String> ONE_WORD =
      Set.of("runtimeclass", "runtimeClass", "RuntimeClass", "runtime-class");

  private RuntimeClasses() {}

  /// Whether a sentence begins with `RuntimeClass`, as manifests spell it.
  static boolean isOneWord(Cursor in) {
    Lexeme.Kind after = in.peek(2).kind();
    return ONE_WORD.contains(in.peek().text())
        && in.peek(1).isName()
        && (after == Lexeme.Kind.OPEN_BRACE || after == Lexeme.Kind.END);
  }

  /// Reads a sentence from its word `RuntimeClass`.
  static Body oneWord(Cursor in) {
    Lexeme word = in.next();
    in.mend(
        Code.PC0102, word, "it is called `runtime class`", new Fix(in.span(word), "runtime class"));
    return named(in);
  }

  /// Reads a sentence from its word `runtime`.
  static Body read(Cursor in) {
    in.next();
    in.expect("class", "`class`", "write `runtime class wasmtime-wasi { handler wasmtime }`");
    return named(in);
  }

  private static Body named(Cursor in) {
    Word name = in.word(Names.name(in, "the name of a RuntimeClass"));
    if (in.at(Lexeme.Kind.COLON) || in.at("=") || in.at("is") || in.at("with")) {
      in.mend(
          Code.PC0102, in.peek(), "a block follows the name right away", in.instead(in.peek(), ""));
      in.next();
    }
    List<RuntimeClassItem> items = new ArrayList<>();
    if (in.at(Lexeme.Kind.OPEN_BRACE)) {
      Blocks.read(
          in, c -> items.add(item(c, items)), at -> items.add(new RuntimeClassItem.Broken(at)));
    } else if (!in.atEnd() && !in.at("because")) {
      throw in.unexpected(
          "`{` or the end of the line", "write `runtime class " + name + " { handler wasmtime }`");
    }
    return (notes, span) -> new Statement.RuntimeClass(name, items, notes, span);
  }

  private static RuntimeClassItem item(Cursor in, List<RuntimeClassItem> before) {
    Lexeme first = in.peek();
    if (first.is("wasm")) {
      in.mend(Code.PC0146, first, "it is written `runs wasm`", in.instead(first, "runs wasm"));
      in.next();
      return new RuntimeClassItem.RunsWasm(in.since(first));
    }
    String word =
        in.choose(Code.PC0146, "item of a runtime class", ITEMS)
            .orElseThrow(
                () ->
                    in.fail(
                        Code.PC0146,
                        first,
                        Found.of(first) + " is no item of a runtime class",
                        "write `handler wasmtime` or `runs wasm`"));
    return word.equals("runs") ? runsWasm(in, first) : handler(in, first, before);
  }

  private static RuntimeClassItem runsWasm(Cursor in, Lexeme first) {
    in.expect("wasm", "`wasm` after `runs`", "write `runs wasm`");
    return new RuntimeClassItem.RunsWasm(in.since(first));
  }

  private static RuntimeClassItem handler(Cursor in, Lexeme first, List<RuntimeClassItem> before) {
    if (in.at(Lexeme.Kind.COLON)) {
      in.mend(Code.PC0102, in.peek(), "no `:` stands after `handler`", in.instead(in.peek(), ""));
      in.next();
    }
    Word name = in.word(Names.name(in, "the name of a handler"));
    if (before.stream().anyMatch(RuntimeClassItem.Handler.class::isInstance)) {
      throw in.fail(
          Code.PC0142,
          in.since(first),
          "`handler` stands here twice",
          "keep the one that runs the pods of this class");
    }
    return new RuntimeClassItem.Handler(name, in.since(first));
  }
}
