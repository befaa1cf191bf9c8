package io.policyc.compiler.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `[a-z]`, `[^\d_]`, `[[:alpha:]]`.
final class ClassParser {
  private final Cursor cursor;
  private final EscapeParser escapes;
  private final boolean ignoreCase;
  private final int start;

  ClassParser(Cursor cursor, EscapeParser escapes, boolean ignoreCase) {
    this.cursor = cursor;
    this.escapes = escapes;
    this.ignoreCase = ignoreCase;
    this.start = cursor.at();
  }

  CharSet read() {
    cursor.skip("[");
    boolean negated = cursor.skip("^");
    List<CharRange> ranges = new ArrayList<>();
    for (boolean first = true; !cursor.failed() && (first || !cursor.sees("]")); first = false) {
      if (cursor.atEnd()) {
        cursor.refuse(start, "`[` is not closed by `]`");
      } else {
        ranges.addAll(item().ranges());
      }
    }
    cursor.skip("]");
    CharSet set = new CharSet(ranges);
    return negated ? set.not() : set;
  }

  private CharSet item() {
    if (cursor.sees("[:")) {
      Optional<CharSet> posix = posix();
      if (posix.isPresent() || cursor.failed()) {
        return posix.orElse(CharSet.NONE);
      }
    }
    if (cursor.sees("\\")) {
      if (cursor.peek(1) == 'p' || cursor.peek(1) == 'P') {
        cursor.refuse(Re2.Kind.NOT_ANALYSABLE, cursor.at(), "Unicode classes are not analysed");
        return CharSet.NONE;
      }
      Optional<CharSet> perl = CharClasses.perl(cursor.peek(1), ignoreCase);
      if (perl.isPresent()) {
        cursor.moveTo(cursor.at() + 2);
        return perl.get();
      }
    }
    return range();
  }

  /// Empty where `[:` opens no name, and is two characters of the class.
  private Optional<CharSet> posix() {
    int at = cursor.at();
    int end = cursor.indexOf(":]", at + 2);
    if (end < 0) {
      return Optional.empty();
    }
    String name = cursor.upTo(end).substring(2);
    cursor.moveTo(end + 2);
    Optional<CharSet> set = CharClasses.posix(name, ignoreCase);
    if (set.isEmpty()) {
      cursor.refuse(at, "`[:" + name + ":]` is not a class of RE2");
    }
    return set;
  }

  private CharSet range() {
    int at = cursor.at();
    char lo = character();
    char hi = lo;
    if (cursor.sees("-") && cursor.remaining() > 1 && cursor.peek(1) != ']') {
      cursor.skip("-");
      hi = character();
    }
    if (hi < lo) {
      cursor.refuse(at, "the range `" + cursor.from(at) + "` ends before it begins");
    }
    if (cursor.failed()) {
      return CharSet.NONE;
    }
    CharSet set = CharSet.range(lo, hi);
    return ignoreCase ? set.ignoringCase() : set;
  }

  private char character() {
    return cursor.sees("\\") ? escapes.read() : cursor.next();
  }
}
