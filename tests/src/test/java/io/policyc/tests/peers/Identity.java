package io.policyc.tests.peers;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// One end of the conversations of a [World], under a number of the test's own.
public sealed interface Identity {
  /// The number by which questions name it; unique in its world.
  int id();

  /// The form in which it is sent.
  ObjectNode json();

  /// A pod, as Cilium sees it.
  ///
  /// @param labels the pod's labels; those that Cilium's default filter drops are dropped
  /// @param namespaceLabels the labels of its namespace
  /// @param serviceAccount its service account, or an empty text
  record Pod(
      int id,
      String namespace,
      Map<String, String> labels,
      Map<String, String> namespaceLabels,
      String serviceAccount)
      implements Identity {
    public Pod {
      labels = Map.copyOf(labels);
      namespaceLabels = Map.copyOf(namespaceLabels);
    }

    /// Gives a pod that has nothing but a label `app`.
    public static Pod app(int id, String namespace, String app) {
      return new Pod(id, namespace, Map.of("app", app), Map.of(), "");
    }

    @Override
    public ObjectNode json() {
      ObjectNode pod = Json.object().put("namespace", namespace);
      pod.set("labels", Json.strings(labels));
      pod.set("namespaceLabels", Json.strings(namespaceLabels));
      pod.put("serviceAccount", serviceAccount);
      ObjectNode json = Json.object().put("id", id);
      json.set("pod", pod);
      return json;
    }
  }

  /// A pod of another cluster of a mesh.
  record FarPod(String cluster, Pod pod) implements Identity {
    @Override
    public int id() {
      return pod.id();
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = pod.json();
      json.withObject("pod").put("cluster", cluster);
      return json;
    }
  }

  /// An identity with just these labels, such as `reserved:host`.
  record Labelled(int id, List<String> labels) implements Identity {
    public Labelled {
      labels = List.copyOf(labels);
    }

    /// Gives the reserved identity of that name.
    public static Labelled reserved(int id, String name) {
      return new Labelled(id, List.of("reserved:" + name));
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("id", id);
      json.set("labels", Json.strings(labels));
      return json;
    }
  }

  /// An address outside the cluster.
  ///
  /// @param names the DNS names that pods were told resolve to it
  record Address(int id, String ip, List<String> names) implements Identity {
    public Address {
      names = List.copyOf(names);
    }

    @Override
    public ObjectNode json() {
      ObjectNode json = Json.object().put("id", id).put("ip", ip);
      json.set("names", Json.strings(names));
      return json;
    }
  }
}
