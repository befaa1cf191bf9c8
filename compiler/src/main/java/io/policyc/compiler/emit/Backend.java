package io.policyc.compiler.emit;

import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
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
}
