package io.policyc.tests.peers;

import java.util.List;

/// The small cluster on which facts about Cilium are proved: two workloads of namespace `shop`, one
/// of another, name servers, the nodes and the world.
final class Shop {
  static final int WEB = 1;
  static final int API = 2;
  static final int OTHER_WEB = 3;
  static final int KUBE_DNS = 4;
  static final int FAR_WEB = 5;
  static final int HOST = 10;
  static final int REMOTE_NODE = 11;
  static final int OUTSIDE = 12;
  static final int INGRESS = 13;
  static final int API_SERVER_NODE = 14;
  static final int SAAS = 15;
  static final int DEEP_SAAS = 16;
  static final int INIT = 17;
  static final int UNMANAGED = 18;
  static final int HEALTH = 19;

  /// The same with a node that runs the API server as the local host.
  static final String HOST_RUNS_API_SERVER = "control-plane";

  private static final String WORLD = "shop";

  private Shop() {}

  /// Loads the cluster with these policies, all of which must be importable.
  static String load(CiliumOracle cilium, String... policies) {
    return load(cilium, Identity.Labelled.reserved(HOST, "host"), WORLD, policies);
  }

  /// Loads the cluster as an agent on a control-plane node sees it.
  static String loadOnControlPlane(CiliumOracle cilium, String... policies) {
    Identity host =
        new Identity.Labelled(HOST, List.of("reserved:host", "reserved:kube-apiserver"));
    return load(cilium, host, HOST_RUNS_API_SERVER, policies);
  }

  private static String load(CiliumOracle cilium, Identity host, String id, String... policies) {
    List<Identity> identities =
        List.of(
            Identity.Pod.app(WEB, "shop", "web"),
            Identity.Pod.app(API, "shop", "api"),
            Identity.Pod.app(OTHER_WEB, "other", "web"),
            Identity.Pod.app(KUBE_DNS, "kube-system", "kube-dns"),
            new Identity.Labelled(
                FAR_WEB,
                List.of(
                    "k8s:app=web",
                    "k8s:io.kubernetes.pod.namespace=shop",
                    "k8s:io.cilium.k8s.policy.cluster=far")),
            host,
            Identity.Labelled.reserved(REMOTE_NODE, "remote-node"),
            new Identity.Address(OUTSIDE, "203.0.113.9", List.of()),
            Identity.Labelled.reserved(INGRESS, "ingress"),
            Identity.Labelled.reserved(INIT, "init"),
            Identity.Labelled.reserved(UNMANAGED, "unmanaged"),
            Identity.Labelled.reserved(HEALTH, "health"),
            new Identity.Labelled(
                API_SERVER_NODE, List.of("reserved:remote-node", "reserved:kube-apiserver")),
            new Identity.Address(SAAS, "198.51.100.7", List.of("api.saas.example")),
            new Identity.Address(DEEP_SAAS, "198.51.100.8", List.of("a.b.saas.example")));
    List<DocumentVerdict> refused =
        cilium.load(new World(id, String.join("\n---\n", policies), identities));
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException("Cilium refuses " + refused);
    }
    return id;
  }

  /// Gives a policy of namespace `shop`.
  ///
  /// @param spec its spec in YAML's flow style, without the braces
  static String policy(String name, String spec) {
    return "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: "
        + name
        + ", namespace: shop}, spec: {"
        + spec
        + "}}";
  }

  /// Gives a policy of namespace `shop` for one of its workloads.
  static String policyFor(String app, String rules) {
    return policy(
        app + "-" + Integer.toHexString(rules.hashCode()),
        "endpointSelector: {matchLabels: {app: " + app + "}}, " + rules);
  }
}
