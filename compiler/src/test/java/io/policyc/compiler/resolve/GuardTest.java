package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whether lists of ports meet is compared with comparing every pair of ranges.
final class GuardTest {
  @Test
  void portsOverlapWhereAPairOfRangesDoes() {
    Random random = new Random(1);
    int overlapping = 0;
    for (int i = 0; i < 20_000; i++) {
      List<PortRange> some = ranges(random);
      List<PortRange> others = ranges(random);
      boolean expected = some.stream().anyMatch(a -> others.stream().anyMatch(a::overlaps));
      assertEquals(expected, Guard.overlap(some, others), () -> some + " " + others);
      overlapping += expected ? 1 : 0;
    }
    assertTrue(overlapping > 5_000 && overlapping < 15_000, "one-sided: " + overlapping);
  }

  @Test
  void noPortsAreEveryPort() {
    List<PortRange> some = List.of(PortRange.every(Protocol.UDP));
    assertTrue(Guard.overlap(List.of(), some) && Guard.overlap(some, List.of()));
  }

  private static List<PortRange> ranges(Random random) {
    List<PortRange> ranges = new ArrayList<>();
    for (int n = random.nextInt(4); n >= 0; n--) {
      int first = 1 + random.nextInt(40);
      Protocol protocol = random.nextBoolean() ? Protocol.TCP : Protocol.UDP;
      ranges.add(new PortRange(protocol, first, first + random.nextInt(random.nextInt(3) * 5 + 1)));
    }
    return ranges.stream().sorted().toList();
  }
}
