package io.policyc.compiler.falco.evaluate;

import java.util.BitSet;
import java.util.Optional;

/// A bracket in a pattern.
///
/// @param octets the bytes that fit
/// @param end the offset behind it
record GlobSet(BitSet octets, int end) {
  /// All bytes.
  static BitSet all() {
    BitSet all = new BitSet();
    all.set(0, 256);
    return all;
  }

  /// One byte.
  static BitSet one(char octet) {
    BitSet one = new BitSet();
    one.set(octet);
    return one;
  }

  /// The bytes with `A` to `Z` in lower case.
  static BitSet folded(BitSet set) {
    BitSet folded = new BitSet();
    set.stream().forEach(c -> folded.set(Octets.lower((char) c)));
    return folded;
  }

  /// Reads the bracket at an offset; one that isn't closed is a `[` that stands for itself.
  ///
  /// @param fold whether bytes are asked for in lower case
  static GlobSet parse(String pattern, int at, boolean fold) {
    int from = at + 1;
    boolean negated = from < pattern.length() && "!^".indexOf(pattern.charAt(from)) >= 0;
    BitSet set = new BitSet();
    int next = negated ? from + 1 : from;
    int first = next;
    while (next < pattern.length()) {
      if (pattern.charAt(next) == ']' && next > first) {
        BitSet named = fold ? folded(set) : set;
        return new GlobSet(negated ? complement(named) : named, next + 1);
      }
      next = item(pattern, next, set);
    }
    return new GlobSet(one('['), at + 1);
  }

  private static BitSet complement(BitSet set) {
    BitSet others = all();
    others.andNot(set);
    return others;
  }

  private static int item(String pattern, int at, BitSet set) {
    if (pattern.startsWith("[:", at)) {
      int close = pattern.indexOf(":]", at + 2);
      Optional<BitSet> named =
          close < 0 ? Optional.empty() : named(pattern.substring(at + 2, close));
      if (named.isPresent()) {
        set.or(named.get());
        return close + 2;
      }
    }
    return range(pattern, at, set);
  }

  private static int range(String pattern, int at, BitSet set) {
    int low = escaped(pattern, at);
    int dash = low + 1;
    boolean range =
        dash + 1 < pattern.length()
            && pattern.charAt(dash) == '-'
            && pattern.charAt(dash + 1) != ']';
    int high = range ? escaped(pattern, dash + 1) : low;
    if (high < pattern.length() && pattern.charAt(low) <= pattern.charAt(high)) {
      set.set(pattern.charAt(low), pattern.charAt(high) + 1);
    }
    return high + 1;
  }

  private static int escaped(String pattern, int at) {
    return pattern.charAt(at) == '\\' && at + 1 < pattern.length() ? at + 1 : at;
  }

  private static Optional<BitSet> named(String name) {
    BitSet set = new BitSet();
    for (char c = 0; c < 128; c++) {
      set.set(c, isIn(name, c));
    }
    return set.isEmpty() ? Optional.empty() : Optional.of(set);
  }

  private static boolean isIn(String name, char c) {
    boolean letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    boolean digit = c >= '0' && c <= '9';
    return switch (name) {
      case "alpha" -> letter;
      case "digit" -> digit;
      case "alnum" -> letter || digit;
      case "upper" -> letter && c < 'a';
      case "lower" -> letter && c >= 'a';
      case "space" -> c == ' ' || (c >= 9 && c <= 13);
      case "blank" -> c == ' ' || c == 9;
      case "cntrl" -> c < 32 || c == 127;
      case "print" -> c >= 32 && c < 127;
      case "graph" -> c > 32 && c < 127;
      case "punct" -> c > 32 && c < 127 && !letter && !digit;
      case "xdigit" -> digit || ((c | 32) >= 'a' && (c | 32) <= 'f');
      default -> false;
    };
  }
}
