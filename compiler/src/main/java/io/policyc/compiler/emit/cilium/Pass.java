package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.model.PortRange;
import java.util.List;

/// What an entry lets pass between its pods and its peers.
sealed interface Pass {
  /// Every port, every protocol, ping.
  record Everything(boolean mutualAuth) implements Pass {}

  /// Whatever is said on ports, or TLS to some names only.
  record Ports(List<PortRange> ports, boolean mutualAuth, List<String> serverNames)
      implements Pass {
    public Ports {
      ports = List.copyOf(ports);
      serverNames = List.copyOf(serverNames);
    }

    /// Whatever is said on ports.
    static Ports of(List<PortRange> ports) {
      return new Ports(ports, false, List.of());
    }
  }

  /// HTTP requests on ports.
  record Requests(List<PortRange> ports, boolean mutualAuth, List<HttpRule> rules) implements Pass {
    public Requests {
      ports = List.copyOf(ports);
      rules = List.copyOf(rules);
    }
  }

  /// Queries of names.
  record Queries(List<PortRange> ports, List<FqdnSelector> names) implements Pass {
    public Queries {
      ports = List.copyOf(ports);
      names = List.copyOf(names);
    }
  }

  /// Echo requests.
  record Ping() implements Pass {}
}
