package io.policyc.compiler.resolve;

import io.policyc.compiler.Settings;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import java.time.LocalDate;
import java.util.List;

/// Turns sentences into what they mean.
public final class Resolver {
  private Resolver() {}

  /// Resolves an input without manifests.
  public static Checked<Model> resolve(List<Unit> units, Settings settings, LocalDate today) {
    return resolve(units, settings, today, Found.NOTHING);
  }

  /// Looks up names and fills in defaults.
  ///
  /// Neither the order of files nor that of sentences changes the model, but for its spans. Where
  /// there are errors, it holds what could be understood.
  ///
  /// @param units the files of an input, those that are imported too
  /// @param settings what belongs to the cluster
  /// @param today the day that `@expires` is compared with, in UTC
  /// @param found what manifests tell: pods that sentences name without declaring them, and what
  ///   declarations are held against
  public static Checked<Model> resolve(
      List<Unit> units, Settings settings, LocalDate today, Found found) {
    Report report = new Report(units);
    Resolution resolution = Resolution.of(units, settings, today, found, report);
    Model model = resolution.model();
    return new Checked<>(model, report.inOrder());
  }
}
