package io.policyc.compiler.regex;

import java.util.Arrays;

/// The instructions of an RE2 program before it is flattened. Instruction 0 fails.
///
/// Source: RE2, re2/prog.h.
final class Program {
  /// What an instruction does.
  enum Op {
    FAIL,
    ALT,
    ALT_MATCH,
    BYTES,
    CAPTURE,
    EMPTY_WIDTH,
    MATCH,
    NOP
  }

  /// More instructions than these are not made; the size is then reported as at least this.
  static final int MOST = 20_000;

  private Op[] ops = new Op[64];
  private int[] outs = new int[64];
  private int[] seconds = new int[64];
  private int[] bytes = new int[64];
  private int size;
  private boolean full;
  private int start;
  private int unanchored;

  Program() {
    add(Op.FAIL);
  }

  /// Adds an instruction that goes nowhere yet; 0 when there are too many.
  int add(Op op) {
    if (size >= MOST) {
      full = true;
      return 0;
    }
    if (size == ops.length) {
      ops = Arrays.copyOf(ops, size * 2);
      outs = Arrays.copyOf(outs, size * 2);
      seconds = Arrays.copyOf(seconds, size * 2);
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    ops[size] = op;
    outs[size] = 0;
    seconds[size] = 0;
    bytes[size] = 0;
    return size++;
  }

  /// Adds an instruction that reads a byte from `lo` to `hi`.
  int addBytes(int lo, int hi, boolean anyCase) {
    int id = add(Op.BYTES);
    bytes[id] = lo << 9 | hi << 1 | (anyCase ? 1 : 0);
    return id;
  }

  /// Takes back the instruction added last.
  void removeLast() {
    size--;
  }

  int size() {
    return size;
  }

  boolean full() {
    return full;
  }

  Op op(int id) {
    return ops[id];
  }

  void set(int id, Op op) {
    ops[id] = op;
  }

  int out(int id) {
    return outs[id];
  }

  void out(int id, int to) {
    outs[id] = to;
  }

  int second(int id) {
    return seconds[id];
  }

  void second(int id, int to) {
    seconds[id] = to;
  }

  /// The range of bytes and whether it ignores case, as one number.
  int bytes(int id) {
    return bytes[id];
  }

  void bytes(int id, int range) {
    bytes[id] = range;
  }

  boolean readsAnyByte(int id) {
    return ops[id] == Op.BYTES && bytes[id] >> 1 == 0xFF;
  }

  int start() {
    return start;
  }

  int unanchored() {
    return unanchored;
  }

  void begin(int anchored, int anywhere) {
    start = anchored;
    unanchored = anywhere;
  }

  boolean branches(int id) {
    return ops[id] == Op.ALT || ops[id] == Op.ALT_MATCH;
  }
}
