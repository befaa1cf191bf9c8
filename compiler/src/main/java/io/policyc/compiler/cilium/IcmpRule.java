package io.policyc.compiler.cilium;

import java.util.List;

/// One item of `icmps`.
public record IcmpRule(List<IcmpField> fields) {
  public IcmpRule {
    fields = List.copyOf(fields);
  }
}
