package io.policyc.tests.naive;

import org.junit.jupiter.api.Test;

/// What `deny` takes away.
class DenyMeaningTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload api { app: api; port http 8080; port media 30000/udp }
      external office { cidr 203.0.113.0/24; port 443 }
      """;

  @Test
  void aDenyBeatsEveryGrant() {
    Meaning.of(SHOP + "web, world may reach api\ndeny web to api port 8080")
        .permits("shop/web -> shop/api: tcp 8081", "192.0.2.1 -> shop/api: tcp 8080")
        .refuses("shop/web -> shop/api: tcp 8080", "shop/web -> shop/api: GET:8080 /x");
  }

  @Test
  void aDenyTakesFromWhatIsOpenAndClosesNothing() {
    Meaning.of(SHOP + "deny world to api port 9000")
        .permits("192.0.2.1 -> shop/api: tcp 8080", "shop/web -> shop/api: tcp 9000")
        .refuses("192.0.2.1 -> shop/api: tcp 9000");
  }

  @Test
  void aDenyWithoutProtocolCoversAllThree() {
    Meaning.of(SHOP + "deny web to api port 9000, 7/tcp")
        .permits(
            "shop/web -> shop/api: udp 7",
            "shop/web -> shop/api: ping",
            "shop/web -> shop/api: tcp 9001")
        .refuses(
            "shop/web -> shop/api: tcp 9000",
            "shop/web -> shop/api: udp 9000",
            "shop/web -> shop/api: sctp 9000",
            "shop/web -> shop/api: tcp 7");
  }

  @Test
  void aDenyByPortNameIsOfTheDeclaredProtocol() {
    Meaning.of(SHOP + "deny web to api port media")
        .permits("shop/web -> shop/api: tcp 30000")
        .refuses("shop/web -> shop/api: udp 30000");
  }

  @Test
  void aDenyWithoutPortCoversEverything() {
    Meaning.of(SHOP + "deny web to api\ndeny api to office")
        .permits("shop/api -> shop/web: tcp 1", "shop/other -> shop/api: ping")
        .refuses(
            "shop/web -> shop/api: tcp 1",
            "shop/web -> shop/api: udp 1",
            "shop/web -> shop/api: ping",
            "shop/web -> shop/api: icmp 13",
            "shop/api -> 203.0.113.1: tcp 80");
  }

  @Test
  void aDenyOfAGroupTakesFromEachOfItsPods() {
    Meaning.of(SHOP + "deny every pod in other to every pod port 22")
        .permits("other/any -> shop/any: tcp 23", "shop/web -> shop/any: tcp 22")
        .refuses("other/any -> shop/any: tcp 22", "other/web -> shop/web: udp 22");
  }

  @Test
  void aDenyOfAnyoneMeansAlsoWhatIsNoPodOfThisCluster() {
    Meaning.of(
            SHOP + "deny anyone to api port 8080\ndeny cluster to web\ndeny web to anyone port 22")
        .permits("far:shop/web -> shop/web: tcp 1")
        .refuses(
            "init -> shop/api: tcp 8080",
            "unmanaged -> shop/api: tcp 8080",
            "health -> shop/api: tcp 8080",
            "far:shop/web -> shop/api: tcp 8080",
            "init -> shop/web: tcp 1",
            "unmanaged -> shop/web: tcp 1",
            "health -> shop/web: tcp 1",
            "shop/web -> far:other/any: tcp 22",
            "shop/web -> unmanaged: tcp 22");
  }

  @Test
  void aDenyMeansAlsoWhoMayTurnOutNotToBeLeftOut() {
    Meaning.of(
            SHOP + "deny anyone outside shop to api port 8080\ndeny anyone but web to api port 9")
        .permits("far:shop/any -> shop/api: tcp 8080", "far:shop/web -> shop/api: tcp 9")
        .refuses(
            "init -> shop/api: tcp 8080",
            "unmanaged -> shop/api: tcp 8080",
            "health -> shop/api: tcp 8080",
            "far:other/any -> shop/api: tcp 8080",
            "init -> shop/api: tcp 9",
            "unmanaged -> shop/api: tcp 9",
            "far:shop/any -> shop/api: tcp 9");
  }

  @Test
  void aDenyOfDnsTakesTheNamesAway() {
    Meaning.of(
            SHOP
                + """
                foreign workload dns in kube-system { k8s-app: kube-dns; port dns 53/udp }
                web may connect to api port http
                deny web to dns
                """)
        .refuses("shop/web -> kube-system/dns{k8s-app=kube-dns}: dns:53 x.cluster.local");
  }
}
