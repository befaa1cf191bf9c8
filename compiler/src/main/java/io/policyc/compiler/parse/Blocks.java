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
    boolean failed = false;
    in.next();
    while (!in.at(Lexeme.Kind.CLOSE_BRACE) && !in.atEnd()) {
      if (in.at(Lexeme.Kind.SEPARATOR)) {
        // What stands behind a `;` may belong to the item before, where that was not understood.
        failed &= in.next().text().equals(";");
        continue;
      }
      if (failed) {
        in.mute();
      }
      failed = !item(in, item, broken);
      if (!mutedBefore) {
        in.unmute();
      }
    }
    in.take(Lexeme.Kind.CLOSE_BRACE);
    if (failed) {
      in.mute();
    }
  }

  private static boolean item(Cursor in, Consumer<Cursor> item, Consumer<Span> broken) {
    Lexeme first = in.peek();
    try {
      item.accept(in);
      end(in);
      return true;
    } catch (Unreadable said) {
      skip(in);
      broken.accept(in.since(first));
      in.doubt(in.since(first));
      return false;
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
      throw swallowed(in.last())
          ? in.fail(
              Code.PC0104,
              in.last(),
              "a word that begins with `/` runs to a blank, and this one takes the `;` along",
              "write a blank before `;`, or the word in quotes")
          : in.fail(
              Code.PC0104,
              in.peek(),
              Found.of(in.peek()) + " stands after the end of the item",
              "write `;` or a new line before the next item");
    }
  }

  private static boolean swallowed(Lexeme last) {
    return last.isWord() && last.text().startsWith("/") && last.text().endsWith(";");
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
