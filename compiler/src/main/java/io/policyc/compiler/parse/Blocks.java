package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Span;
import java.util.function.Consumer;

/// Items between braces, each on a line of its own or with `;` between them.
final class Blocks {
  private Blocks() {}

  /// Reads a block, and goes on with the next item where one is wrong.
  ///
  /// @param broken takes where an item stands that was not understood
  static void read(Cursor in, Consumer<Cursor> item, Consumer<Span> broken) {
    boolean mutedBefore = in.muted();
    in.next();
    while (!in.at(Lexeme.Kind.CLOSE_BRACE) && !in.atEnd()) {
      if (!in.take(Lexeme.Kind.SEPARATOR)) {
        item(in, item, broken);
        if (!mutedBefore) {
          in.unmute();
        }
      }
    }
    in.take(Lexeme.Kind.CLOSE_BRACE);
  }

  private static void item(Cursor in, Consumer<Cursor> item, Consumer<Span> broken) {
    Lexeme first = in.peek();
    try {
      item.accept(in);
      end(in);
    } catch (Unreadable said) {
      skip(in);
      broken.accept(in.since(first));
    }
  }

  private static void end(Cursor in) {
    if (in.at(Lexeme.Kind.COMMA)) {
      in.mend(
          Code.PC0145,
          in.peek(),
          "items in braces end with `;` or a new line, not with `,`",
          in.instead(in.peek(), ";"));
      in.next();
    } else if (!in.at(Lexeme.Kind.SEPARATOR) && !in.at(Lexeme.Kind.CLOSE_BRACE)) {
      throw in.fail(
          Code.PC0104,
          in.peek(),
          Found.of(in.peek()) + " stands after the end of the item",
          "write `;` or a new line before the next item");
    }
  }

  private static void skip(Cursor in) {
    int depth = 0;
    while (!in.atEnd()) {
      boolean closes = in.at(Lexeme.Kind.CLOSE_BRACE) || in.at(Lexeme.Kind.CLOSE_PAREN);
      boolean opens = in.at(Lexeme.Kind.OPEN_BRACE) || in.at(Lexeme.Kind.OPEN_PAREN);
      if (depth == 0 && (in.at(Lexeme.Kind.CLOSE_BRACE) || in.at(Lexeme.Kind.SEPARATOR))) {
        return;
      }
      depth = Math.max(0, depth + (opens ? 1 : closes ? -1 : 0));
      in.next();
    }
  }
}
