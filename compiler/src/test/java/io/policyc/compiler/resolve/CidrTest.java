package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CidrTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                         | canonical
          203.0.113.7/24               | 203.0.113.0/24
          203.0.113.7/32               | 203.0.113.7/32
          255.255.255.255/1            | 128.0.0.0/1
          10.1.2.3/0                   | 0.0.0.0/0
          2001:DB8:0007::1/48          | 2001:db8:7::/48
          2001:db8:0:0:1:0:0:1/128     | 2001:db8::1:0:0:1/128
          2001:0:0:1:0:0:0:1/128       | 2001:0:0:1::1/128
          1:0:2:3:4:5:6:7/128          | 1:0:2:3:4:5:6:7/128
          ::1/128                      | ::1/128
          ::/0                         | ::/0
          ff::/8                       | ::/8
          1:2:3:4:5:6:7:8/64           | 1:2:3:4::/64
          1:2:3:4:5:6:7:8/65           | 1:2:3:4::/65
          1:2:3:4:ffff:6:7:8/65        | 1:2:3:4:8000::/65
          1:2:3:4:5:6:7:8/63           | 1:2:3:4::/63
          1:2:3:5:5:6:7:8/63           | 1:2:3:4::/63
          """)
  void isWrittenCanonically(String text, String canonical) {
    assertEquals(canonical, Cidr.parse(text).orElseThrow().canonical().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "10.0.0.0/8, 11.0.0.0/16, false",
    "::/0, 10.0.0.0/8, false",
    "2001:db8::/32, 2001:db8:7::/48, true",
    "2001:db8::/32, 2001:db9::/48, false"
  })
  void contains(String whole, String part, boolean contains) {
    assertEquals(
        contains, Cidr.parse(whole).orElseThrow().contains(Cidr.parse(part).orElseThrow()));
  }
}
