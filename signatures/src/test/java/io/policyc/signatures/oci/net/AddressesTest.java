package io.policyc.signatures.oci.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private static boolean isPublic(String literal) throws UnknownHostException {
    return Addresses.isPublic(InetAddress.ofLiteral(literal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.1.1",
        "192.169.0.1",
        "198.17.0.1",
        "198.20.0.1",
        "203.0.114.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void anybodyMayBeSentThere(String literal) throws UnknownHostException {
    assertTrue(isPublic(literal));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "5f00::1"
      })
  void nobodyIsSentThere(String literal) throws UnknownHostException {
    assertFalse(isPublic(literal));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://GHCR.io/v2/     | https://ghcr.io
          https://ghcr.io:443/    | https://ghcr.io
          http://a:80             | http://a
          http://a:443            | http://a:443
          https://[::1]:5000/x    | https://[::1]:5000
          https://[fe80::1%25eth0]/ | -
          https://u@a/            | -
          https://a:0/            | -
          https://a:65536/        | -
          ftp://a/                | -
          mailto:a@b              | -
          //a/                    | -
          /a                      | -
          """)
  void originsAreWhomUrlsName(String url, @org.jspecify.annotations.Nullable String origin) {
    assertEquals(Optional.ofNullable(origin), Origin.of(URI.create(url)).map(Origin::toString));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://localhost:5000      | true
          http://localhost:5001      | false
          http://any.port:1          | true
          http://a.b.example.com:7   | true
          http://example.com         | false
          http://notexample.com      | false
          http://x.ports.test:5000   | true
          http://x.ports.test:5001   | false
          """)
  void listsNameHostsAndPorts(String url, boolean named) {
    Set<String> list = Set.of("localhost:5000", "any.port", "*.example.com", "*.ports.test:5000");
    Origin origin = Origin.of(URI.create(url)).orElseThrow();
    assertEquals(named, new Access(Set.of(), list, Set.of()).plain(origin));
    assertEquals(named, new Access(Set.of(), Set.of(), list).internal(origin));
    assertEquals(
        named, new Access(list, Set.of(), Set.of()).registry(origin.host() + ":" + origin.port()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          https://ghcr.io       | p:3128
          http://ghcr.io        | -
          https://direct.test   | -
          https://a.direct.test | -
          https://adirect.test  | p:3128
          https://10.0.0.1      | -
          https://b.sub.test    | -
          """)
  void theEnvironmentNamesProxies(String url, @org.jspecify.annotations.Nullable String proxy) {
    Proxies proxies =
        Proxies.of(
            Map.of(
                "HTTPS_PROXY", "http://wrong:1",
                "https_proxy", "p:3128",
                "NO_PROXY", "direct.test, 10.0.0.1 ,.sub.test"));
    assertEquals(
        Optional.ofNullable(proxy),
        proxies
            .of(Origin.of(URI.create(url)).orElseThrow())
            .map(address -> address.getHostString() + ":" + address.getPort()));
  }

  @Test
  void aProxyWithAUserIsRefused() {
    org.junit.jupiter.api.Assertions.assertThrows(
        IllegalArgumentException.class,
        () -> Proxies.of(Map.of("https_proxy", "http://u:p@proxy:3128")));
  }
}
