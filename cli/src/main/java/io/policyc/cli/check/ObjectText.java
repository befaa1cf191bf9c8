package io.policyc.cli.check;

import io.policyc.cli.FindingsOutput;
import io.policyc.cli.Sink;
import io.policyc.findings.Finding;
import io.policyc.findings.render.Visible;
import java.util.List;

/// Findings for people, grouped by the object that they are about:
///
/// ```
/// Deployment/web in shop  (manifests/web.yaml:3)
/// error[hostNamespaces]: the pod shares the network of its node
/// …
/// ```
final class ObjectText {
  private final FindingsOutput output;
  private final Sink sink;
  private boolean begun;

  ObjectText(FindingsOutput output, Sink sink) {
    this.output = output;
    this.sink = sink;
  }

  /// Findings about no object in particular.
  void general(List<Finding> findings) {
    if (!findings.isEmpty()) {
      gap();
      output.print(findings, List.of(), sink);
    }
  }

  /// Findings about an object.
  ///
  /// @param heading what the object is called, and where it stands
  void object(String heading, List<Finding> findings) {
    if (!findings.isEmpty()) {
      gap();
      sink.line(Visible.text(heading));
      output.print(findings, List.of(), sink);
    }
  }

  private void gap() {
    if (begun) {
      sink.line("");
    }
    begun = true;
  }
}
