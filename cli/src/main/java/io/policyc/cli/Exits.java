package io.policyc.cli;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.ManifestCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which exit status findings ask for.
public final class Exits {
  // Nothing was judged: it could not be read, the settings say nothing clear, or the disk refused.
  private static final Set<String> UNUSABLE =
      Set.copyOf(
          EnumSet.of(
                  Code.PC0050,
                  Code.PC0051,
                  Code.PC0052,
                  Code.PC0053,
                  Code.PC0054,
                  Code.PC0055,
                  Code.PC0056,
                  Code.PC0057,
                  Code.PC0801,
                  Code.PC0802,
                  Code.PC0803,
                  Code.PC0804,
                  Code.PC0806,
                  Code.PC0823,
                  Code.PC0824,
                  Code.PC0825,
                  Code.PC0901)
              .stream()
              .map(Code::name)
              .toList());

  private static final Set<String> UNREADABLE =
      Set.of(ManifestCode.PC1000.name(), ManifestCode.PC1001.name());

  private Exits() {}

  /// The exit status for findings; warnings and notes ask for none.
  public static Exit of(List<Finding> findings) {
    return of(findings, finding -> finding.level() == Level.ERROR);
  }

  /// The exit status for findings, where somebody says which of them count. What could not be read
  /// counts whatever is said.
  public static Exit of(List<Finding> findings, Predicate<Finding> counts) {
    Exit exit = Exit.CLEAN;
    for (Finding finding : findings) {
      Exit asked = of(finding.rule());
      boolean unreadable = finding.level() == Level.ERROR && asked != Exit.FINDINGS;
      if (unreadable || counts.test(finding)) {
        exit = exit.and(asked);
      }
    }
    return exit;
  }

  private static Exit of(String rule) {
    // Only we can have written a policy that does not read back as it was meant.
    if (rule.equals(Code.PC0712.name()) || rule.equals(Code.PC0511.name())) {
      return Exit.FAULT;
    }
    return UNUSABLE.contains(rule) || UNREADABLE.contains(rule) ? Exit.USAGE : Exit.FINDINGS;
  }
}
