package io.policyc.compiler.emit;

import io.policyc.compiler.emit.cilium.CiliumBackend;
import io.policyc.compiler.emit.falco.FalcoBackend;
import java.util.List;

/// Every target that this version has.
public final class Backends {
  /// In the order in which they write.
  public static final List<Backend> ALL = List.of(new CiliumBackend(), new FalcoBackend());

  private Backends() {}
}
