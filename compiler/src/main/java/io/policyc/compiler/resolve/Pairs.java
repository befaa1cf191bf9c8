package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.findings.Span;

/// How many pairs of ends the sentences of an input speak of: two long lists make millions.
final class Pairs {
  /// More than any cluster's policy maps hold.
  static final int MOST = 500_000;

  private final Report report;
  private int count;
  private boolean full;

  Pairs(Report report) {
    this.report = report;
  }

  /// Whether nothing more is read.
  boolean full() {
    return full;
  }

  /// Whether a sentence's pairs are still read; where they are not, that was reported.
  boolean admit(int senders, int receivers, Span sentence) {
    long all = count + (long) senders * receivers;
    if (all > MOST) {
      full = true;
      report.add(
          Code.PC0331
              .at(sentence, "this input speaks of more than " + MOST + " pairs of ends")
              .withHelp("name a group, such as `every pod in shop`, in place of long lists"));
      return false;
    }
    count = (int) all;
    return true;
  }
}
