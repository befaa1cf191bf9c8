package io.policyc.compiler;

import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.manifests.TemplatePath;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What belongs to a cluster and not to an intent: the content of `policyc.toml`.
///
/// No setting changes the set of permitted conversations, except that a name of the cluster (its
/// DNS servers, its domain, its API port) means what the settings say.
public record Settings(
    Cilium cilium,
    Falco falco,
    Kubernetes kubernetes,
    Admission admission,
    Webhook webhook,
    Output output) {
  /// What holds without a `policyc.toml`.
  public static final Settings DEFAULT =
      new Settings(
          Cilium.DEFAULT,
          new Falco("0.44", Falco.Wrap.NONE, "falco"),
          new Kubernetes("1.36", 6443, List.of()),
          Admission.DEFAULT,
          new Webhook(Mode.ENFORCE, Webhook.Tags.REFUSE),
          new Output(Optional.empty()));

  /// These settings for another Cilium.
  public Settings with(Cilium other) {
    return new Settings(other, falco, kubernetes, admission, webhook, output);
  }

  /// These settings for another Falco.
  public Settings with(Falco other) {
    return new Settings(cilium, other, kubernetes, admission, webhook, output);
  }

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
  /// @param version whose API server decides, such as `1.36`
  /// @param apiPort the port on which kube-apiserver itself listens, 1 to 65535
  /// @param templates where pod templates lie in custom resources
  public record Kubernetes(String version, int apiPort, List<TemplatePath> templates) {
    public Kubernetes {
      templates = List.copyOf(templates);
    }
  }

  /// What a refusal does.
  public enum Mode {
    /// It refuses the object.
    ENFORCE,
    /// It warns whoever creates the object.
    WARN,
    /// It is only written down.
    AUDIT
  }

  /// `[admission]`
  ///
  /// @param mode what a refusal does where neither `namespaces` nor `checks` says otherwise
  /// @param podSecurity what pods are held against where neither a sentence nor a label of their
  ///   namespace says so
  /// @param exemptNamespaces whose objects are not judged at all
  /// @param exemptRuntimeClasses whose pods Pod Security does not judge, as the cluster's own
  ///   configuration of it says
  /// @param exemptUsers whose requests Pod Security does not judge, likewise
  /// @param checks the mode of each check that has one of its own, by id
  /// @param namespaces the mode of each namespace that has one of its own
  public record Admission(
      Mode mode,
      PodSecurity podSecurity,
      List<String> exemptNamespaces,
      List<String> exemptRuntimeClasses,
      List<String> exemptUsers,
      SortedMap<String, Mode> checks,
      SortedMap<String, Mode> namespaces) {
    /// What holds without an `[admission]` table.
    public static final Admission DEFAULT =
        new Admission(
            Mode.ENFORCE,
            new PodSecurity("restricted", "latest"),
            List.of("kube-system"),
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>());

    public Admission {
      exemptNamespaces = List.copyOf(exemptNamespaces);
      exemptRuntimeClasses = List.copyOf(exemptRuntimeClasses);
      exemptUsers = List.copyOf(exemptUsers);
      checks = Collections.unmodifiableSortedMap(new TreeMap<>(checks));
      namespaces = Collections.unmodifiableSortedMap(new TreeMap<>(namespaces));
    }
  }

  /// `"restricted:latest"`
  ///
  /// @param level `privileged`, `baseline` or `restricted`
  /// @param version `latest`, or such as `v1.34`
  public record PodSecurity(String level, String version) {
    @Override
    public String toString() {
      return level + ":" + version;
    }
  }

  /// `[webhook]`
  ///
  /// @param mode what a refusal does in the cluster
  /// @param tags what happens to signed images that are named by tag
  public record Webhook(Mode mode, Tags tags) {
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
