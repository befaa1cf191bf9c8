package io.policyc.compiler.falco.scenario;

import java.util.List;
import java.util.Map;

/// Users, name spaces, modules and the rest.
final class SystemActions {
  private static final Map<String, Long> SPACES =
      Map.of(
          "CLONE_NEWUSER", 1L << 20,
          "CLONE_NEWNS", 1L << 5,
          "CLONE_NEWPID", 1L << 6,
          "CLONE_NEWNET", 1L << 4);

  private SystemActions() {}

  static void run(Action action, Task process, Fields fields, Machine machine) {
    switch (action.type()) {
      case "setuid" -> setUser(action, process, fields, "uid");
      case "setresuid" -> setUsers(action, process, fields);
      case "setgid" -> fields.returned(action.ret()).number("gid", "root", 0);
      case "ptrace" -> trace(action, fields, machine);
      case "bpf" -> bpf(action, process, fields);
      case "memfd_create" -> memory(action, process, fields);
      case "unshare" -> spaces(action, fields.returned(action.ret()), "flags");
      case "setns" -> {
        spaces(action, fields.returned(action.ret()), "nstype");
        unknownFile(action, process, fields);
      }
      case "finit_module" -> {
        fields.returned(action.ret()).put("evt.arg.uargs", action.text("uargs", ""));
        fields.number("flags", "0", 0);
        unknownFile(action, process, fields);
      }
      case "init_module" -> fields.returned(action.ret()).put("evt.arg.uargs", "");
      case "kill" -> kill(action, fields, machine);
      case "close" -> {
        fields.returned(action.ret());
        unknownFile(action, process, fields);
      }
      case "clone" -> clone(action, process, fields, machine);
      default -> throw new IllegalArgumentException("no model of `" + action.type() + "`");
    }
  }

  /// The user of the process is the new one already.
  private static void setUser(Action action, Task process, Fields fields, String name) {
    long uid = action.number(name, 0);
    process.uid = action.ret() == 0 ? uid : process.uid;
    fields.returned(action.ret()).number(name, Task.user(uid), uid);
  }

  private static void setUsers(Action action, Task process, Fields fields) {
    setUser(action, process, fields, "euid");
    long real = action.number("ruid", 0);
    fields.number("ruid", Task.user(real), real);
  }

  private static void trace(Action action, Fields fields, Machine machine) {
    String request = action.text("request", "");
    long target = action.number("target", 1);
    fields
        .returned(action.ret())
        .number("request", request, request.equals("PTRACE_TRACEME") ? 1 : 11)
        .number("pid", machine.process(target).name, target)
        .put("evt.arg.addr", "0")
        .put("evt.arg.data", "0");
  }

  private static void bpf(Action action, Task process, Fields fields) {
    long command = action.number("cmd", 0);
    long fd = action.number("fd", 11);
    fields
        .result(fd)
        .number("cmd", command == 5 ? "BPF_PROG_LOAD" : "BPF_MAP_CREATE", command)
        .number("fd", fd >= 0 ? "<b>" : Errors.name(fd), fd);
    if (fd >= 0) {
      process.files.put(fd, OpenFile.other("bpf", ""));
      FileFields.put(fields, process, fd, false);
    } else {
      FileFields.none(fields, process, "o", "", "");
    }
  }

  private static void memory(Action action, Task process, Fields fields) {
    String name = action.text("name", "");
    process.files.put(20L, OpenFile.other("memfd", name));
    fields.result(20).text("name", name, name).number("flags", "0", 0);
    fields.number("fd", "<m>" + name, 20);
    FileFields.put(fields, process, 20, true);
  }

  private static void spaces(Action action, Fields fields, String parameter) {
    List<String> flags = action.texts("flags");
    long bits = flags.stream().mapToLong(f -> SPACES.getOrDefault(f, 0L)).sum();
    fields.number(parameter, String.join("|", flags), bits);
  }

  private static void unknownFile(Action action, Task process, Fields fields) {
    long fd = action.number("fd", 3);
    FileFields.none(fields, process, "o", "", "");
    fields.put("fd.num", fd).number("fd", Long.toString(fd), fd);
  }

  private static void kill(Action action, Fields fields, Machine machine) {
    long target = action.number("target", 1);
    fields
        .returned(action.ret())
        .number("pid", machine.process(target).name, target)
        .put("evt.arg.sig", action.number("sig", 15) == 15 ? "SIGTERM" : "SIGKILL");
  }

  /// The event is the parent's; its parameters are left out.
  private static void clone(Action action, Task process, Fields fields, Machine machine) {
    long child = action.number("child", 0);
    fields.result(child);
    machine.cloned(process, child, action.number("uid", process.uid));
  }
}
