package io.policyc.compiler.falco.scenario;

/// What processes do with paths: remove, rename, link, change modes, mount.
final class PathActions {
  private PathActions() {}

  static void run(Action action, Task process, Fields fields) {
    fields.returned(action.ret());
    switch (action.type()) {
      case "rename", "renameat2" -> rename(action, process, fields);
      case "link" -> link(fields, action.text("old", ""), action.text("new", ""));
      case "symlink" -> symlink(action, process, fields);
      case "mount" -> mount(action, fields);
      case "umount2" -> {
        fields.text("name", action.text("dir", ""), action.text("dir", "")).number("flags", "0", 0);
        one(fields, action.ret(), action.text("dir", ""), action.text("dir", ""));
      }
      default -> path(action, process, fields);
    }
  }

  private static void path(Action action, Task process, Fields fields) {
    String raw = action.text("path", "");
    String whole = process.absolute(raw);
    boolean at = action.type().endsWith("at");
    String parameter = parameter(action.type());
    fields.put("evt.arg." + parameter, at ? whole : raw);
    if (!parameter.equals("filename")) {
      fields.put("evt.rawarg." + parameter, raw);
    }
    mode(action, fields);
    if (at) {
      fields.put("evt.arg.dirfd", "AT_FDCWD");
      fields.put("evt.abspath.src", whole).put("evt.abspath.dst", whole);
      FileFields.none(fields, process, "o", "", "");
      fields.put("fd.num", -100);
    }
    boolean lost = at && !raw.startsWith("/");
    one(fields, action.ret(), lost ? "<UNKNOWN>" + raw : whole, raw);
  }

  private static String parameter(String type) {
    return switch (type) {
      case "unlinkat" -> "name";
      case "chmod", "fchmodat" -> "filename";
      default -> "path";
    };
  }

  private static void mode(Action action, Fields fields) {
    switch (action.type()) {
      case "mkdir", "mkdirat" ->
          fields.put(
              "evt.arg.mode",
              Long.toHexString(action.number("mode", 0755)).toUpperCase(java.util.Locale.ROOT));
      case "chmod", "fchmodat" -> fields.put("evt.arg.mode", modeName(action.number("mode", 0)));
      case "unlinkat" -> fields.number("flags", "0", 0);
      default -> {}
    }
  }

  private static String modeName(long mode) {
    return switch ((int) mode) {
      case 04000 -> "S_ISUID";
      case 0100 -> "S_IXUSR";
      default -> Long.toString(mode);
    };
  }

  /// After a failed call these fields have no value.
  private static void one(Fields fields, long result, String path, String raw) {
    if (result == 0) {
      fields.put("fs.path.name", path).put("fs.path.nameraw", raw);
    }
  }

  private static void two(
      Fields fields, String source, String rawSource, String target, String rawTarget) {
    fields
        .put("fs.path.source", source)
        .put("fs.path.sourceraw", rawSource)
        .put("fs.path.target", target)
        .put("fs.path.targetraw", rawTarget);
  }

  private static void rename(Action action, Task process, Fields fields) {
    String from = action.text("old", "");
    String to = action.text("new", "");
    String wholeFrom = process.absolute(from);
    String wholeTo = process.absolute(to);
    boolean at = action.type().startsWith("renameat");
    fields.put("evt.arg.oldpath", at ? wholeFrom : from).put("evt.arg.newpath", at ? wholeTo : to);
    if (at) {
      fields.put("evt.arg.olddirfd", "AT_FDCWD").number("flags", "0", 0);
      fields.put("evt.abspath.src", wholeFrom).put("evt.abspath.dst", wholeTo);
    }
    two(fields, wholeFrom, from, wholeTo, to);
  }

  /// The source is the new link, the target the old file.
  private static void link(Fields fields, String old, String link) {
    fields.put("evt.arg.oldpath", old).put("evt.arg.newpath", link);
    two(fields, link, link, old, old);
  }

  private static void symlink(Action action, Task process, Fields fields) {
    String link = action.text("path", "");
    String target = action.text("target", "");
    String folder = link.substring(0, link.lastIndexOf('/') + 1);
    fields.put("evt.arg.linkpath", link).put("evt.arg.target", target);
    two(fields, link, link, process.absolute(folder + target), target);
  }

  private static void mount(Action action, Fields fields) {
    String device = action.text("dev", "");
    String folder = action.text("dir", "");
    fields
        .put("evt.arg.dev", device)
        .put("evt.arg.dir", folder)
        .put("evt.arg.type", action.text("fstype", ""))
        .number("flags", "0", 0);
    two(fields, device, device, folder, folder);
  }
}
