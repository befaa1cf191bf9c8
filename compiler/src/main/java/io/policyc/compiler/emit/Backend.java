package io.policyc.compiler.emit;

import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.util.List;

/// A target: what turns the model into the documents of one engine.
public interface Backend {
  /// What `--target` and the output folder call it.
  String id();

  /// The same model gives the same documents, in the same order, byte for byte.
  ///
  /// What cannot be said exactly is a finding at its sentence; with an error among the findings the
  /// documents must not be used.
  Checked<List<Document>> emit(Model model, Settings settings);

  /// What is wrong with emitted documents when they are read back: nothing, unless policyc has a
  /// fault.
  ///
  /// Slow: it compares every text with what it was written from, and validates it by the schema of
  /// the engine.
  ///
  /// @param documents what [#emit] gave for the same model and settings
  List<Finding> verify(Model model, Settings settings, List<Document> documents);
}
