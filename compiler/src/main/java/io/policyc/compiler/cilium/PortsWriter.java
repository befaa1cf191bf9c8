package io.policyc.compiler.cilium;

import io.policyc.compiler.yaml.YamlOut;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Writes `toPorts` with all that is in it, and `icmps`.
final class PortsWriter {
  private static final PortProtocol NO_PORT =
      new PortProtocol(Optional.empty(), OptionalInt.empty(), Optional.empty());
  private static final PortRule NO_PORTS = PortRule.of(List.of());

  private final YamlOut yaml;
  private final PeersWriter names;

  PortsWriter(YamlOut yaml) {
    this.yaml = yaml;
    this.names = new PeersWriter(yaml);
  }

  /// The ports of a rule that allows.
  void allow(List<PortRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    yaml.open("toPorts");
    for (PortRule rule : rules) {
      yaml.comments(rule.comments().lines());
      if (rule.equals(NO_PORTS)) {
        yaml.emptyItem();
      } else {
        item(rule);
      }
    }
    yaml.close();
  }

  /// The ports of a rule that denies.
  void deny(List<PortDenyRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    yaml.open("toPorts");
    for (PortDenyRule rule : rules) {
      yaml.comments(rule.comments().lines());
      if (rule.ports().isEmpty()) {
        yaml.emptyItem();
      } else {
        yaml.item();
        ports(rule.ports());
        yaml.close();
      }
    }
    yaml.close();
  }

  /// The types of ICMP of a rule.
  void icmps(List<IcmpRule> rules) {
    if (rules.isEmpty()) {
      return;
    }
    yaml.open("icmps");
    for (IcmpRule rule : rules) {
      if (rule.fields().isEmpty()) {
        yaml.emptyItem();
      } else {
        yaml.item().open("fields");
        rule.fields().forEach(this::item);
        yaml.close().close();
      }
    }
    yaml.close();
  }

  private void item(PortRule rule) {
    yaml.item();
    ports(rule.ports());
    rule.terminatingTls().ifPresent(tls -> tls("terminatingTLS", tls));
    rule.originatingTls().ifPresent(tls -> tls("originatingTLS", tls));
    yaml.strings("serverNames", rule.serverNames());
    rule.listener().ifPresent(this::listener);
    rule.rules().ifPresent(this::layer7);
    yaml.close();
  }

  private void ports(List<PortProtocol> ports) {
    if (ports.isEmpty()) {
      return;
    }
    yaml.open("ports");
    for (PortProtocol port : ports) {
      if (port.equals(NO_PORT)) {
        yaml.emptyItem();
      } else {
        item(port);
      }
    }
    yaml.close();
  }

  private void item(PortProtocol port) {
    yaml.item();
    port.port().ifPresent(text -> yaml.quoted("port", text));
    port.endPort().ifPresent(last -> yaml.literal("endPort", Integer.toString(last)));
    port.protocol().ifPresent(protocol -> yaml.field("protocol", protocol.name()));
    yaml.close();
  }

  private void item(IcmpField field) {
    yaml.item();
    field.family().ifPresent(family -> yaml.field("family", family.word()));
    if (field.numeric()) {
      yaml.literal("type", field.type());
    } else {
      yaml.field("type", field.type());
    }
    yaml.close();
  }

  private void tls(String key, TlsContext tls) {
    yaml.open(key);
    secret(tls.secret());
    yaml.field("trustedCA", tls.trustedCa())
        .field("certificate", tls.certificate())
        .field("privateKey", tls.privateKey())
        .close();
  }

  private void secret(SecretRef secret) {
    yaml.open("secret").field("name", secret.name()).field("namespace", secret.namespace()).close();
  }

  private void listener(Listener listener) {
    yaml.open("listener").open("envoyConfig");
    listener.kind().ifPresent(kind -> yaml.field("kind", kind.word()));
    yaml.field("name", listener.config()).close().field("name", listener.name());
    listener.priority().ifPresent(priority -> yaml.literal("priority", Integer.toString(priority)));
    yaml.close();
  }

  private void layer7(L7Rules rules) {
    if (rules.http().isEmpty() && rules.dns().isEmpty()) {
      yaml.literal("rules", "{}");
      return;
    }
    yaml.open("rules");
    rules.http().ifPresent(this::http);
    rules.dns().ifPresent(this::dns);
    yaml.close();
  }

  private void http(List<HttpRule> rules) {
    if (rules.isEmpty()) {
      yaml.literal("http", "[]");
      return;
    }
    yaml.open("http");
    for (HttpRule rule : rules) {
      yaml.comments(rule.comments().lines());
      if (rule.equals(HttpRule.EVERY)) {
        yaml.emptyItem();
      } else {
        item(rule);
      }
    }
    yaml.close();
  }

  private void item(HttpRule rule) {
    yaml.item()
        .field("method", rule.method())
        .field("path", rule.path())
        .field("host", rule.host())
        .strings("headers", rule.headers());
    if (!rule.headerMatches().isEmpty()) {
      yaml.open("headerMatches");
      rule.headerMatches().forEach(this::item);
      yaml.close();
    }
    yaml.close();
  }

  private void item(HeaderMatch match) {
    yaml.item().field("name", match.name()).field("value", match.value());
    match.secret().ifPresent(this::secret);
    match.mismatch().ifPresent(mismatch -> yaml.field("mismatch", mismatch.name()));
    yaml.close();
  }

  private void dns(List<FqdnSelector> rules) {
    if (rules.isEmpty()) {
      yaml.literal("dns", "[]");
      return;
    }
    yaml.open("dns");
    rules.forEach(names::item);
    yaml.close();
  }
}
