package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import java.util.List;

/// A receiver with the ports that a sentence means there.
record Target(Peer receiver, List<PortRange> ports) {
  Target {
    ports = List.copyOf(ports);
  }
}
