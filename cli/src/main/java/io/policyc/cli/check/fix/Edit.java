package io.policyc.cli.check.fix;

import java.util.Comparator;
import java.util.List;

/// A change of text: what stands from `start` to `end` gives way.
record Edit(int start, int end, String text) {
  /// An insertion.
  static Edit insert(int at, String text) {
    return new Edit(at, at, text);
  }

  /// The text with all changes, which do not overlap.
  static String apply(String text, List<Edit> edits) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      out.append(text, from, edit.start()).append(edit.text());
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
