package io.policyc.signatures.oci.auth;

import io.policyc.signatures.oci.ImageReference;
import io.policyc.signatures.oci.Repository;
import java.util.List;
import java.util.Locale;

/// A key of a Docker config: which repositories a credential is for.
///
/// It may be a host, with a scheme before it and `/v1/` or `/v2/` behind it; a host with the
/// beginning of a repository's path (containers-auth.json); or a host with `*` and `?` within its
/// labels (kubelet).
///
/// @param host in lower case, with its port
/// @param path without slashes around it; may be empty
/// @see <a href="https://kubernetes.io/docs/concepts/containers/images/#config-json">Kubernetes,
///   Interpretation of config.json</a>
record ConfigKey(String host, String path) {
  private static final List<String> HUB =
      List.of("index.docker.io", ImageReference.DOCKER_HUB, "registry-1.docker.io");

  static ConfigKey of(String text) {
    int scheme = text.indexOf("://");
    String bare = scheme < 0 ? text : text.substring(scheme + 3);
    int slash = bare.indexOf('/');
    String path = slash < 0 ? "" : trimmed(bare.substring(slash));
    String host = (slash < 0 ? bare : bare.substring(0, slash)).toLowerCase(Locale.ROOT);
    return new ConfigKey(host, path.equals("v1") || path.equals("v2") ? "" : path);
  }

  private static String trimmed(String path) {
    int start = 0;
    int end = path.length();
    while (start < end && path.charAt(start) == '/') {
      start++;
    }
    while (end > start && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(start, end);
  }

  boolean matches(Repository repository) {
    List<String> hosts =
        repository.host().equals(ImageReference.DOCKER_HUB) ? HUB : List.of(repository.host());
    String name = repository.name();
    return hosts.stream().anyMatch(this::matchesHost)
        && (path.isEmpty() || name.equals(path) || name.startsWith(path + "/"));
  }

  private boolean matchesHost(String wanted) {
    String[] mine = host.split("\\.", -1);
    String[] labels = wanted.split("\\.", -1);
    if (mine.length != labels.length || !port(host).equals(port(wanted))) {
      return false;
    }
    for (int i = 0; i < mine.length; i++) {
      if (!matchesLabel(mine[i], labels[i])) {
        return false;
      }
    }
    return true;
  }

  private static String port(String host) {
    int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
    return colon < 0 ? "" : host.substring(colon);
  }

  /// Globs in linear steps back to the last `*` only.
  private static boolean matchesLabel(String glob, String label) {
    int g = 0;
    int l = 0;
    int star = -1;
    int mark = 0;
    while (l < label.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        mark = l;
      } else if (g < glob.length()
          && (glob.charAt(g) == '?' || glob.charAt(g) == label.charAt(l))) {
        g++;
        l++;
      } else if (star >= 0) {
        g = star + 1;
        l = ++mark;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /// How closely a key names its repositories: the closest is tried first.
  int closeness() {
    return path.length() * 2 + (host.indexOf('*') < 0 && host.indexOf('?') < 0 ? 1 : 0);
  }
}
