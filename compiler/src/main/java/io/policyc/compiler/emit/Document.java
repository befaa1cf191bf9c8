package io.policyc.compiler.emit;

import io.policyc.findings.ObjectPath;
import io.policyc.findings.Span;
import java.util.List;

/// One emitted document.
///
/// @param path where it belongs in the output folder, with `/`: `cilium/shop/policyc-web.yaml`
/// @param text its bytes as text, ending in a line end
/// @param sources which sentence stands behind which part, in the order of the text
public record Document(String path, String text, List<Origin> sources) {
  public Document {
    sources = List.copyOf(sources);
  }

  /// A part of the document and the sentence behind it.
  ///
  /// @param object `CiliumNetworkPolicy shop/policyc-web`
  /// @param path `spec.ingress[0]`
  /// @param sentence the sentence
  public record Origin(String object, ObjectPath path, Span sentence) {}
}
