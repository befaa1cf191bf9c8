package io.policyc.signatures.wasm;

import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Optional;

/// What a locked app of Spin says.
///
/// @see <a
///   href="https://github.com/spinframework/spin/blob/v3.0.0/crates/locked-app/src/locked.rs">Spin
///   3.0, locked-app</a>
public record SpinApp(List<Component> components, List<Trigger> triggers) {
  public SpinApp {
    components = List.copyOf(components);
    triggers = List.copyOf(triggers);
  }

  /// A component.
  ///
  /// @param source digest of its module; empty where it is inline
  /// @param allowedOutboundHosts as written, such as `https://*.example.com:443`; none means that
  ///   Spin lets it reach nobody. Hosts of the older `allowed_http_hosts` stand here as Spin reads
  ///   them.
  /// @param stores key-value stores and SQLite databases that it may open
  public record Component(
      String id, Optional<Digest> source, List<String> allowedOutboundHosts, List<String> stores) {
    public Component {
      allowedOutboundHosts = List.copyOf(allowedOutboundHosts);
      stores = List.copyOf(stores);
    }
  }

  /// What starts a component.
  ///
  /// @param type such as `http`, `redis` or `cron`
  /// @param component its id; empty where the trigger names none or several
  public record Trigger(String type, Optional<String> component) {}
}
