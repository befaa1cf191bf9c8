package io.policyc.signatures.oci.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  @ParameterizedTest
  @CsvSource({
    "ghcr.io,true",
    "localhost,true",
    "registry1,true",
    "1.example,true",
    "0x.example,true",
    "a.b1,true",
    "0xcafe.x,true",
    "xn--bcher-kva.example,true",
    "127.0.0.1,false",
    "0.0.0.0,false",
    "255.255.255.255,false",
    "::1,false",
    "::ffff:127.0.0.1,false",
    "fe80::1,false"
  })
  void thatMayBeAsked(String host, boolean name) {
    assertTrue(Hosts.isHost(host));
    assertEquals(name, Hosts.isName(host));
  }

  /// Numbers that readers differ about, and what java.net.http would throw for.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "cdn.example.",
        "127.0.0.1.",
        ".example",
        "a..b",
        "-a.example",
        "a-.example",
        "a_b.example",
        "ä.example",
        "0xa9fea9fe",
        "0XA9FEA9FE",
        "0x",
        "0x7f000001",
        "0x7f.1",
        "0xa9.0xfe.0xa9.0xfe",
        "1.2.3.0x4",
        "a.0x",
        "a.1",
        "0",
        "2130706433",
        "127.1",
        "127.0.1",
        "1.2.3",
        "0177.0.0.1",
        "127.0.0.01",
        "00.0.0.0",
        "256.1.1.1",
        "1.2.3.4.5",
        "1.2.3.1000",
        "1..2.3",
        "01.example.0",
        ":",
        ":::",
        "1:2",
        "::1::2",
        "1234567890::1",
        "\u0661::1",
        "1.2.3.\u0664",
        "::1%25lo",
        "fe80::1%lo",
        "[::1]",
        "1:2:3:4:5:6:7:8:9",
        "::g",
        "a.0xfg",
        "0:00a12::1",
        "::ffff:127.1",
        "::ffff:0177.0.0.1",
        "a.1b",
        "1b"
      })
  void thatMayNot(String host) {
    assertFalse(Hosts.isHost(host));
  }

  @Test
  void namesAreBounded() {
    String label = "a".repeat(63);
    String longest = label + "." + label + "." + label + "." + "a".repeat(61);
    assertTrue(Hosts.isHost(longest));
    assertFalse(Hosts.isHost(longest + "a"));
    assertFalse(Hosts.isHost(label + "a.example"));
  }

  /// Whatever may be asked fits into a URL and stays the same there.
  @Test
  void whatMayBeAskedFitsIntoUrls() {
    Random random = new Random(7);
    int good = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(1, 12); length > 0; length--) {
        text.append(":::..0123a-fx".charAt(random.nextInt(13)));
      }
      if (Hosts.isHost(text.toString())) {
        good++;
        Origin origin = new Origin(true, text.toString(), 443);
        assertEquals(
            Optional.of(origin), Origin.of(URI.create(origin.toString())), text.toString());
      }
    }
    assertTrue(good > 1_000, "hosts: " + good);
  }
}
