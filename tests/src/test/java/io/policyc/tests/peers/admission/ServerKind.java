package io.policyc.tests.peers.admission;

/// A kind that has pods, and where an API server takes objects of it.
enum ServerKind {
  POD("v1", "Pod", "api/v1", "pods"),
  POD_TEMPLATE("v1", "PodTemplate", "api/v1", "podtemplates"),
  REPLICATION_CONTROLLER("v1", "ReplicationController", "api/v1", "replicationcontrollers"),
  REPLICA_SET("apps/v1", "ReplicaSet", "apis/apps/v1", "replicasets"),
  DEPLOYMENT("apps/v1", "Deployment", "apis/apps/v1", "deployments"),
  STATEFUL_SET("apps/v1", "StatefulSet", "apis/apps/v1", "statefulsets"),
  DAEMON_SET("apps/v1", "DaemonSet", "apis/apps/v1", "daemonsets"),
  JOB("batch/v1", "Job", "apis/batch/v1", "jobs"),
  CRON_JOB("batch/v1", "CronJob", "apis/batch/v1", "cronjobs");

  private final String apiVersion;
  private final String kind;
  private final String api;
  private final String resource;

  ServerKind(String apiVersion, String kind, String api, String resource) {
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.api = api;
    this.resource = resource;
  }

  /// `Deployment`
  String kind() {
    return kind;
  }

  /// `apps/v1`
  String apiVersion() {
    return apiVersion;
  }

  /// Where to try to create one.
  String path(String namespace) {
    return "/" + api + "/namespaces/" + namespace + "/" + resource + "?dryRun=All";
  }

  /// An object around a pod, which is changed to what the kind needs of it.
  Odd.Fields around(Odd.Fields pod) {
    Odd.Fields object = new Odd.Fields().put("apiVersion", apiVersion).put("kind", kind);
    if (this == POD) {
      pod.in("metadata").put("name", "web");
      pod.fields().forEach(field -> object.put(field.name(), field.value()));
      return object;
    }
    object.in("metadata").put("name", "web");
    if (this == JOB || this == CRON_JOB) {
      pod.in("spec").put("restartPolicy", "Never");
    } else {
      pod.in("metadata").in("labels").put("app", "web");
    }
    switch (this) {
      case POD_TEMPLATE -> object.put("template", pod);
      case REPLICATION_CONTROLLER -> {
        object.in("spec").in("selector").put("app", "web");
        object.in("spec").put("template", pod);
      }
      case JOB -> object.in("spec").put("template", pod);
      case CRON_JOB -> {
        object.in("spec").put("schedule", "\"* * * * *\"");
        object.in("spec").in("jobTemplate").in("spec").put("template", pod);
      }
      default -> {
        object.in("spec").in("selector").in("matchLabels").put("app", "web");
        object.in("spec").put("template", pod);
      }
    }
    return object;
  }
}
