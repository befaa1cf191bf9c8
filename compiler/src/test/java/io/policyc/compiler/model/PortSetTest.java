package io.policyc.compiler.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Protocol;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PortSetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock =
          """
          open             | asked     | missing
          ''               | 80        | 80
          80               | 80        | ''
          80               | 70-90     | 70-79 81-90
          10-20 21-30      | 10-30     | ''
          10-20 15-40 60   | 5-70      | 5-9 41-59 61-70
          1-65535          | 80        | ''
          53/udp           | 53        | 53
          50-60 50-60/udp  | 53/udp    | ''
          65535            | 65535     | ''
          65534            | 65535     | 65535
          1                | 1-2       | 2
          """)
  void leavesOutWhatIsOpen(String open, String asked, String missing) {
    PortSet set = new PortSet(ranges(open).stream().sorted().toList());
    PortRange range = ranges(asked).getFirst();
    assertEquals(ranges(missing), set.missingOf(range));
    assertEquals(!set.missingOf(range).equals(List.of(range)), set.touches(range));
  }

  private static List<PortRange> ranges(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(PortSetTest::range)
        .toList();
  }

  private static PortRange range(String word) {
    String[] parts = word.split("/", -1);
    String[] numbers = parts[0].split("-", -1);
    return new PortRange(
        parts.length == 1 ? Protocol.TCP : Protocol.parse(parts[1]).orElseThrow(),
        Integer.parseInt(numbers[0]),
        Integer.parseInt(numbers[numbers.length - 1]));
  }
}
