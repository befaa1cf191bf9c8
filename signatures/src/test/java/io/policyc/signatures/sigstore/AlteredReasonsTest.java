package io.policyc.signatures.sigstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The tables of altered signatures, taken together.
class AlteredReasonsTest {
  private static final List<Altered> ALL = tables().flatMap(table -> table.all().stream()).toList();

  static Stream<AlteredTable> tables() {
    return Stream.of(
        new AlteredShapesTest(),
        new AlteredFieldsTest(),
        new AlteredContentsTest(),
        new AlteredSignaturesTest(),
        new AlteredEntriesTest(),
        new AlteredBodiesTest(),
        new AlteredCheckpointsTest(),
        new AlteredRekor2Test(),
        new AlteredTimesTest(),
        new AlteredCertificatesTest(),
        new AlteredIdentitiesTest(),
        new AlteredCosignTest(),
        new AlteredAttestationsTest());
  }

  @Test
  void thereAreManyAndNoneStandsTwice() {
    Set<String> names =
        ALL.stream().map(Altered::name).collect(Collectors.toCollection(HashSet::new));
    assertEquals(ALL.size(), names.size());
    assertTrue(ALL.size() >= 150, "altered: " + ALL.size());
    System.out.println("altered signatures: " + ALL.size());
  }

  @Test
  void everyReasonIsReached() {
    Set<Reason> reached =
        ALL.stream()
            .map(Altered::reason)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
    assertEquals(EnumSet.copyOf(Arrays.asList(Reason.values())), reached);
  }
}
