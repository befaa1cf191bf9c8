package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.Metadata;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// An object's labels and annotations: who made it, of which sentences, and what those carry.
final class Marks {
  static final String PREFIX = "policyc.io/";

  /// Places that an annotation lists; a longer list is of no use to a reader.
  private static final int MOST = 40;

  private Marks() {}

  static Metadata on(Metadata metadata, SortedSet<Sentence> sentences) {
    Metadata marked = metadata.withLabel("app.kubernetes.io/managed-by", "policyc");
    if (!sentences.isEmpty()) {
      List<String> places =
          sentences.stream().sorted(Sentence.byPlace()).map(Sentence::place).distinct().toList();
      marked = marked.withAnnotation(PREFIX + "source", listed(places));
    }
    for (var annotation : annotations(sentences).entrySet()) {
      marked =
          marked.withAnnotation(
              PREFIX + annotation.getKey(), listed(List.copyOf(annotation.getValue())));
    }
    return marked;
  }

  private static SortedMap<String, SortedSet<String>> annotations(SortedSet<Sentence> sentences) {
    SortedMap<String, SortedSet<String>> values = new TreeMap<>();
    for (Sentence sentence : sentences) {
      for (Origin.Annotation annotation : sentence.origin().annotations()) {
        values
            .computeIfAbsent(key(annotation.name()), n -> new TreeSet<>())
            .add(annotation.value().orElse("true"));
      }
    }
    return values;
  }

  // `source` is policyc's own; a key is made of fewer characters than a name, at most 63.
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.equals("source") ? "annotation-" : "");
    for (int i = 0; i < name.length() && key.length() < 62; i++) {
      key.append(isPlain(name.charAt(i)) ? name.charAt(i) : '-');
    }
    return isPlainEnd(key.charAt(0)) && isPlainEnd(key.charAt(key.length() - 1))
        ? key.toString()
        : "a" + key.deleteCharAt(key.length() - 1) + "z";
  }

  private static boolean isPlain(char c) {
    return isPlainEnd(c) || c == '-' || c == '_' || c == '.';
  }

  private static boolean isPlainEnd(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static String listed(List<String> items) {
    List<String> shown = new ArrayList<>(items.subList(0, Math.min(MOST, items.size())));
    if (items.size() > MOST) {
      shown.add("and " + (items.size() - MOST) + " more");
    }
    return String.join(", ", shown);
  }
}
