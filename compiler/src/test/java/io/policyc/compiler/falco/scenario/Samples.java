package io.policyc.compiler.falco.scenario;

import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.falco.evaluate.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Events of one pod, by name: what rules are tried on.
public final class Samples {
  private static final Map<String, Value> POD =
      fields(
          "container.id", "3ad7b26ded6d",
          "container.name", "web",
          "container.image.repository", "docker.io/library/nginx",
          "k8s.ns.name", "prod",
          "k8s.pod.name", "web-7c9f-abcde",
          "k8s.pod.label[app]", "web",
          "k8s.pod.label[tier]", "");

  private static final Map<String, Action> ACTIONS = actions();

  private Samples() {}

  private static Map<String, Value> fields(String... pairs) {
    Map<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], new Value.Text(pairs[i + 1]));
    }
    return fields;
  }

  private static Map<String, Action> actions() {
    Map<String, Action> all = new TreeMap<>();
    Action connect = Action.of("connect", 100);
    all.put("connect", connect.with("dst", "1.2.3.4:443"));
    all.put("connect refused", connect.with("dst", "1.2.3.4:443").with("ret", -111));
    all.put("connect timed out", connect.with("dst", "1.2.3.4:443").with("ret", -110));
    all.put("connect in progress", connect.with("dst", "1.2.3.4:443").with("ret", -115));
    all.put("connect v6", connect.with("dst", "[2001:db8::1]:443"));
    all.put("connect v6 refused", connect.with("dst", "[2001:db8::1]:443").with("ret", -111));
    all.put(
        "connect mapped",
        connect.with("dst", "[::ffff:1.2.3.4]:443").with("src", "[::ffff:10.244.1.5]:40000"));
    all.put("connect unix", connect.with("dst", "unix:/run/x.sock"));
    Action send = Action.of("sendto", 100).with("dst", "8.8.8.8:53");
    all.put("send", send);
    all.put("send refused", send.with("ret", -1));
    Action accept = Action.of("accept4", 100).with("src", "10.0.0.9:51000");
    all.put("accept", accept.with("dst", "10.244.1.5:8080").with("fd", 9));
    Action listen = Action.of("listen", 100);
    all.put("listen", listen.with("addr", "0.0.0.0:31337"));
    all.put("listen v6", listen.with("addr", "[::]:8443"));
    files(all);
    programs(all);
    return all;
  }

  private static void files(Map<String, Action> all) {
    Action open = Action.of("openat", 100).with("path", "/etc/shadow");
    all.put("open read", open.with("flags", List.of("O_RDONLY")));
    all.put("open write", open.with("flags", List.of("O_WRONLY")));
    all.put("open both", open.with("flags", List.of("O_RDWR")));
    all.put("open failed", open.with("flags", List.of("O_RDONLY")).with("fd", -13));
    all.put("creat", Action.of("creat", 100).with("path", "/etc/shadow"));
    all.put("unlink", Action.of("unlink", 100).with("path", "/etc/hosts"));
    all.put("unlink failed", Action.of("unlink", 100).with("path", "/etc/hosts").with("ret", -2));
    all.put("unlinkat", Action.of("unlinkat", 100).with("path", "/etc/hosts"));
    all.put("unlinkat relative", Action.of("unlinkat", 100).with("path", "hosts"));
    all.put("mkdirat relative", Action.of("mkdirat", 100).with("path", "x"));
    Action two = Action.of("rename", 100).with("old", "/etc/a");
    all.put("rename", two.with("new", "/tmp/a"));
    Action link = Action.of("link", 100).with("old", "/etc/shadow");
    all.put("link", link.with("new", "/tmp/s"));
  }

  private static void programs(Map<String, Action> all) {
    Action exec = Action.of("execve", 100);
    all.put("shell", exec.with("exepath", "/usr/bin/dash").with("comm", "sh").with("exe", "sh"));
    all.put("long name", exec.with("exepath", "/opt/a-program-with-a-long-name"));
    all.put("exec failed", exec.with("exepath", "/usr/bin/nope").with("ret", -2));
    all.put("memory only", exec.with("exepath", "/memfd:x").with("flags", 4));
    all.put("upper layer", exec.with("exepath", "/tmp/x").with("flags", 2));
    all.put("setuid root", Action.of("setuid", 100).with("uid", 0));
    all.put("setuid other", Action.of("setuid", 100).with("uid", 10002));
    all.put("setuid failed", Action.of("setuid", 100).with("uid", 0).with("ret", -1));
    all.put("unknown process", Action.of("openat", 999).with("path", "/etc/shadow"));
  }

  /// What happened, by name.
  public static Map<String, Action> all() {
    return ACTIONS;
  }

  /// The event of what happened.
  ///
  /// @param name as in [#all], perhaps with ` on the host` or ` without metadata` behind it
  public static FalcoEvent event(String name) {
    Map<String, Value> where =
        name.endsWith(" on the host")
            ? fields("container.id", "host", "container.name", "host")
            : name.endsWith(" without metadata") ? fields("container.id", "3ad7b26ded6d") : POD;
    Action action = ACTIONS.get(name.replaceAll(" (on the host|without metadata)$", ""));
    if (action == null) {
      throw new IllegalArgumentException("no sample `" + name + "`");
    }
    return machine(where).run(action);
  }

  /// A machine on which nginx runs, as process 100 of user 10001.
  ///
  /// @param container the fields of its container
  public static Machine machine(Map<String, Value> container) {
    return Machine.of(container)
        .started(50, 1, "containerd-shim", "/usr/bin/containerd-shim-runc-v2", Map.of())
        .started(
            100,
            50,
            "nginx",
            "/usr/sbin/nginx",
            Map.of("args", List.of("-g", "daemon off;"), "uid", 10001, "cwd", "/srv/"));
  }
}
