package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads an object and its rules.
final class PolicyReader {
  /// Fields of `metadata` that an API server writes or that mean nothing to Cilium.
  private static final List<String> SERVER_METADATA =
      List.of(
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generateName",
          "generation",
          "managedFields",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  private PolicyReader() {}

  /// The policy of a document whose `apiVersion` and `kind` are read.
  static CiliumNetworkPolicy policy(Fields fields) {
    Optional<Metadata> metadata = fields.object("metadata", PolicyReader::metadata);
    if (metadata.isEmpty()) {
      fields.missing("metadata");
    }
    Optional<PolicyRule> spec = fields.object("spec", PolicyReader::rule);
    List<PolicyRule> specs = fields.objects("specs", PolicyReader::rule).orElse(List.of());
    fields.ignore(List.of("status"));
    fields.done();
    return new CiliumNetworkPolicy(
        metadata.orElseGet(PolicyReader::nameless), spec, specs, Comments.NONE);
  }

  private static Metadata nameless() {
    return new Metadata("", Optional.empty(), Sorted.copy(Map.of()), Sorted.copy(Map.of()));
  }

  private static Metadata metadata(Fields fields) {
    Metadata metadata =
        new Metadata(
            fields.requiredString("name"),
            fields.string("namespace"),
            fields.map("labels"),
            fields.map("annotations"));
    fields.ignore(SERVER_METADATA);
    return metadata;
  }

  private static PolicyRule rule(Fields fields) {
    return new PolicyRule(
        fields.string("description"),
        fields.object("endpointSelector", PeersReader::selector),
        fields.object("nodeSelector", PeersReader::selector),
        fields.object("enableDefaultDeny", PolicyReader::defaultDeny).orElse(DefaultDeny.UNSAID),
        rules(fields, "ingress", rule -> allow(rule, true)),
        rules(fields, "ingressDeny", rule -> deny(rule, true)),
        rules(fields, "egress", rule -> allow(rule, false)),
        rules(fields, "egressDeny", rule -> deny(rule, false)),
        rules(fields, "labels", PolicyReader::label),
        fields.object("log", log -> log.string("value").orElse("")));
  }

  private static DefaultDeny defaultDeny(Fields fields) {
    return new DefaultDeny(fields.bool("ingress"), fields.bool("egress"));
  }

  private static <T> List<T> rules(Fields fields, String key, Function<Fields, T> read) {
    return fields.objects(key, read).orElse(List.of());
  }

  private static AllowRule allow(Fields fields, boolean ingress) {
    return new AllowRule(
        PeersReader.peers(fields, ingress, true),
        rules(fields, "toPorts", PortsReader::portRule),
        rules(fields, "icmps", PortsReader::icmp),
        fields.object("authentication", PolicyReader::mode).flatMap(mode -> mode),
        Comments.NONE);
  }

  private static Optional<AuthenticationMode> mode(Fields fields) {
    return fields.word("mode", AuthenticationMode.values(), AuthenticationMode::word);
  }

  private static DenyRule deny(Fields fields, boolean ingress) {
    return new DenyRule(
        PeersReader.peers(fields, ingress, false),
        rules(fields, "toPorts", PortsReader::portDenyRule),
        rules(fields, "icmps", PortsReader::icmp),
        Comments.NONE);
  }

  private static RuleLabel label(Fields fields) {
    return new RuleLabel(
        fields.requiredString("key"), fields.string("value"), fields.string("source"));
  }
}
