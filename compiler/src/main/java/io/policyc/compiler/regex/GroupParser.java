package io.policyc.compiler.regex;

import io.policyc.compiler.regex.RegexNode.Flags;

/// Reads what parentheses begin: `(`, `(?:`, `(?i)`, `(?P<name>`.
final class GroupParser {
  private final Cursor cursor;
  private final TreeBuilder tree;

  GroupParser(Cursor cursor, TreeBuilder tree) {
    this.cursor = cursor;
    this.tree = tree;
  }

  void open() {
    int start = cursor.at();
    if (cursor.sees("(?<=") || cursor.sees("(?<!")) {
      cursor.refuse(start, "RE2 has no look-behind");
    } else if (cursor.sees("(?=") || cursor.sees("(?!")) {
      cursor.refuse(start, "RE2 has no look-ahead");
    } else if (cursor.skip("(?P<") || cursor.skip("(?<")) {
      named(start);
    } else if (cursor.skip("(?")) {
      flags(start);
    } else {
      cursor.skip("(");
      tree.openGroup(start);
    }
    if (tree.depth() > Re2.MAX_DEPTH) {
      cursor.refuse(
          Re2.Kind.TOO_LARGE, start, "parentheses nest deeper than " + Re2.MAX_DEPTH + " levels");
    }
  }

  void close() {
    if (!tree.close()) {
      cursor.refuse(cursor.at(), "`)` closes nothing");
    }
    cursor.skip(")");
  }

  void end() {
    if (tree.depth() > 0) {
      cursor.refuse(tree.opened(), "`(` is not closed by `)`");
    }
  }

  private void named(int start) {
    int end = cursor.indexOf(">", cursor.at());
    String name = end < 0 ? "" : cursor.upTo(end);
    if (name.isEmpty() || !name.chars().allMatch(GroupParser::isWord)) {
      cursor.refuse(start, "a group's name is one or more of `A-Za-z0-9_`, closed by `>`");
    } else {
      cursor.moveTo(end + 1);
      tree.openGroup(start);
    }
  }

  private static boolean isWord(int c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
  }

  /// `i`, `m`, `s`, `U` in any order, `-` before those to switch off, then `:` or `)`.
  private void flags(int start) {
    Flags flags = tree.flags();
    boolean lazy = tree.lazy();
    boolean on = true;
    boolean seen = false;
    while (!cursor.atEnd()) {
      char c = cursor.next();
      switch (c) {
        case 'i' -> flags = new Flags(on, flags.multiLine(), flags.dotAll());
        case 'm' -> flags = new Flags(flags.ignoreCase(), on, flags.dotAll());
        case 's' -> flags = new Flags(flags.ignoreCase(), flags.multiLine(), on);
        case 'U' -> lazy = on;
        default -> {
          boolean starts = c == '-' && on;
          boolean ends = (c == ':' || c == ')') && (on || seen);
          if (ends) {
            if (c == ':') {
              tree.openUncaptured(start);
            }
            tree.set(flags, lazy);
            return;
          }
          if (!starts) {
            cursor.refuse(start, "`" + cursor.from(start) + "` begins no group of RE2");
            return;
          }
        }
      }
      seen = c != '-';
      on = on && c != '-';
    }
    cursor.refuse(start, "`(?` is not closed by `:` or `)`");
  }
}
