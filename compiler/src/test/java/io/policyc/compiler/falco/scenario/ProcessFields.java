package io.policyc.compiler.falco.scenario;

import java.util.List;
import java.util.function.Function;

/// The fields that tell who did it.
final class ProcessFields {
  private ProcessFields() {}

  static void put(Fields fields, Task process, Machine machine) {
    own(fields, process);
    user(fields, process);
    fields.put("proc.is_exe_writable", (process.exeFlags & 1) != 0);
    fields.put("proc.is_exe_upper_layer", (process.exeFlags & 2) != 0);
    fields.put("proc.is_exe_from_memfd", (process.exeFlags & 4) != 0);
    fields.put("proc.is_exe_lower_layer", (process.exeFlags & 8) != 0);
    List<Task> ancestors = machine.ancestors(process);
    if (!ancestors.isEmpty()) {
      parent(fields, ancestors.getFirst());
    }
    if (process.known()) {
      lineage(fields, process, ancestors);
    }
  }

  private static void own(Fields fields, Task process) {
    String args = String.join(" ", process.args);
    fields
        .put("proc.name", process.name)
        .put("proc.exe", process.exe)
        .put("proc.exepath", process.exePath)
        .put("proc.args", args)
        .put("proc.cmdline", process.commandLine())
        .put("proc.exeline", process.exe + " " + args)
        .put("proc.cmdnargs", process.args.size())
        .put("proc.cmdlenargs", process.args.stream().mapToInt(String::length).sum())
        .put("proc.cwd", process.cwd)
        .put("proc.env", String.join(" ", process.env))
        .put("proc.pid", process.known() ? process.pid : -1)
        .put("proc.tty", process.terminal)
        .put("thread.tid", process.pid);
    for (int i : new int[] {0, 1, 9}) {
      fields.put("proc.args[" + i + "]", i < process.args.size() ? process.args.get(i) : "");
    }
  }

  private static void user(Fields fields, Task process) {
    fields
        .put("user.uid", process.uid)
        .put("user.name", Task.user(process.uid))
        .put("user.loginuid", process.loginUid)
        .put("group.gid", process.known() ? 0 : 0xFFFF_FFFFL);
  }

  private static void parent(Fields fields, Task parent) {
    fields
        .put("proc.ppid", parent.pid)
        .put("proc.pname", parent.name)
        .put("proc.pexe", parent.exe)
        .put("proc.pexepath", parent.exePath)
        .put("proc.pcmdline", parent.commandLine());
  }

  private static void lineage(Fields fields, Task process, List<Task> ancestors) {
    all(fields, "proc.aname", ancestors, a -> a.name);
    all(fields, "proc.aexe", ancestors, a -> a.exe);
    all(fields, "proc.aexepath", ancestors, a -> a.exePath);
    all(fields, "proc.acmdline", ancestors, Task::commandLine);
    all(fields, "proc.aenv", ancestors, a -> String.join(" ", a.env));
    fields.put("proc.aname[0]", process.name);
    fields.put("proc.apid", ancestors.stream().map(a -> Long.toString(a.pid)).toList());
    for (int i = 0; i < ancestors.size(); i++) {
      fields.put("proc.aname[" + (i + 1) + "]", ancestors.get(i).name);
      fields.put("proc.apid[" + (i + 1) + "]", ancestors.get(i).pid);
      fields.put("proc.aexepath[" + (i + 1) + "]", ancestors.get(i).exePath);
      fields.put("proc.acmdline[" + (i + 1) + "]", ancestors.get(i).commandLine());
    }
  }

  private static void all(
      Fields fields, String name, List<Task> ancestors, Function<Task, String> value) {
    fields.put(name, ancestors.stream().map(value).toList());
  }
}
