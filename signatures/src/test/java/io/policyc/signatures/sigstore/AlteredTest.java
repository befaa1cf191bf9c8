package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.DIGEST;
import static io.policyc.signatures.sigstore.Asked.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.policyc.signatures.sigstore.Alterations.Altered;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is altered in a good signature, it is refused, and for the right reason.
class AlteredTest {
  private static final List<Altered> ALL = Alterations.all();

  static List<Altered> all() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void isRefusedForTheRightReason(Altered altered) {
    Verdict verdict =
        new Verifier(altered.root()).verify(altered.material(), DIGEST, altered.demand(), NOW);
    switch (verdict) {
      case Verdict.Rejected(var reason, var detail) -> {
        assertEquals(altered.reason(), reason, detail);
        assertTrue(!detail.isEmpty() && !detail.endsWith("."), detail);
        assertTrue(detail.length() < 1000, detail);
      }
      case Verdict.Verified verified -> fail("accepted: " + verified);
    }
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
