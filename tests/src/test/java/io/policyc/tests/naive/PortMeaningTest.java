package io.policyc.tests.naive;

import org.junit.jupiter.api.Test;

/// Which ports, protocols and messages a grant covers.
class PortMeaningTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web }
      workload api {
        app: api
        port http 8080
        port grpc 9090
        port metrics 9100
        port media 30000-30100/udp
      }
      workload db { app: db; port 5432 }
      workload bare { app: bare }
      """;

  @Test
  void connectWithoutPortMeansTheOnlyPort() {
    Meaning.of(SHOP + "web may connect to db")
        .permits("shop/web -> shop/db: tcp 5432")
        .refuses("shop/web -> shop/db: tcp 5433", "shop/web -> shop/db: udp 5432");
  }

  @Test
  void aRequestWithoutPortMeansThePortNamedHttp() {
    Meaning.of(SHOP + "web may GET /x on api")
        .permits("shop/web -> shop/api: GET:8080 /x")
        .refuses("shop/web -> shop/api: GET:9090 /x", "shop/web -> shop/api: GET:9100 /x");
  }

  @Test
  void aCallWithoutPortMeansThePortNamedGrpc() {
    Meaning.of(SHOP + "web may call shop.Cart/Add on api")
        .permits("shop/web -> shop/api: POST:9090 /shop.Cart/Add")
        .refuses("shop/web -> shop/api: POST:8080 /shop.Cart/Add");
  }

  @Test
  void aRequestWithoutPortMeansTheOnlyPortWhereNoneIsNamedSo() {
    Meaning.of(SHOP + "web may GET /x on db")
        .permits("shop/web -> shop/db: GET:5432 /x")
        .refuses("shop/web -> shop/db: GET:8080 /x");
  }

  @Test
  void portsAreNamedNumberedAndRanged() {
    Meaning.of(SHOP + "web may connect to api port metrics, 9090, media, 30000-30005/udp")
        .permits(
            "shop/web -> shop/api: tcp 9100",
            "shop/web -> shop/api: tcp 9090",
            "shop/web -> shop/api: udp 30000",
            "shop/web -> shop/api: udp 30100")
        .refuses(
            "shop/web -> shop/api: tcp 8080",
            "shop/web -> shop/api: tcp 30000",
            "shop/web -> shop/api: udp 9100",
            "shop/web -> shop/api: udp 29999",
            "shop/web -> shop/api: udp 30101");
  }

  @Test
  void everyPortMeansEveryTcpPortUnlessAProtocolIsSaid() {
    Meaning.of(SHOP + "web may connect to api every port\nweb may connect to bare every port/udp")
        .permits(
            "shop/web -> shop/api: tcp 1",
            "shop/web -> shop/api: tcp 65535",
            "shop/web -> shop/api: GET:1 /x",
            "shop/web -> shop/bare: udp 1")
        .refuses(
            "shop/web -> shop/api: udp 1",
            "shop/web -> shop/api: sctp 1",
            "shop/web -> shop/api: ping",
            "shop/web -> shop/bare: tcp 1");
  }

  @Test
  void reachMeansEveryPortAndProtocolAndPing() {
    Meaning.of(SHOP + "web may reach api")
        .permits(
            "shop/web -> shop/api: tcp 1",
            "shop/web -> shop/api: udp 1",
            "shop/web -> shop/api: sctp 1",
            "shop/web -> shop/api: ping",
            "shop/web -> shop/api: ping6",
            "shop/web -> shop/api: icmp 13",
            "shop/web -> shop/api: DELETE:8080 /x?y")
        .refuses("shop/web -> shop/db: tcp 5432");
  }

  @Test
  void pingMeansEchoRequestsOfBothFamiliesAndNothingElse() {
    Meaning.of(SHOP + "web may ping api")
        .permits("shop/web -> shop/api: ping", "shop/web -> shop/api: ping6")
        .refuses(
            "shop/web -> shop/api: icmp 13",
            "shop/web -> shop/api: icmp6 8",
            "shop/web -> shop/api: icmp 128",
            "shop/web -> shop/api: tcp 8080",
            "shop/other -> shop/api: ping");
  }

  @Test
  void connectCoversRequestsQueriesAndTlsOnItsPort() {
    Meaning.of(SHOP + "web may connect to api port http, media")
        .permits(
            "shop/web -> shop/api: PATCH:8080 /anything?x host=any X-Any=1",
            "shop/web -> shop/api: tls:8080 any.example",
            "shop/web -> shop/api: tls:8080",
            "shop/web -> shop/api: dns/tcp:8080 any.example",
            "shop/web -> shop/api: dns:30000 any.example");
  }

  @Test
  void aPortThatIsGuardedByHttpPermitsNoConnect() {
    Meaning.of(SHOP + "web may request /** on api")
        .permits("shop/web -> shop/api: GET:8080 /x")
        .refuses("shop/web -> shop/api: tcp 8080", "shop/web -> shop/api: tls:8080 a.example");
  }

  @Test
  void kubeApiserverHasThePortOfTheSettings() {
    Meaning.of(SHOP + "web may connect to kube-apiserver")
        .permits("shop/web -> apiserver/n0: tcp 6443", "shop/web -> apiserver/outside: tcp 6443")
        .refuses("shop/web -> apiserver/n0: tcp 443", "shop/web -> node/n2: tcp 6443");
  }

  @Test
  void onAGroupAPortNameMeansEachWorkloadsOwn() {
    Meaning.of(
            """
            namespace shop
            workload web { app: web; port metrics 9100 }
            workload api { app: api; port metrics 9200 }
            workload prometheus { app: prometheus }
            prometheus may GET /metrics on every pod port metrics
            namespace shop is closed
            """)
        .permits(
            "shop/prometheus -> shop/web: GET:9100 /metrics",
            "shop/prometheus -> shop/api: GET:9200 /metrics")
        .refuses(
            "shop/prometheus -> shop/web: GET:9200 /metrics",
            "shop/prometheus -> shop/api: GET:9100 /metrics",
            "shop/prometheus -> shop/other: GET:9100 /metrics");
  }
}
