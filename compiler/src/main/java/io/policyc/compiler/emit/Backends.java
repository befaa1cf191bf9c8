package io.policyc.compiler.emit;

import java.util.List;

/// Every target that this version has.
public final class Backends {
  /// In the order in which they write.
  public static final List<Backend> ALL = List.of();

  private Backends() {}
}
