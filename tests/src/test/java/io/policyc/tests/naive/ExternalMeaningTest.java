package io.policyc.tests.naive;

import org.junit.jupiter.api.Test;

/// Whom externals mean.
class ExternalMeaningTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload api { app: api; port http 8080 }
      """;

  @Test
  void anExternalIsAddressesWithExceptions() {
    Meaning.of(
            SHOP
                + """
                external office {
                  cidr 203.0.113.0/24 except 203.0.113.7/32
                  cidr 2001:db8:7::/48
                  cidr group partners
                }
                office may connect to api
                web may reach office
                """)
        .permits(
            "203.0.113.8 -> shop/api: tcp 8080",
            "2001:db8:7:1::5 -> shop/api: tcp 8080",
            "192.0.2.1#partners -> shop/api: tcp 8080",
            "shop/web -> 203.0.113.255: ping")
        .refuses(
            "203.0.113.7 -> shop/api: tcp 8080",
            "203.0.112.255 -> shop/api: tcp 8080",
            "2001:db8:8::1 -> shop/api: tcp 8080",
            "192.0.2.1#others -> shop/api: tcp 8080",
            "shop/web -> 203.0.113.7: ping");
  }

  @Test
  void anExternalHostIsTheAddressesBehindItsName() {
    Meaning.of(
            SHOP
                + """
                external stripe { host api.stripe.com; host *.feeds.example; port 443 }
                external old { host old.example }
                web may reach stripe, old
                """)
        .permits(
            "shop/web -> 192.0.2.1=api.stripe.com: tcp 443",
            "shop/web -> 192.0.2.1=x.example,a.feeds.example: tcp 443",
            "shop/web -> 192.0.2.1=old.example: ping")
        .refuses(
            "shop/web -> 192.0.2.1=api.stripe.com: tcp 80",
            "shop/web -> 192.0.2.1=api.stripe.com: ping",
            "shop/web -> 192.0.2.1=a.b.feeds.example: tcp 443",
            "shop/web -> 192.0.2.1=feeds.example: tcp 443",
            "shop/web -> 192.0.2.1: tcp 443")
        .cannotTell("shop/web -> 192.0.2.1=?: tcp 443");
  }

  @Test
  void anExternalIsItsPortsWhereItDeclaresAny() {
    Meaning.of(
            SHOP
                + """
                external media { cidr 203.0.113.0/24; port 443, 8000-8100/udp }
                web may reach media
                web may connect to media port 443
                """)
        .permits("shop/web -> 203.0.113.1: tcp 443", "shop/web -> 203.0.113.1: udp 8100")
        .refuses("shop/web -> 203.0.113.1: tcp 8000", "shop/web -> 203.0.113.1: udp 443");
  }
}
