package io.policyc.tests.naive;

import io.policyc.compiler.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is closed, and what a conversation needs of both its ends.
class ClosedMeaningTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload backend { app: backend; port http 8080; port metrics 9100 }
      workload batch { app: batch }
      """;

  @Test
  void nothingIsClosedThatNothingCloses() {
    Meaning.of(SHOP)
        .permits(
            "shop/web -> shop/backend: tcp 1",
            "192.0.2.1 -> shop/web: udp 53",
            "shop/web -> 192.0.2.1: ping",
            "shop/web -> node/n1: tcp 22");
  }

  @Test
  void aNamedSenderMaySendWhatIsGrantedAndNothingElse() {
    Meaning.of(SHOP + "web may connect to backend port metrics")
        .permits("shop/web -> shop/backend: tcp 9100")
        .refuses(
            "shop/web -> shop/backend: tcp 8080",
            "shop/web -> shop/backend: udp 9100",
            "shop/web -> shop/backend: ping",
            "shop/web -> shop/batch: tcp 9100",
            "shop/web -> 192.0.2.1: tcp 443",
            "shop/web -> node/n1: tcp 9100",
            "shop/web -> apiserver/n0: tcp 6443");
  }

  @Test
  void aNamedReceiverMayReceiveWhatIsGrantedAndNothingElse() {
    Meaning.of(SHOP + "web may connect to backend port metrics")
        .refuses(
            "shop/batch -> shop/backend: tcp 9100",
            "other/web -> shop/backend: tcp 9100",
            "192.0.2.1 -> shop/backend: tcp 9100",
            "node/n2 -> shop/backend: tcp 9100",
            "ingress -> shop/backend: tcp 9100");
  }

  @Test
  void theOtherDirectionOfANamedWorkloadStaysOpen() {
    Meaning.of(SHOP + "web may connect to backend port metrics")
        .permits(
            "192.0.2.1 -> shop/web: tcp 8080",
            "shop/backend -> shop/web: tcp 8080",
            "shop/backend -> 192.0.2.1: tcp 443",
            "shop/batch -> shop/web: ping");
  }

  @Test
  void groupsEntitiesAndExternalsCloseNothing() {
    Meaning.of(
            SHOP
                + """
                external office { cidr 203.0.113.0/24 }
                every pod may connect to backend port metrics
                office, world may connect to backend port metrics
                batch may ping every pod, cluster, office
                """)
        .permits(
            "shop/web -> shop/batch: tcp 1",
            "shop/web -> 192.0.2.1: tcp 1",
            "192.0.2.1 -> shop/web: tcp 1",
            "shop/other -> shop/batch: tcp 1")
        .refuses("shop/batch -> shop/web: tcp 1", "shop/web -> shop/backend: tcp 1");
  }

  @Test
  void whatIsClosedIsClosedInBothDirections() {
    Meaning.of(SHOP + "backend is closed")
        .refuses("shop/web -> shop/backend: tcp 8080", "shop/backend -> shop/web: tcp 8080")
        .permits("shop/web -> shop/batch: tcp 8080");
  }

  @Test
  void everyPodOfAClosedNamespaceIsClosedDeclaredOrNot() {
    String policy = SHOP + "web may connect to backend port metrics\n";
    for (String closing : new String[] {"namespace shop is closed", "every pod is closed"}) {
      Meaning.of(policy + closing)
          .permits("shop/web -> shop/backend: tcp 9100", "other/web -> 192.0.2.1: tcp 1")
          .refuses(
              "shop/unknown -> 192.0.2.1: tcp 443",
              "192.0.2.1 -> shop/unknown: tcp 443",
              "other/web -> shop/unknown: ping",
              "shop/backend -> shop/unknown: ping");
    }
  }

  @Test
  void aPodOfSeveralWorkloadsHasTheGrantsOfAllAndIsClosedWhereOneIs() {
    Meaning.of(
            """
            namespace shop
            workload web { app: web }
            workload canary { track: canary }
            workload backend { app: backend; port http 8080; port metrics 9100 }
            web may connect to backend port metrics
            canary may connect to backend port http
            """)
        .permits(
            "shop/web{track=canary} -> shop/backend: tcp 9100",
            "shop/web{track=canary} -> shop/backend: tcp 8080",
            "shop/web -> shop/backend: tcp 9100",
            "shop/any{track=canary} -> shop/backend: tcp 8080")
        .refuses(
            "shop/web -> shop/backend: tcp 8080",
            "shop/any{track=canary} -> shop/backend: tcp 9100",
            "shop/any{track=canary} -> shop/other: tcp 9100");
  }

  @Test
  void bothEndsMustPermit() {
    Meaning.of(
            SHOP
                + """
                web may connect to backend port metrics
                batch may connect to web
                every pod may connect to backend port http
                """)
        .permits("shop/other -> shop/backend: tcp 8080", "shop/web -> shop/backend: tcp 8080")
        .refuses(
            "shop/other -> shop/backend: tcp 9100",
            "shop/other -> shop/web: tcp 8080",
            "shop/batch -> shop/other: tcp 8080");
  }

  @Test
  void aForeignWorkloadIsNeverClosedAndPermitsWhatIsGranted() {
    Meaning.of(
            SHOP
                + """
                foreign workload vault in security { app: vault; port api 8200 }
                web may connect to vault
                vault may connect to backend port http
                """)
        .permits(
            "shop/web -> security/vault: tcp 8200",
            "security/vault -> shop/backend: tcp 8080",
            "security/vault -> 192.0.2.1: tcp 1",
            "192.0.2.1 -> security/vault: tcp 1")
        .refuses("shop/web -> security/vault: tcp 1", "security/vault -> shop/backend: tcp 1");
  }

  @Test
  void whatIsDeclaredBelowAForeignNamespaceIsForeign() {
    Meaning.of(
            """
            foreign namespace monitoring
            workload prometheus { app: prometheus }
            namespace shop
            workload web { app: web; port http 8080 }
            prometheus may GET /metrics on web
            """)
        .permits(
            "monitoring/prometheus -> shop/web: GET:8080 /metrics",
            "monitoring/prometheus -> shop/other: tcp 1")
        .refuses("monitoring/prometheus -> shop/web: GET:8080 /other");
  }

  @Test
  void whatAForeignFileGrantsDeniesOrClosesDecidesNothing() {
    String theirs =
        """
        namespace monitoring
        workload prometheus { app: prometheus }
        prometheus may connect to shop/backend port metrics
        deny prometheus to shop/batch
        namespace shop is closed
        """;
    Input.Part ours = new Input.Part(Meaning.read(SHOP + "prometheus may ping web"), false);
    Meaning.of(List.of(ours, new Input.Part(Meaning.read(theirs), true)), Settings.DEFAULT)
        .permits(
            "192.0.2.1 -> shop/backend: tcp 1",
            "monitoring/prometheus -> shop/batch: tcp 1",
            "monitoring/prometheus -> 192.0.2.1: tcp 1",
            "monitoring/prometheus -> shop/web: ping")
        .refuses("monitoring/prometheus -> shop/web: tcp 1");
  }

  @Test
  void aForeignAndARealDeclarationOfOneNameAreOneWorkloadThatCanBeClosed() {
    Meaning.of(
            """
            namespace data
            workload db { app: db; port pg 5432 }
            namespace shop
            workload web { app: web }
            foreign workload db in data { app: db; port pg 5432 }
            web may connect to data/db
            """)
        .permits("shop/web -> data/db: tcp 5432")
        .refuses("data/web -> data/db: tcp 5432");
  }

  @Test
  void denyAlertsAndCapabilitiesCloseNothing() {
    Meaning.of(
            SHOP
                + """
                deny world to backend port 9000
                alert when web spawns a shell
                web may use wasi:keyvalue
                """)
        .permits("shop/web -> 192.0.2.1: tcp 1", "shop/web -> shop/backend: tcp 9000");
  }

  @Test
  void theOrderOfSentencesDoesNotMatter() {
    Meaning.of(
            """
            namespace shop
            namespace shop is closed
            web may connect to backend
            workload backend { app: backend; port http 8080 }
            workload web { app: web }
            """)
        .permits("shop/web -> shop/backend: tcp 8080")
        .refuses("shop/backend -> shop/web: tcp 8080");
  }
}
