package io.policyc.compiler.cilium.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import io.policyc.compiler.cilium.IpPrefix;

/// The format `cidr`, which an API server checks and JSON schema doesn't know.
final class CidrFormat implements Format {
  @Override
  public String getName() {
    return "cidr";
  }

  @Override
  public String getMessageKey() {
    return "format";
  }

  @Override
  public boolean matches(ExecutionContext context, String value) {
    return IpPrefix.parse(value).isPresent();
  }
}
