package io.policyc.compiler.cilium;

import io.policyc.compiler.Code;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads `toPorts` with all that is in it, and `icmps`.
final class PortsReader {
  private PortsReader() {}

  /// One item of `toPorts` of a rule that allows.
  static PortRule portRule(Fields fields) {
    return new PortRule(
        ports(fields),
        fields.object("terminatingTLS", PortsReader::tls),
        fields.object("originatingTLS", PortsReader::tls),
        serverNames(fields),
        fields.object("listener", PortsReader::listener),
        fields.object("rules", PortsReader::layer7),
        Comments.NONE);
  }

  /// One item of `toPorts` of a rule that denies.
  static PortDenyRule portDenyRule(Fields fields) {
    return PortDenyRule.of(ports(fields));
  }

  /// One item of `icmps`.
  static IcmpRule icmp(Fields fields) {
    return new IcmpRule(
        fields.objects("fields", PortsReader::icmpField).orElse(List.of()).stream()
            .flatMap(Optional::stream)
            .toList());
  }

  private static List<PortProtocol> ports(Fields fields) {
    return fields.objects("ports", PortsReader::port).orElse(List.of());
  }

  private static PortProtocol port(Fields fields) {
    return new PortProtocol(
        fields.string("port"),
        fields.integer("endPort"),
        fields.word("protocol", Protocol.values(), Protocol::name));
  }

  // An empty list is refused by the API server; it must not become "any name".
  private static List<String> serverNames(Fields fields) {
    Optional<List<String>> names = fields.strings("serverNames");
    if (names.isPresent() && names.get().isEmpty()) {
      fields
          .reading()
          .error(
              Code.PC0705,
              fields.node(),
              fields.path().child("serverNames"),
              "`serverNames` is empty",
              "name a server or remove the field");
    }
    return names.orElse(List.of());
  }

  // A type is a number or a name; a number in quotes is a number, too.
  private static Optional<IcmpField> icmpField(Fields fields) {
    Optional<IcmpField.Family> family =
        fields.word("family", IcmpField.Family.values(), IcmpField.Family::word);
    @Nullable Node type = fields.take("type");
    if (type == null) {
      fields.missing("type");
      return Optional.empty();
    }
    Scalars.Kind kind = Scalars.kind(type);
    if (kind != Scalars.Kind.NUMBER && kind != Scalars.Kind.STRING) {
      fields.values().wrongType(type, fields.path().child("type"), Scalars.Kind.NUMBER);
      return Optional.empty();
    }
    return Optional.of(new IcmpField(family, ((ScalarNode) type).getValue()));
  }

  private static TlsContext tls(Fields fields) {
    Optional<SecretRef> secret = fields.object("secret", PortsReader::secret);
    if (secret.isEmpty()) {
      fields.missing("secret");
    }
    return new TlsContext(
        secret.orElse(new SecretRef("", Optional.empty())),
        fields.string("trustedCA"),
        fields.string("certificate"),
        fields.string("privateKey"));
  }

  private static SecretRef secret(Fields fields) {
    return new SecretRef(fields.requiredString("name"), fields.string("namespace"));
  }

  private static Listener listener(Fields fields) {
    Optional<EnvoyConfig> config = fields.object("envoyConfig", PortsReader::envoyConfig);
    if (config.isEmpty()) {
      fields.missing("envoyConfig");
    }
    return new Listener(
        config.flatMap(EnvoyConfig::kind),
        config.map(EnvoyConfig::name).orElse(""),
        fields.requiredString("name"),
        fields.integer("priority"));
  }

  private record EnvoyConfig(Optional<Listener.Kind> kind, String name) {}

  private static EnvoyConfig envoyConfig(Fields fields) {
    return new EnvoyConfig(
        fields.word("kind", Listener.Kind.values(), Listener.Kind::word),
        fields.requiredString("name"));
  }

  private static L7Rules layer7(Fields fields) {
    return new L7Rules(
        fields.objects("http", PortsReader::http), fields.objects("dns", PeersReader::name));
  }

  private static HttpRule http(Fields fields) {
    return new HttpRule(
        fields.string("path"),
        fields.string("method"),
        fields.string("host"),
        fields.strings("headers").orElse(List.of()),
        fields.objects("headerMatches", PortsReader::headerMatch).orElse(List.of()),
        Comments.NONE);
  }

  private static HeaderMatch headerMatch(Fields fields) {
    return new HeaderMatch(
        fields.requiredString("name"),
        fields.string("value"),
        fields.object("secret", PortsReader::secret),
        fields.word("mismatch", HeaderMatch.Mismatch.values(), HeaderMatch.Mismatch::name));
  }
}
