package io.policyc.tests.peers.admission;

import java.util.List;

/// A restricted pod, and fields in several of its places.
final class ServerPod {
  private ServerPod() {}

  /// @param added `spec hostPID: yes; hostIPC: yes @ context runAsUser: 0`
  static String with(String added) {
    return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        %sspec:
          containers:
          - name: c0
            image: example.org/app:1
            securityContext:
              allowPrivilegeEscalation: false
              capabilities: {drop: [ALL]}
              runAsNonRoot: true
              seccompProfile: {type: RuntimeDefault}
        %s%s%s"""
        .formatted(
            lines(added, "metadata ", 2),
            lines(added, "context ", 6),
            lines(added, "container ", 4),
            lines(added, "spec ", 2));
  }

  private static String lines(String added, String place, int indent) {
    StringBuilder out = new StringBuilder();
    for (String part : List.of(added.split(" @ ", -1))) {
      if (part.startsWith(place)) {
        for (String line : List.of(part.substring(place.length()).split(";", -1))) {
          out.append(" ".repeat(indent)).append(line).append('\n');
        }
      }
    }
    return out.toString();
  }
}
