package io.policyc.compiler;

import io.policyc.compiler.cilium.CiliumVersion;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What belongs to a cluster and not to an intent: the content of `policyc.toml`.
///
/// No setting changes the set of permitted conversations, except that a name of the cluster (its
/// DNS servers, its domain, its API port) means what the settings say.
public record Settings(
    Cilium cilium, Falco falco, Kubernetes kubernetes, Webhook webhook, Output output) {
  /// What holds without a `policyc.toml`.
  public static final Settings DEFAULT =
      new Settings(
          Cilium.DEFAULT,
          new Falco("0.44", Falco.Wrap.NONE, "falco"),
          new Kubernetes("1.36", 6443),
          new Webhook(Webhook.Mode.ENFORCE, Webhook.Tags.REFUSE),
          new Output(Optional.empty()));

  /// `[cilium]`
  ///
  /// @param version the version aimed at
  /// @param httpRules at which ends HTTP rules are written
  /// @param dns where pods ask for names, at least one
  /// @param domain the cluster's own domain, lower-case without a trailing dot
  /// @param search search domains of the nodes
  public record Cilium(
      CiliumVersion version,
      HttpRules httpRules,
      List<DnsServer> dns,
      String domain,
      List<String> search) {
    /// What holds without a `[cilium]` table.
    public static final Cilium DEFAULT =
        new Cilium(
            CiliumVersion.V1_20,
            HttpRules.SERVER,
            List.of(new DnsServer.Pods("kube-system", sorted("k8s-app", "kube-dns"), 53)),
            "cluster.local",
            List.of());

    public Cilium {
      dns = List.copyOf(dns);
      search = List.copyOf(search);
    }

    private static SortedMap<String, String> sorted(String key, String value) {
      return new TreeMap<>(java.util.Map.of(key, value));
    }
  }

  /// At which ends of a conversation HTTP rules are written.
  public enum HttpRules {
    /// At the server; at the client only where the server is not a workload of the input.
    SERVER,
    /// At both.
    BOTH
  }

  /// One place where pods ask for names.
  public sealed interface DnsServer {
    /// The port of the pod or node that answers, 1 to 65535.
    int port();

    /// `{ namespace = "kube-system", labels = { k8s-app = "kube-dns" }, port = 53 }`
    record Pods(String namespace, SortedMap<String, String> labels, int port) implements DnsServer {
      public Pods {
        labels = new TreeMap<>(labels);
      }
    }

    /// `{ entity = "host", port = 53 }`, a node-local cache.
    ///
    /// @param entity `host`, `remote-node`, `world`, `cluster` or `kube-apiserver`
    record Entity(String entity, int port) implements DnsServer {}
  }

  /// `[falco]`
  ///
  /// @param version the version aimed at
  /// @param wrap in which object the rules are written, too
  /// @param namespace where that object belongs
  public record Falco(String version, Wrap wrap, String namespace) {
    /// Objects that bring rules to Falco.
    public enum Wrap {
      /// None: the rules file alone.
      NONE,
      /// A ConfigMap.
      CONFIGMAP,
      /// The Rulesfile of Falco's operator.
      RULESFILE
    }
  }

  /// `[kubernetes]`
  ///
  /// @param apiPort the port on which kube-apiserver itself listens, 1 to 65535
  public record Kubernetes(String version, int apiPort) {}

  /// `[webhook]`
  public record Webhook(Mode mode, Tags tags) {
    /// What a refusal does.
    public enum Mode {
      ENFORCE,
      WARN,
      AUDIT
    }

    /// What happens to a signed image that is named by tag.
    public enum Tags {
      REFUSE,
      RESOLVE
    }
  }

  /// `[output]`
  ///
  /// @param directory where `compile` writes, relative to the settings' file
  public record Output(Optional<String> directory) {}
}
