package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Workload;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of objects: RFC 1123, at most 63 characters, unique in a namespace, and the same for the
/// same pods whatever else the input says.
final class Names {
  private static final int LONGEST = 63;
  private static final int HASH = 8;

  private final Territory territory;
  private final Map<String, Map<Selection, Workload>> workloads = new HashMap<>();
  private final Map<String, Set<String>> taken = new HashMap<>();

  Names(Territory territory) {
    this.territory = territory;
  }

  /// A name for each subject.
  Map<Subject, String> of(Collection<Subject> subjects) {
    Map<Subject, String> names = new HashMap<>();
    // What is named by the compiler's own words comes first, so that no workload can take it.
    subjects.stream()
        .sorted(
            Comparator.<Subject, Boolean>comparing(s -> workload(s).isPresent())
                .thenComparing(this::wanted)
                .thenComparing(Subject::toString))
        .forEach(
            subject -> names.put(subject, free(subject.namespace(), wanted(subject), subject)));
    return names;
  }

  /// A name for the n-th part of an object, counted from 2.
  String part(Subject subject, String name, int part) {
    return free(subject.namespace(), fitting(name + "-" + part, name), subject);
  }

  /// The workload whose pods a subject is about, where it is about all of them and no others.
  Optional<Workload> workload(Subject subject) {
    return subject.namespaceLabels().isEmpty()
        ? Optional.ofNullable(declared(subject.namespace()).get(subject.selection()))
        : Optional.empty();
  }

  private Map<Selection, Workload> declared(String namespace) {
    return workloads.computeIfAbsent(
        namespace,
        n -> {
          Map<Selection, Workload> bySelection = new HashMap<>();
          territory.workloads(n).stream()
              .sorted(Comparator.comparing(Workload::name))
              .forEach(workload -> bySelection.putIfAbsent(workload.selection(), workload));
          return bySelection;
        });
  }

  private String wanted(Subject subject) {
    String text = "policyc-" + pods(subject) + suffix(subject);
    return fitting(text, text);
  }

  private String pods(Subject subject) {
    if (subject.selection().isAll() && subject.namespaceLabels().isEmpty()) {
      return subject.effect() == Subject.Effect.CLOSES ? "namespace" : "pods";
    }
    return switch (subject.effect()) {
      case CLOSES ->
          workload(subject).map(Workload::name).orElseGet(() -> "closed-" + group(subject));
      case DENIES -> workload(subject).map(Workload::name).orElseGet(() -> group(subject));
      // A workload's name promises all about the workload.
      case OPENS -> group(subject);
    };
  }

  private static String suffix(Subject subject) {
    return switch (subject.effect()) {
      case CLOSES, OPENS -> "";
      case DENIES -> "-deny";
    };
  }

  private static String group(Subject subject) {
    return "pods-" + hash(subject.selection() + " " + subject.namespaceLabels());
  }

  private String free(String namespace, String wanted, Subject subject) {
    Set<String> names = taken.computeIfAbsent(namespace, n -> new HashSet<>());
    if (names.add(wanted)) {
      return wanted;
    }
    String other = hashed(wanted, wanted + subject);
    for (int i = 0; !names.add(other); i++) {
      other = hashed(wanted, wanted + subject + i);
    }
    return other;
  }

  private static String fitting(String text, String original) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      name.append(isPlain(c) ? c : c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : '-');
    }
    boolean fits = text.contentEquals(name) && name.length() <= LONGEST && isPlainEnd(name);
    return fits ? text : hashed(name.toString(), original);
  }

  private static boolean isPlainEnd(StringBuilder name) {
    return name.charAt(name.length() - 1) != '-';
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  private static String hashed(String name, String original) {
    int end = Math.min(name.length(), LONGEST - HASH - 1);
    while (name.charAt(end - 1) == '-') {
      end--;
    }
    return name.substring(0, end) + "-" + hash(original);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static List<Subject> inOrder(Map<Subject, String> names) {
    return names.keySet().stream()
        .sorted(
            Comparator.comparing(Subject::namespace)
                .thenComparing(subject -> names.getOrDefault(subject, "")))
        .toList();
  }
}
