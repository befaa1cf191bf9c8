package io.policyc.compiler.parse;

/// How much of one file is read: what is larger is hostile or a mistake, and is refused by name.
final class Limits {
  /// Characters (UTF-16 units) in a file.
  static final int FILE = 4 * 1024 * 1024;

  /// Characters in one word or text.
  static final int WORD = 4096;

  /// Characters in a declared name.
  static final int NAME = 63;

  /// Braces and parentheses that are open at once; no form of the language needs more than three.
  static final int DEPTH = 8;

  /// Sentences in a file.
  static final int SENTENCES = 200_000;

  /// Words in a sentence.
  static final int WORDS = 20_000;

  /// Findings in a file.
  static final int FINDINGS = 1_000;

  private Limits() {}

  /// What to do about a sentence with too many words.
  ///
  /// @param first its first word
  static String help(String first) {
    return first.equals("external")
        ? "declare the rest as another external, and name both in the sentences that need it"
        : "split it into several sentences";
  }
}
