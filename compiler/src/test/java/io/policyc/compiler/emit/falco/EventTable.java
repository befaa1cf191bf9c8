package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.falco.evaluate.Value;
import io.policyc.compiler.falco.scenario.Action;
import io.policyc.compiler.falco.scenario.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Sentences, pods, and what happens in the pods: a file `x.events`.
///
/// Above `---` stand the sentences. Below, `pod web ns=shop app=web` is a pod with its labels, and
/// each other line an event that must set a rule off or must not:
///
/// ```
/// fires  web connect dst=1.2.3.4:80          # why
/// silent web connect dst=1.2.3.4:443
/// fires  web mknod !evt.rawres=0 !evt.arg.path=/etc/x
/// ```
///
/// The details are those of [Action]; `!field=value` sets a field of the event afterwards, so that
/// calls that the model does not know can be written down, too: an event with nothing else has only
/// these fields.
record EventTable(String policy, Map<String, Map<String, Value>> pods, List<Line> lines) {
  private static final Set<String> MODELLED =
      Set.of(
          "execve",
          "execveat",
          "open",
          "openat",
          "openat2",
          "creat",
          "connect",
          "sendto",
          "sendmsg",
          "accept4",
          "listen",
          "bind",
          "unlink",
          "unlinkat",
          "rmdir",
          "rename",
          "renameat2",
          "link",
          "symlink",
          "mkdir",
          "mkdirat",
          "chmod",
          "fchmodat",
          "mount",
          "setuid",
          "setresuid",
          "setgid",
          "ptrace",
          "bpf",
          "unshare",
          "setns",
          "finit_module",
          "init_module",
          "memfd_create");

  private static final Set<String> LISTS = Set.of("args", "flags", "env");

  /// @param at where it stands: the file's name and the line
  /// @param fires whether a rule must be set off
  record Line(String at, boolean fires, String pod, String type, Map<String, String> details) {
    @Override
    public String toString() {
      return at + " " + (fires ? "fires " : "silent ") + pod + " " + type + " " + details;
    }
  }

  static EventTable read(String name, String text) {
    int cut = text.indexOf("\n---\n");
    Map<String, Map<String, Value>> pods = new LinkedHashMap<>();
    List<Line> lines = new ArrayList<>();
    int number = (int) text.substring(0, cut).lines().count() + 1;
    for (String line : text.substring(cut + 5).split("\n", -1)) {
      number++;
      int comment = line.indexOf(" #");
      String said =
          (line.startsWith("#") || comment < 0 ? line : line.substring(0, comment)).strip();
      if (said.startsWith("pod ")) {
        pod(said.split(" +", -1), pods);
      } else if (!said.isEmpty() && !said.startsWith("#")) {
        lines.add(line(name + ":" + number, said.split(" +", -1)));
      }
    }
    return new EventTable(text.substring(0, cut + 1), pods, lines);
  }

  private static void pod(String[] words, Map<String, Map<String, Value>> pods) {
    Map<String, Value> fields = new TreeMap<>();
    for (int i = 2; i < words.length; i++) {
      String key = words[i].substring(0, words[i].indexOf('='));
      Value value = new Value.Text(words[i].substring(words[i].indexOf('=') + 1));
      fields.put(key.equals("ns") ? "k8s.ns.name" : "k8s.pod.label[" + key + "]", value);
    }
    pods.put(words[1], fields);
  }

  private static Line line(String at, String[] words) {
    if (!words[0].equals("fires") && !words[0].equals("silent")) {
      throw new IllegalArgumentException(at + ": `" + words[0] + "`");
    }
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 3; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      details.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    return new Line(at, words[0].equals("fires"), words[1], words[2], details);
  }

  /// The event of a line, as Falco shows it.
  FalcoEvent event(Line line) {
    Map<String, Value> container =
        Optional.ofNullable(pods.get(line.pod()))
            .orElseThrow(() -> new IllegalArgumentException("no pod `" + line.pod() + "`"));
    Machine machine = Machine.of(container);
    machine.started(
        100, 1, "server", "/app/server", Map.of("uid", 10001L, "cwd", "/srv/", "args", List.of()));
    FalcoEvent event =
        isModelled(line)
            ? machine.run(action(line))
            : FalcoEvent.of(container).with("evt.type", line.type());
    for (Map.Entry<String, String> detail : line.details().entrySet()) {
      if (detail.getKey().startsWith("!")) {
        event = event.with(detail.getKey().substring(1), value(detail.getValue()));
      }
    }
    return event;
  }

  private static boolean isModelled(Line line) {
    boolean bare =
        !line.details().isEmpty()
            && line.details().keySet().stream().allMatch(key -> key.startsWith("!"));
    return MODELLED.contains(line.type()) && !bare;
  }

  private static Action action(Line line) {
    Action action = Action.of(line.type(), 100);
    for (Map.Entry<String, String> detail : line.details().entrySet()) {
      String key = detail.getKey();
      String text = detail.getValue();
      if (!key.startsWith("!")) {
        Object value =
            LISTS.contains(key)
                ? List.of(text.split(",", -1))
                : isNumber(text) ? Long.valueOf(text) : text;
        action = action.with(key, value);
      }
    }
    return action;
  }

  private static Value value(String text) {
    if (text.equals("true") || text.equals("false")) {
      return new Value.Truth(text.equals("true"));
    }
    return isNumber(text) ? new Value.Whole(Long.parseLong(text)) : new Value.Text(text);
  }

  private static boolean isNumber(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    return !digits.isEmpty() && digits.length() < 18 && digits.chars().allMatch(Character::isDigit);
  }
}
