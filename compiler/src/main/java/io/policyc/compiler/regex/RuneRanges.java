package io.policyc.compiler.regex;

import io.policyc.compiler.regex.Fragment.Ends;
import io.policyc.compiler.regex.Program.Op;
import java.util.HashMap;
import java.util.Map;

/// Makes the instructions for one set of characters: in UTF-8 a tree of byte ranges that share
/// their ends, in Latin-1 one range each.
///
/// Source: RE2, re2/compile.cc, AddRuneRangeUTF8 and AddSuffixRecursive.
final class RuneRanges {
  private static final int[] MOST_OF_LENGTH = {0, 0x7F, 0x7FF, 0xFFFF};

  private final Program program;
  private final boolean utf8;
  private final Map<Long, Integer> cache = new HashMap<>();
  private int begin;
  private Ends ends = Ends.none();

  RuneRanges(Program program, boolean utf8) {
    this.program = program;
    this.utf8 = utf8;
  }

  Fragment fragment() {
    return new Fragment(begin, ends, false);
  }

  void add(int lo, int hi, boolean anyCase) {
    if (program.full() || lo > hi) {
      return;
    }
    if (utf8) {
      addUtf8(lo, hi, anyCase);
    } else if (lo <= 0xFF) {
      addChoice(fresh(lo, Math.min(hi, 0xFF), anyCase, 0));
    }
  }

  private void addUtf8(int lo, int hi, boolean anyCase) {
    if (lo == 0x80 && hi == Character.MAX_CODE_POINT) {
      addAllButAscii();
    } else if (!splitByLength(lo, hi, anyCase)) {
      if (hi < 0x80) {
        addChoice(fresh(lo, hi, anyCase, 0));
      } else if (!splitByLeadingBytes(lo, hi, anyCase)) {
        addSequence(bytes(lo), bytes(hi));
      }
    }
  }

  private boolean splitByLength(int lo, int hi, boolean anyCase) {
    for (int length = 1; length < 4; length++) {
      int most = MOST_OF_LENGTH[length];
      if (lo <= most && most < hi) {
        add(lo, most, anyCase);
        add(most + 1, hi, anyCase);
        return true;
      }
    }
    return false;
  }

  private boolean splitByLeadingBytes(int lo, int hi, boolean anyCase) {
    for (int i = 1; i < 4; i++) {
      int low = (1 << (6 * i)) - 1;
      if ((lo & ~low) != (hi & ~low)) {
        if ((lo & low) != 0) {
          add(lo, lo | low, anyCase);
          add((lo | low) + 1, hi, anyCase);
          return true;
        }
        if ((hi & low) != low) {
          add(lo, (hi & ~low) - 1, anyCase);
          add(hi & ~low, hi, anyCase);
          return true;
        }
      }
    }
    return false;
  }

  private static int[] bytes(int codePoint) {
    if (codePoint < 0x800) {
      return new int[] {0xC0 | codePoint >> 6, tail(codePoint)};
    }
    if (codePoint < 0x10000) {
      return new int[] {0xE0 | codePoint >> 12, tail(codePoint >> 6), tail(codePoint)};
    }
    return new int[] {
      0xF0 | codePoint >> 18, tail(codePoint >> 12), tail(codePoint >> 6), tail(codePoint)
    };
  }

  private static int tail(int bits) {
    return 0x80 | (bits & 0x3F);
  }

  /// The last byte is shared wherever it occurs again, one in the middle if it is a real range.
  private void addSequence(int[] lo, int[] hi) {
    int last = lo.length - 1;
    int id = 0;
    for (int i = last; i >= 0; i--) {
      boolean shared = i == last || (lo[i] < hi[i] && i != 0);
      id = shared ? shared(lo[i], hi[i], id) : fresh(lo[i], hi[i], false, id);
    }
    addChoice(id);
  }

  /// U+0080 to U+10FFFF, for which RE2 lets through encodings that are longer than need be.
  private void addAllButAscii() {
    int one = fresh(0x80, 0xBF, false, 0);
    addChoice(fresh(0xC2, 0xDF, false, one));
    int two = fresh(0x80, 0xBF, false, one);
    addChoice(fresh(0xE0, 0xEF, false, two));
    int three = fresh(0x80, 0xBF, false, two);
    addChoice(fresh(0xF0, 0xF4, false, three));
  }

  private int fresh(int lo, int hi, boolean anyCase, int next) {
    int id = program.addBytes(lo, hi, anyCase);
    if (next == 0) {
      ends = ends.and(Ends.of(id, false));
    } else {
      program.out(id, next);
    }
    return id;
  }

  private int shared(int lo, int hi, int next) {
    long key = (long) next << 17 | lo << 9 | hi << 1;
    Integer known = cache.get(key);
    if (known != null) {
      return known;
    }
    int id = fresh(lo, hi, false, next);
    cache.put(key, id);
    return id;
  }

  private boolean isShared(int id) {
    return cache.containsKey((long) program.out(id) << 17 | program.bytes(id));
  }

  private void addChoice(int id) {
    if (program.full()) {
      return;
    }
    if (begin == 0) {
      begin = id;
    } else {
      begin = utf8 ? merged(begin, id) : alternative(begin, id);
    }
  }

  private int alternative(int first, int second) {
    int id = program.add(Op.ALT);
    program.out(id, first);
    program.second(id, second);
    return id;
  }

  /// Adds a sequence of bytes to a tree; where both begin with the same range, they share it.
  private int merged(int root, int id) {
    boolean branches = program.op(root) == Op.ALT;
    int same = branches ? program.second(root) : root;
    if (program.full() || program.bytes(same) != program.bytes(id)) {
      return alternative(root, id);
    }
    int head = same;
    int newRoot = root;
    if (isShared(same)) {
      // Others go through it: this branch needs one of its own.
      head = program.addBytes(0, 0, false);
      program.bytes(head, program.bytes(same));
      program.out(head, program.out(same));
      if (branches) {
        program.second(root, head);
      } else {
        newRoot = head;
      }
    }
    int rest = program.out(id);
    if (!isShared(id) && id == program.size() - 1) {
      program.removeLast();
    }
    program.out(head, merged(program.out(head), rest));
    return newRoot;
  }
}
