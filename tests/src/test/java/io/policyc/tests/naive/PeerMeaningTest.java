package io.policyc.tests.naive;

import org.junit.jupiter.api.Test;

/// Whom names, groups and built-in names mean.
class PeerMeaningTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload api { app: api; port http 8080 }
      """;

  @Test
  void aWorkloadsPodsMeetAllItsConditions() {
    Meaning.of(
            """
            namespace shop
            workload web { app: web }
            workload api {
              app: api
              tier in (core, edge)
              zone not in (z1)
              canary absent
              team exists
              service account api
            }
            web may ping api
            api is closed
            """)
        .permits("shop/web -> shop/api{tier=core,team=a}!api: ping")
        .refuses(
            "shop/web -> shop/api{tier=other,team=a}!api: ping",
            "shop/web -> shop/api{tier=core}!api: ping",
            "shop/web -> shop/api{tier=core,team=a,zone=z1}!api: ping",
            "shop/web -> shop/api{tier=core,team=a,canary=}!api: ping",
            "shop/web -> shop/api{tier=core,team=a}!web: ping",
            "other/web -> shop/api{tier=core,team=a}!api: ping");
  }

  @Test
  void aNameIsLookedUpHereThenWhereTheOnlyOtherOneIs() {
    Meaning.of(
            """
            namespace data
            workload db { app: db; port pg 5432 }
            workload api { app: data-api; port http 1 }
            namespace shop
            workload api { app: api; port http 8080 }
            workload web { app: web }
            web may connect to db
            web may connect to api
            web may connect to data/api
            """)
        .permits(
            "shop/web -> data/db: tcp 5432",
            "shop/web -> shop/api: tcp 8080",
            "shop/web -> data/data-api: tcp 1")
        .refuses("shop/web -> shop/db: tcp 5432", "shop/web -> shop/api: tcp 1");
  }

  @Test
  void everyPodMeansThisNamespaceAnotherAllOrThoseWithLabels() {
    Meaning.of(
            SHOP
                + """
                every pod may connect to web port 8080
                every pod in monitoring may ping web
                every pod in every namespace may GET /open on api
                every pod in namespaces { team: payments } may GET /pay on api
                every pod { role: admin } in ops may GET /admin on api
                """)
        .permits(
            "shop/any -> shop/web: tcp 8080",
            "monitoring/any -> shop/web: ping",
            "any/any -> shop/api: GET:8080 /open",
            "payments-eu/any -> shop/api: GET:8080 /pay",
            "ops/any{role=admin} -> shop/api: GET:8080 /admin")
        .refuses(
            "monitoring/any -> shop/web: tcp 8080",
            "shop/any -> shop/web: ping",
            "192.0.2.1 -> shop/api: GET:8080 /open",
            "node/n2 -> shop/api: GET:8080 /open",
            "shop/any -> shop/api: GET:8080 /pay",
            "ops/any -> shop/api: GET:8080 /admin",
            "shop/any{role=admin} -> shop/api: GET:8080 /admin");
  }

  @Test
  void namesAndGroupsMeanPodsOfThisCluster() {
    Meaning.of(
            SHOP
                + """
                web may connect to api
                every pod in every namespace may GET /open on api
                every pod in namespaces { team not in (payments) } may ping api
                web may reach every pod in other
                """)
        .permits("shop/web -> shop/api: tcp 8080", "shop/web -> other/any: udp 5")
        .refuses(
            "far:shop/web -> shop/api: tcp 8080",
            "far:other/any -> shop/api: GET:8080 /open",
            "far:other/any -> shop/api: ping",
            "shop/web -> far:other/any: udp 5",
            "init -> shop/api: GET:8080 /open",
            "unmanaged -> shop/api: ping",
            "health -> shop/api: ping");
  }

  @Test
  void aGroupAsSenderOpensTheEgressOfItsClosedPods() {
    Meaning.of(SHOP + "every pod may connect to api\nnamespace shop is closed")
        .permits("shop/web -> shop/api: tcp 8080", "shop/unknown -> shop/api: tcp 8080")
        .refuses("shop/web -> shop/unknown: tcp 8080", "other/web -> shop/api: tcp 8080");
  }

  @Test
  void aGroupAsReceiverOpensTheIngressOfItsClosedPods() {
    Meaning.of(SHOP + "web may reach anyone\nnamespace shop is closed")
        .permits(
            "shop/web -> shop/unknown: udp 5",
            "shop/web -> other/any: ping",
            "shop/web -> 192.0.2.1: tcp 443",
            "shop/web -> apiserver/n0: tcp 6443",
            "shop/web -> node/n1: tcp 22",
            "shop/web -> far:shop/api: udp 5",
            "shop/web -> init: udp 5")
        .refuses("shop/api -> shop/unknown: udp 5");
  }

  @Test
  void anyoneIsEverythingButWhoIsLeftOut() {
    Meaning.of(
            SHOP
                + """
                anyone may GET /all on api
                anyone outside shop may GET /out on api
                anyone but web, shop/api may GET /but on api
                """)
        .permits(
            "192.0.2.1 -> shop/api: GET:8080 /all",
            "node/n2 -> shop/api: GET:8080 /all",
            "ingress -> shop/api: GET:8080 /all",
            "apiserver/n0 -> shop/api: GET:8080 /all",
            "shop/web -> shop/api: GET:8080 /all",
            "far:shop/web -> shop/api: GET:8080 /all",
            "init -> shop/api: GET:8080 /all",
            "unmanaged -> shop/api: GET:8080 /all",
            "health -> shop/api: GET:8080 /all",
            "other/any -> shop/api: GET:8080 /out",
            "192.0.2.1 -> shop/api: GET:8080 /out",
            "shop/other -> shop/api: GET:8080 /but",
            "other/web -> shop/api: GET:8080 /but",
            "node/n2 -> shop/api: GET:8080 /but")
        .refuses(
            "shop/web -> shop/api: GET:8080 /out",
            "shop/web -> shop/api: GET:8080 /but",
            "shop/web{x=y} -> shop/api: GET:8080 /but");
  }

  @Test
  void whoIsLeftOutIsLeftOutInEachClusterOfAMesh() {
    Meaning.of(
            SHOP
                + """
                anyone outside shop may GET /out on api
                anyone but web may GET /but on api
                """)
        .permits(
            "far:other/web -> shop/api: GET:8080 /out", "far:shop/any -> shop/api: GET:8080 /but")
        .refuses(
            "far:shop/any -> shop/api: GET:8080 /out", "far:shop/web -> shop/api: GET:8080 /but");
  }

  @Test
  void whoMayTurnOutToBeLeftOutIsNotGrantedAnything() {
    Meaning.of(
            SHOP
                + """
                anyone outside shop may GET /out on api
                anyone but web may GET /but on api
                """)
        .permits("health -> shop/api: GET:8080 /out", "health -> shop/api: GET:8080 /but")
        .refuses(
            "init -> shop/api: GET:8080 /out",
            "unmanaged -> shop/api: GET:8080 /out",
            "init -> shop/api: GET:8080 /but",
            "unmanaged -> shop/api: GET:8080 /but");
  }

  @Test
  void whoIsLeftOutIsNotNamed() {
    Meaning.of(SHOP + "anyone but web may connect to api")
        .permits("shop/web -> 192.0.2.1: tcp 1", "192.0.2.1 -> shop/web: tcp 1")
        .refuses("shop/web -> shop/api: tcp 8080");
  }

  @Test
  void worldIsWhatIsOutsideTheCluster() {
    Meaning.of(SHOP + "world may connect to api")
        .permits(
            "192.0.2.1 -> shop/api: tcp 8080",
            "2001:db8::1 -> shop/api: tcp 8080",
            "apiserver/outside -> shop/api: tcp 8080")
        .refuses(
            "shop/web -> shop/api: tcp 8080",
            "node/n2 -> shop/api: tcp 8080",
            "apiserver/n0 -> shop/api: tcp 8080",
            "ingress -> shop/api: tcp 8080",
            "far:shop/web -> shop/api: tcp 8080",
            "init -> shop/api: tcp 8080");
  }

  @Test
  void clusterIsEveryPodEveryNodeAndWhatCiliumRuns() {
    Meaning.of(SHOP + "cluster may connect to api")
        .permits(
            "other/any -> shop/api: tcp 8080",
            "node/n2 -> shop/api: tcp 8080",
            "apiserver/n0 -> shop/api: tcp 8080",
            "ingress -> shop/api: tcp 8080",
            "init -> shop/api: tcp 8080",
            "unmanaged -> shop/api: tcp 8080",
            "health -> shop/api: tcp 8080")
        .refuses("192.0.2.1 -> shop/api: tcp 8080", "far:shop/web -> shop/api: tcp 8080");
  }

  @Test
  void hostIsTheNodeOfThePodAndRemoteNodeEveryOther() {
    Meaning.of(
            SHOP
                + """
                web may connect to host port 1
                web may connect to remote-node port 2
                web may connect to every node port 3
                """)
        .permits(
            "shop/web -> node/n1: tcp 1",
            "shop/web -> node/n2: tcp 2",
            "shop/web -> apiserver/n0: tcp 2",
            "shop/web -> node/n1: tcp 3",
            "shop/web -> node/n2: tcp 3",
            "shop/web@n2 -> node/n2: tcp 1",
            "shop/web -> apiserver/n1: tcp 1")
        .refuses(
            "shop/web -> node/n2: tcp 1",
            "shop/web -> node/n1: tcp 2",
            "shop/web@n2 -> node/n1: tcp 1",
            "shop/web -> apiserver/outside: tcp 2");
  }

  @Test
  void theNodeOfAPodAlwaysReachesIt() {
    Meaning.of(SHOP + "namespace shop is closed\ndeny anyone to web")
        .permits(
            "node/n1 -> shop/web: tcp 8080",
            "node/n2 -> shop/web@n2: ping",
            "apiserver/n1 -> shop/web: tcp 8080")
        .refuses("node/n2 -> shop/web: tcp 8080", "shop/web -> node/n1: tcp 8080");
  }

  @Test
  void ciliumIngressIsCiliumsOwn() {
    Meaning.of(SHOP + "cilium-ingress may GET /x on api")
        .permits("ingress -> shop/api: GET:8080 /x")
        .refuses("ingress -> shop/api: GET:8080 /y", "192.0.2.1 -> shop/api: GET:8080 /x");
  }
}
