package io.policyc.compiler.found;

import io.policyc.compiler.Protocol;
import io.policyc.findings.Finding;
import io.policyc.manifests.Place;
import io.policyc.manifests.Read;
import io.policyc.manifests.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads fields with their types; what has a wrong one is a finding.
record FieldReader(List<Finding> findings) {
  /// A string.
  Optional<String> text(Place place) {
    return taken(place.text());
  }

  /// A number of a port; empty for one that no port has, which an API server refuses.
  Optional<Integer> port(Place place) {
    return taken(place.int32()).filter(n -> n >= 1 && n <= 65_535).map(Long::intValue);
  }

  /// `TCP` where nothing is written; empty for another protocol than the three.
  Optional<Protocol> protocol(Place place) {
    Read<String> read = place.text();
    return read instanceof Read.Unset<String>
        ? Optional.of(Protocol.TCP)
        : taken(read).flatMap(FieldReader::protocol);
  }

  private static Optional<Protocol> protocol(String text) {
    return switch (text) {
      case "TCP" -> Optional.of(Protocol.TCP);
      case "UDP" -> Optional.of(Protocol.UDP);
      case "SCTP" -> Optional.of(Protocol.SCTP);
      default -> Optional.empty();
    };
  }

  /// The strings of a mapping; a name without a value is left out.
  SortedMap<String, String> texts(Place place) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Value.Field field : place.fields()) {
      text(place.field(field.name())).ifPresent(text -> texts.put(field.name(), text));
    }
    return texts;
  }

  private <T> Optional<T> taken(Read<T> read) {
    findings.addAll(read.findings());
    return read.value();
  }
}
