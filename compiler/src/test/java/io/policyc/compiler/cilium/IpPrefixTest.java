package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ranges of addresses as Go's `netip.ParsePrefix` reads them.
class IpPrefixTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 4: 0 a000000 /8",
    "255.255.255.255/32, 4: 0 ffffffff /32",
    "0.0.0.0/0, 4: 0 0 /0",
    "::/0, 6: 0 0 /0",
    "::1/128, 6: 0 1 /128",
    "2001:db8::/32, 6: 20010db800000000 0 /32",
    "1:2:3:4:5:6:7:8/1, 6: 1000200030004 5000600070008 /1",
    "1::8/1, 6: 1000000000000 8 /1",
    "1:2:3:4:5:6:7::/1, 6: 1000200030004 5000600070000 /1",
    "::ffff:1.2.3.4/96, 6: 0 ffff01020304 /96",
    "1:2:3:4:5:6:1.2.3.4/9, 6: 1000200030004 5000601020304 /9",
    "10.0.0.0, none",
    "10.0.0/8, none",
    "10.0.0.0.0/8, none",
    "10.0.0.00/8, none",
    "10.0.0.256/8, none",
    "10.0.0.0/33, none",
    "10.0.0.0/08, none",
    "10.0.0.0/, none",
    "10.0.0.0/-1, none",
    "/8, none",
    "1:2:3:4:5:6:7/1, none",
    "1:2:3:4:5:6:7:8:9/1, none",
    "1:2:3:4:5:6:7::8/1, none",
    "1::2::3/1, none",
    ":1/1, none",
    "1:/1, none",
    ":::/1, none",
    "1:2:3:4:5:6:7:1.2.3.4/1, none",
    "1.2.3.4::/1, none",
    "fe80::1%eth0/64, none",
    "12345::/16, none",
    "::/129, none"
  })
  void parses(String text, String expected) {
    assertEquals(
        expected,
        IpPrefix.parse(text)
            .map(p -> "%d: %x %x /%d".formatted(p.v6() ? 6 : 4, p.high(), p.low(), p.bits()))
            .orElse("none"));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.2.3/32, true",
    "10.0.0.0/8, 11.0.0.0/8, false",
    "10.0.0.0/31, 10.0.0.1/32, true",
    "10.0.0.0/32, 10.0.0.1/32, false",
    "0.0.0.0/0, 1.2.3.4/32, true",
    "0.0.0.0/0, ::/0, false",
    "::/0, 2001::/16, true",
    "2001:db8::/65, 2001:db8::ffff:0:0:1/128, false",
    "2001:db8::/64, 2001:db8::ffff:0:0:1/128, true",
    "2001:db8::/128, 2001:db8::/128, true",
    "2001:db8::/33, 2001:db8:8000::/34, false"
  })
  void contains(String outer, String inner, boolean expected) {
    IpPrefix range = IpPrefix.parse(outer).orElseThrow();
    assertEquals(expected, range.containsAddressOf(IpPrefix.parse(inner).orElseThrow()));
  }
}
