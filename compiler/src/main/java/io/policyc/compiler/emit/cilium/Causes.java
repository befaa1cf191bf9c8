package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.emit.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Why a part of an object is there: sentences, and reasons of the compiler's own.
///
/// Two are equal when the same sentences and reasons stand behind both. Nearly every one is of one
/// sentence, so they are sorted when they are read, not when they are added.
final class Causes {
  private List<Sentence> sentences = List.of();
  private List<String> reasons = List.of();
  private boolean sorted = true;

  /// One sentence.
  static Causes of(Sentence sentence) {
    Causes causes = new Causes();
    causes.sentences = List.of(sentence);
    return causes;
  }

  /// One reason of the compiler's own.
  static Causes because(String reason) {
    Causes causes = new Causes();
    causes.reasons = List.of(reason);
    return causes;
  }

  Causes addAll(Causes other) {
    sentences = joined(sentences, other.sentences);
    reasons = joined(reasons, other.reasons);
    sorted = sorted && sentences.size() < 2 && reasons.size() < 2;
    return this;
  }

  private static <T> List<T> joined(List<T> mine, List<T> others) {
    if (others.isEmpty()) {
      return mine;
    }
    if (mine.isEmpty()) {
      return List.copyOf(others);
    }
    List<T> all = mine instanceof ArrayList<T> ? mine : new ArrayList<>(mine);
    all.addAll(others);
    return all;
  }

  /// Sorted by text, each once.
  List<Sentence> sentences() {
    sort();
    return sentences;
  }

  boolean isEmpty() {
    return sentences.isEmpty() && reasons.isEmpty();
  }

  /// One line for each, sentences first.
  List<String> lines() {
    sort();
    List<String> lines = new ArrayList<>(sentences.size() + reasons.size());
    for (Sentence sentence : sentences) {
      lines.add(sentence.line());
    }
    lines.addAll(reasons);
    return lines;
  }

  private void sort() {
    if (!sorted) {
      sentences = sorted(sentences);
      reasons = sorted(reasons);
      sorted = true;
    }
  }

  private static <T extends Comparable<? super T>> List<T> sorted(List<T> list) {
    Set<T> once = new LinkedHashSet<>(list);
    List<T> all = new ArrayList<>(once);
    all.sort(null);
    return all;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Causes causes)) {
      return false;
    }
    return sentences().equals(causes.sentences()) && sortedReasons().equals(causes.sortedReasons());
  }

  private List<String> sortedReasons() {
    sort();
    return reasons;
  }

  @Override
  public int hashCode() {
    return 31 * sentences().hashCode() + sortedReasons().hashCode();
  }
}
