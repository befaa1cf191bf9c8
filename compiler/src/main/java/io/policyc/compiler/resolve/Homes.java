package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/// The namespaces that sentences stand in.
final class Homes {
  private final Report report;
  private final Silence silence;
  private final Set<Source> told = Collections.newSetFromMap(new IdentityHashMap<>());

  Homes(Report report, Silence silence) {
    this.report = report;
    this.silence = silence;
  }

  /// The namespace of a header above; where there is none, that was reported, once a file.
  ///
  /// @param at the word that needs it
  Optional<String> needed(Home home, Span at) {
    if (home.namespace().isEmpty() && !home.damaged() && told.add(at.source())) {
      silence.everything();
      report.add(
          Code.PC0201
              .at(at, "no `namespace` line stands above " + Say.quote(at.text()))
              .withHelp("begin the file with a line such as `namespace shop`"));
    }
    return home.namespace();
  }
}
