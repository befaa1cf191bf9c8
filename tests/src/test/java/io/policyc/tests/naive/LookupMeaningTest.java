package io.policyc.tests.naive;

import io.policyc.compiler.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which names a workload may resolve.
class LookupMeaningTest {
  private static final String DNS = "kube-system/dns{k8s-app=kube-dns}";
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload api { app: api; port http 8080 }
      external stripe { host api.stripe.com; host **.feeds.example; port 443 }
      """;

  private static String ask(String who, String name) {
    return who + " -> " + DNS + ": dns:53 " + name;
  }

  @Test
  void aClosedSenderThatAGrantLetsSendMayResolveTheClustersNames() {
    Meaning.of(SHOP + "web may connect to api")
        .permits(
            ask("shop/web", "api.shop.svc.cluster.local"),
            ask("shop/web", "API.Shop.svc.cluster.local."),
            "shop/web -> " + DNS + ": dns/tcp:53 x.cluster.local")
        .refuses(
            ask("shop/web", "api.stripe.com"),
            ask("shop/web", "cluster.local"),
            ask("shop/web", "xcluster.local"),
            "shop/web -> " + DNS + ": udp 53",
            "shop/web -> " + DNS + ": dns:54 x.cluster.local",
            "shop/web -> kube-system/other: dns:53 x.cluster.local",
            "shop/web -> shop/dns{k8s-app=kube-dns}: dns:53 x.cluster.local");
  }

  @Test
  void whoseEgressIsOpenResolvesAnything() {
    Meaning.of(SHOP + "web may connect to api")
        .permits(ask("shop/api", "evil.example"), "shop/api -> " + DNS + ": udp 53");
  }

  @Test
  void whoMayNotSendMayNotResolve() {
    Meaning.of(SHOP + "namespace shop is closed\nworld may connect to api")
        .refuses(ask("shop/web", "api.shop.svc.cluster.local"));
  }

  @Test
  void aGroupGrantLetsItsClosedPodsResolve() {
    Meaning.of(SHOP + "namespace shop is closed\nevery pod may ping api")
        .permits(ask("shop/unknown", "api.shop.svc.cluster.local"))
        .refuses(ask("shop/unknown", "api.stripe.com"));
  }

  @Test
  void theHostsOfAGrantMayBeResolved() {
    Meaning.of(SHOP + "web may reach stripe")
        .permits(
            ask("shop/web", "api.stripe.com"),
            ask("shop/web", "a.feeds.example"),
            ask("shop/web", "b.a.feeds.example"))
        .refuses(ask("shop/web", "feeds.example"), ask("shop/web", "stripe.com"));
  }

  @Test
  void mayResolveAddsNamesAndClosesTheSender() {
    Meaning.of(SHOP + "web may resolve *.corp.example")
        .permits(ask("shop/web", "git.corp.example"), ask("shop/web", "x.cluster.local"))
        .refuses(
            ask("shop/web", "a.git.corp.example"),
            ask("shop/web", "corp.example"),
            "shop/web -> 192.0.2.1=git.corp.example: tcp 443");
  }

  @Test
  void whoMayReachTheWorldOrAnyoneResolvesEveryName() {
    for (String grant :
        List.of(
            "web may connect to world port 443",
            "web may ping anyone outside shop",
            "web may resolve **")) {
      Meaning.of(SHOP + grant).permits(ask("shop/web", "any.name.example"));
    }
    Meaning.of(SHOP + "web may connect to cluster port 80")
        .refuses(ask("shop/web", "any.name.example"));
  }

  @Test
  void searchDomainsAreAppendedToEveryName() {
    Meaning.of(SHOP + "web may reach stripe", settings(List.of("corp.example"), List.of()))
        .permits(
            ask("shop/web", "api.stripe.com.corp.example"),
            ask("shop/web", "api.stripe.com.shop.svc.cluster.local"),
            ask("shop/web", "api.shop.svc.cluster.local.corp.example"))
        .refuses(ask("shop/web", "git.corp.example"));
  }

  @Test
  void theServersAreThoseOfTheSettings() {
    List<Settings.DnsServer> servers = List.of(new Settings.DnsServer.Entity("host", 5353));
    Meaning.of(SHOP + "web may connect to api", settings(List.of(), servers))
        .permits("shop/web -> node/n1: dns:5353 x.cluster.local")
        .refuses(
            "shop/web -> node/n2: dns:5353 x.cluster.local", ask("shop/web", "x.cluster.local"));
  }

  @Test
  void aClosedServerAcceptsWhatMayBeAsked() {
    String closed = "namespace kube-system\nworkload dns { k8s-app: kube-dns }\ndns is closed\n";
    Meaning.of(closed + SHOP + "web may connect to api")
        .permits(ask("shop/web", "x.cluster.local"))
        .refuses(ask("shop/api", "x.cluster.local"), ask("shop/web", "x.example"));
  }

  @Test
  void aClosedPodThatTheSettingsMeanByAnEntityAloneAnswersNothing() {
    List<Settings.DnsServer> servers = List.of(new Settings.DnsServer.Entity("cluster", 53));
    Meaning.of(
            SHOP + "web may connect to api\nnamespace shop is closed", settings(List.of(), servers))
        .permits(ask("shop/web", "x.cluster.local"))
        .refuses("shop/web -> shop/api: dns:53 x.cluster.local");
  }

  @Test
  void connectToAServersPortCoversEveryQuery() {
    Meaning.of(
            SHOP
                + """
                foreign workload dns in kube-system { k8s-app: kube-dns; port dns 53/udp }
                web may connect to dns
                """)
        .permits(ask("shop/web", "any.example"))
        .refuses("shop/web -> " + DNS + ": dns/tcp:53 any.example");
  }

  private static Settings settings(List<String> search, List<Settings.DnsServer> servers) {
    Settings.Cilium cilium = Settings.DEFAULT.cilium();
    return Settings.DEFAULT.with(
        new Settings.Cilium(
            cilium.version(),
            cilium.httpRules(),
            servers.isEmpty() ? cilium.dns() : servers,
            cilium.domain(),
            search));
  }
}
