package io.policyc.compiler.falco.scenario;

import java.util.List;
import java.util.Map;

/// `open`, `openat`, `openat2` and `creat`.
final class OpenActions {
  /// As Falco numbers and orders them.
  private static final List<Map.Entry<String, Long>> FLAGS =
      List.of(
          Map.entry("O_EXCL", 1L << 5),
          Map.entry("O_TRUNC", 1L << 8),
          Map.entry("O_CREAT", 1L << 2),
          Map.entry("O_APPEND", 1L << 3),
          Map.entry("O_DIRECTORY", 1L << 10),
          Map.entry("O_RDWR", 3L),
          Map.entry("O_WRONLY", 2L),
          Map.entry("O_RDONLY", 1L),
          Map.entry("O_CLOEXEC", 1L << 12),
          Map.entry("O_F_CREATED", 1L << 14));

  private OpenActions() {}

  static void run(Action action, Task process, Fields fields) {
    String raw = action.text("path", "");
    String path = process.absolute(raw);
    long fd = action.number("fd", 3);
    List<String> flags = action.texts("flags");
    boolean at = action.type().startsWith("openat");
    fields.result(fd).text("name", at ? path : raw, raw).put("evt.arg.mode", "0644");
    fields.put("evt.arg.dev", "0");
    if (at) {
      fields.put("evt.arg.dirfd", "AT_FDCWD");
      fields.put("evt.abspath.src", path).put("evt.abspath.dst", path);
    }
    if (!action.type().equals("creat")) {
      flags(fields, flags);
      fsPath(fields, raw, path, fd);
    }
    files(fields, process, flags, raw, path, fd);
  }

  private static void flags(Fields fields, List<String> flags) {
    long bits = 0;
    StringBuilder shown = new StringBuilder();
    for (Map.Entry<String, Long> flag : FLAGS) {
      if (flags.contains(flag.getKey())) {
        bits |= flag.getValue();
        shown.append(shown.isEmpty() ? "" : "|").append(flag.getKey());
      }
    }
    fields
        .number("flags", shown.toString(), bits)
        .put("evt.is_open_read", (bits & 1) != 0)
        .put("evt.is_open_write", (bits & 2) != 0)
        .put("evt.is_open_create", (bits & 1L << 14) != 0);
  }

  private static void fsPath(Fields fields, String raw, String path, long fd) {
    boolean lost = fd < 0 && !raw.startsWith("/");
    fields.put("fs.path.name", lost ? "<UNKNOWN>" : path).put("fs.path.nameraw", raw);
  }

  private static void files(
      Fields fields, Task process, List<String> flags, String raw, String path, long fd) {
    String type = flags.contains("O_DIRECTORY") ? "directory" : "file";
    OpenFile file = OpenFile.file(type, path, single(raw));
    if (fd >= 0) {
      process.files.put(fd, file);
      FileFields.put(fields, process, fd, true);
    } else {
      FileFields.none(fields, process, "f", path, single(raw));
    }
    fields.number("fd", fd >= 0 ? file.shown() : Errors.name(fd), fd);
  }

  /// Without double slashes.
  private static String single(String path) {
    String single = path;
    while (single.contains("//")) {
      single = single.replace("//", "/");
    }
    return single;
  }
}
