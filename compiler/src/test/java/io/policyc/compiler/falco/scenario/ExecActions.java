package io.policyc.compiler.falco.scenario;

/// `execve` and `execveat`.
final class ExecActions {
  private ExecActions() {}

  static void run(Action action, Task process, Fields fields, Machine machine) {
    String path = action.text("exepath", "");
    String name = Task.cut(action.text("comm", path.substring(path.lastIndexOf('/') + 1)));
    String exe = action.text("exe", path);
    long uid = action.number("uid", process.known() ? process.uid : 0);
    if (action.ret() == 0) {
      become(action, process, name, exe, path);
      process.uid = uid;
    }
    arguments(action, fields, name, exe, path);
    fields
        .returned(action.ret())
        .number("pid", process.name, process.pid)
        .number("uid", Task.user(uid), uid)
        .number("gid", "root", 0);
  }

  private static void become(Action action, Task process, String name, String exe, String path) {
    if (!process.known()) {
      process.parent = action.number("ppid", 0);
      process.cwd = "";
    }
    process.name = name;
    process.exe = exe;
    process.exePath = path;
    process.args = action.texts("args");
    process.env = action.has("env") ? action.texts("env") : process.env;
    process.exeFlags = action.number("flags", 0);
    process.terminal = action.number("tty", 0);
    process.loginUid = action.number("loginuid", -1);
  }

  private static void arguments(
      Action action, Fields fields, String name, String exe, String path) {
    fields
        .put("evt.arg.comm", name)
        .put("evt.arg.exe", exe)
        .put("evt.arg.trusted_exepath", path)
        .put("evt.arg.args", joined(action, "args"))
        .put("evt.arg.env", joined(action, "env"))
        .put("evt.arg.tty", Long.toString(action.number("tty", 0)))
        .put("evt.arg.loginuid", login(action.number("loginuid", -1)))
        .number("flags", flags(action.number("flags", 0)), action.number("flags", 0));
    if (action.type().equals("execve")) {
      fields.put("evt.arg.filename", path);
    }
  }

  private static String joined(Action action, String name) {
    StringBuilder all = new StringBuilder();
    action.texts(name).forEach(text -> all.append(text).append('.'));
    return all.isEmpty() ? "NULL" : all.toString();
  }

  private static String login(long uid) {
    return uid == -1 ? "<NONE>" : Task.user(uid);
  }

  private static String flags(long flags) {
    return switch ((int) flags) {
      case 1 -> "EXE_WRITABLE";
      case 2 -> "EXE_UPPER_LAYER";
      case 4 -> "EXE_FROM_MEMFD";
      case 8 -> "EXE_LOWER_LAYER";
      default -> Long.toString(flags);
    };
  }
}
