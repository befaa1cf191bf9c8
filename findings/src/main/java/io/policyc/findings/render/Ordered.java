package io.policyc.findings.render;

import io.policyc.findings.Finding;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// The order in which findings are printed.
public final class Ordered {
  // Findings about the whole input come first: they often explain the others.
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing((Finding f) -> f.at().map(at -> at.source().name()).orElse(""))
          .thenComparing(f -> f.at().map(at -> at.start()).orElse(-1))
          .thenComparing(f -> f.object().orElse(""))
          .thenComparing(f -> f.path().map(Object::toString).orElse(""))
          .thenComparing(Finding::rule)
          .thenComparing(Finding::level)
          .thenComparing(Finding::message);

  private Ordered() {}

  /// The findings by file, place and rule, each said once.
  ///
  /// Two findings are the same when all their parts are equal.
  public static List<Finding> of(List<Finding> findings) {
    return new LinkedHashSet<>(findings).stream().sorted(BY_PLACE).toList();
  }

  /// The same findings, errors first: for formats that hold only so many.
  public static List<Finding> worstFirst(List<Finding> findings) {
    return of(findings).stream().sorted(Comparator.comparing(Finding::level)).toList();
  }
}
