package io.policyc.findings.render;

import io.policyc.findings.Finding;
import java.util.List;

/// One output format for findings.
///
/// Every format shows the same findings, in the order of [Ordered]: what a person reads, a pipeline
/// counts and a code host annotates never differ.
public interface Renderer {
  /// The name of the format, as `-o` takes it.
  String id();

  /// The findings in this format, ending with a line end, or empty where the format has nothing to
  /// say about no findings.
  String render(List<Finding> findings);
}
