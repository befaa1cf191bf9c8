package io.policyc.compiler.cilium;

import java.util.List;

/// Lines that stand above a part of a document and say why it is there.
///
/// All comments are equal: a policy read back from its text, where comments mean nothing, equals
/// the policy that was written.
///
/// @param lines without `#`; the writer escapes what could end a comment line
public record Comments(List<String> lines) {
  /// No comment.
  public static final Comments NONE = new Comments(List.of());

  public Comments {
    lines = List.copyOf(lines);
  }

  /// A comment of these lines.
  public static Comments of(String... lines) {
    return new Comments(List.of(lines));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Comments;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
