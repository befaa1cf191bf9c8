package io.policyc.compiler.cilium;

import java.util.Set;

/// Judges types of ICMP.
///
/// Source: Cilium v1.20.2 `pkg/policy/api/icmp.go` and the CRD's pattern. Cilium's table has
/// `ExtendedEchoReply`, the pattern has not (it spells it with a blank), so no object can name it.
final class IcmpCheck {
  private static final int MAX_FIELDS = 40;

  private static final Set<String> V4 =
      Set.of(
          "EchoReply",
          "DestinationUnreachable",
          "Redirect",
          "Echo",
          "EchoRequest",
          "RouterAdvertisement",
          "RouterSelection",
          "TimeExceeded",
          "ParameterProblem",
          "Timestamp",
          "TimestampReply",
          "Photuris",
          "ExtendedEchoRequest");

  private static final Set<String> V6 =
      Set.of(
          "DestinationUnreachable",
          "PacketTooBig",
          "TimeExceeded",
          "ParameterProblem",
          "EchoRequest",
          "EchoReply",
          "MulticastListenerQuery",
          "MulticastListenerReport",
          "MulticastListenerDone",
          "RouterSolicitation",
          "RouterAdvertisement",
          "NeighborSolicitation",
          "NeighborAdvertisement",
          "RedirectMessage",
          "RouterRenumbering",
          "ICMPNodeInformationQuery",
          "ICMPNodeInformationResponse",
          "InverseNeighborDiscoverySolicitation",
          "InverseNeighborDiscoveryAdvertisement",
          "HomeAgentAddressDiscoveryRequest",
          "HomeAgentAddressDiscoveryReply",
          "MobilePrefixSolicitation",
          "MobilePrefixAdvertisement",
          "DuplicateAddressRequestCodeSuffix",
          "DuplicateAddressConfirmationCodeSuffix",
          "ExtendedEchoRequest");

  private IcmpCheck() {}

  /// Judges one item of `icmps`.
  static void check(Violations violations, IcmpRule rule, At at) {
    At fields = at.child("fields");
    if (rule.fields().size() > MAX_FIELDS) {
      violations.add("2b.4", fields, "more than " + MAX_FIELDS + " types of ICMP");
    }
    for (int i = 0; i < rule.fields().size(); i++) {
      type(violations, rule.fields().get(i), fields.item(i).child("type"));
    }
  }

  private static void type(Violations violations, IcmpField field, At at) {
    if (field.numeric()) {
      // Cilium itself takes larger numbers, which no packet has.
      if (field.type().length() > 3 || Integer.parseInt(field.type()) > 255) {
        violations.add("own.icmp", at, "`" + field.type() + "` is above 255");
      }
      return;
    }
    IcmpField.Family family = field.family().orElse(IcmpField.Family.IPV4);
    Set<String> names =
        switch (family) {
          case IPV4 -> V4;
          case IPV6 -> V6;
        };
    if (!names.contains(field.type())) {
      violations.add("2b.4", at, "`" + field.type() + "` is no type of ICMP for " + family.word());
    }
  }
}
