package io.policyc.compiler.falco.scenario;

import io.policyc.compiler.falco.evaluate.FalcoEvent;
import io.policyc.compiler.falco.evaluate.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A machine with its processes: each action gives the event that conditions see.
public final class Machine {
  private final Map<Long, Task> processes = new TreeMap<>();
  private final Map<String, Value> container;

  private Machine(Map<String, Value> container) {
    this.container = container;
    processes.put(1L, new Task(1, 0, "systemd", "/lib/systemd/systemd"));
  }

  /// A machine with `systemd` alone.
  ///
  /// @param container the fields that the container plugin gives with every event
  public static Machine of(Map<String, Value> container) {
    return new Machine(new TreeMap<>(container));
  }

  /// Starts a process before all events.
  ///
  /// @param details as the recording's README names them: `args`, `exe`, `cwd`, `uid`, `env`
  public Machine started(
      long pid, long parent, String name, String exePath, Map<String, Object> details) {
    Task process = new Task(pid, parent, name, exePath);
    Action as = new Action("", pid, details);
    process.exe = as.text("exe", exePath);
    process.args = as.texts("args");
    process.env = as.texts("env");
    process.cwd = as.text("cwd", process.cwd);
    process.uid = as.number("uid", 0);
    processes.put(pid, process);
    return this;
  }

  /// The events of the actions, one each, in order.
  public List<FalcoEvent> run(List<Action> actions) {
    return actions.stream().map(this::run).toList();
  }

  /// Runs an action.
  ///
  /// @return the event that Falco sees when the call returns
  public FalcoEvent run(Action action) {
    Task process = processes.computeIfAbsent(action.pid(), Task::new);
    Fields fields = new Fields(action.type());
    switch (action.type()) {
      case "execve", "execveat" -> ExecActions.run(action, process, fields, this);
      case "open", "openat", "openat2", "creat" -> OpenActions.run(action, process, fields);
      case "connect", "sendto", "sendmsg", "accept", "accept4", "listen", "bind" ->
          SocketActions.run(action, process, fields);
      case "unlink",
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
          "umount2" ->
          PathActions.run(action, process, fields);
      default -> SystemActions.run(action, process, fields, this);
    }
    ProcessFields.put(fields, process, this);
    Map<String, Value> all = new TreeMap<>(container);
    all.putAll(fields.values());
    return FalcoEvent.of(all);
  }

  /// A process, or one that Falco doesn't know.
  Task process(long pid) {
    return Optional.ofNullable(processes.get(pid)).orElseGet(() -> new Task(pid));
  }

  /// A process gets a child that is like it.
  void cloned(Task parent, long child, long uid) {
    Task task = new Task(child, parent.pid, parent.name, parent.exePath);
    task.exe = parent.exe;
    task.args = parent.args;
    task.env = parent.env;
    task.cwd = parent.cwd;
    task.uid = uid;
    processes.put(child, task);
  }

  /// The parent, its parent and so on.
  List<Task> ancestors(Task process) {
    List<Task> all = new ArrayList<>();
    Task next = processes.get(process.parent);
    while (next != null && all.size() < 64) {
      all.add(next);
      next = processes.get(next.parent);
    }
    return all;
  }
}
