package io.policyc.compiler.emit.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Why a part of an object is there: sentences, and reasons of the compiler's own.
///
/// Two are equal when the same sentences and reasons stand behind both.
final class Causes {
  private final SortedSet<Sentence> sentences = new TreeSet<>();
  private final SortedSet<String> reasons = new TreeSet<>();

  Causes add(Sentence sentence) {
    sentences.add(sentence);
    return this;
  }

  Causes because(String reason) {
    reasons.add(reason);
    return this;
  }

  Causes addAll(Causes other) {
    sentences.addAll(other.sentences);
    reasons.addAll(other.reasons);
    return this;
  }

  SortedSet<Sentence> sentences() {
    return sentences;
  }

  boolean isEmpty() {
    return sentences.isEmpty() && reasons.isEmpty();
  }

  /// One line for each, sentences first.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    sentences.forEach(sentence -> lines.add(sentence.line()));
    lines.addAll(reasons);
    return lines;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Causes causes
        && sentences.equals(causes.sentences)
        && reasons.equals(causes.reasons);
  }

  @Override
  public int hashCode() {
    return 31 * sentences.hashCode() + reasons.hashCode();
  }
}
