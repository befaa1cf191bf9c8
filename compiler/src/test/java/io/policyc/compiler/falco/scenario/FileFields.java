package io.policyc.compiler.falco.scenario;

import java.util.List;

/// The fields of the file that an event is about.
final class FileFields {
  private FileFields() {}

  /// The fields of an open file.
  ///
  /// @param changed whether the event gave it its name
  static void put(Fields fields, Task process, long fd, boolean changed) {
    OpenFile file = process.files.getOrDefault(fd, OpenFile.other("", ""));
    fields
        .put("fd.num", fd)
        .put("fd.type", file.type())
        .put("fd.typechar", file.letter())
        .put("fd.name", file.name())
        .put("fd.nameraw", file.rawName())
        .put("fd.name_changed", changed)
        .put("fd.l4proto", file.protocol().orElse("<NA>"))
        .put("fd.connected", connected(file))
        .put("fd.is_server", file.client().isEmpty() && file.server().isPresent());
    types(fields, process);
    if (file.type().equals("file") || file.type().equals("directory")) {
      path(fields, file);
    }
    if (file.socket()) {
      fields.put("fd.sockfamily", file.type().equals("unix") ? "unix" : "ip");
      ends(fields, file);
    }
    if (file.type().equals("unix") && connected(file)) {
      fields.put("fd.cproto", "");
    }
  }

  private static boolean connected(OpenFile file) {
    return file.client().isPresent() || (file.type().equals("unix") && !file.name().isEmpty());
  }

  /// The fields where there is no file.
  ///
  /// @param letter what kind of file it would have been
  static void none(Fields fields, Task process, String letter, String name, String rawName) {
    int slash = name.lastIndexOf('/');
    fields
        .put("fd.num", -1)
        .put("fd.typechar", letter)
        .put("fd.name", name)
        .put("fd.nameraw", rawName)
        .put("fd.directory", slash <= 0 ? "/" : name.substring(0, slash));
    types(fields, process);
  }

  /// Falco doesn't fix the order of the types.
  private static void types(Fields fields, Task process) {
    List<String> types =
        process.files.values().stream().map(OpenFile::type).distinct().sorted().toList();
    fields.put("fd.types", types);
  }

  private static void path(Fields fields, OpenFile file) {
    int slash = file.name().lastIndexOf('/');
    if (file.type().equals("directory")) {
      fields.put("fd.directory", file.name());
    } else {
      fields.put("fd.directory", slash == 0 ? "/" : file.name().substring(0, slash));
      String last = file.name().substring(slash + 1);
      fields.put("fd.filename", last.isEmpty() ? "/" : last);
    }
  }

  /// Falco that doesn't know the machine's addresses takes the server's end for the local one.
  private static void ends(Fields fields, OpenFile file) {
    file.server().ifPresent(end -> end(fields, end, "s", file.client().isPresent() ? "l" : ""));
    file.client().ifPresent(end -> end(fields, end, "c", "r"));
    if (file.client().isEmpty() && file.server().isPresent()) {
      fields.put("fd.cproto", "").put("fd.sproto", "");
    }
  }

  private static void end(Fields fields, OpenFile.Endpoint end, String side, String place) {
    for (String prefix : place.isEmpty() ? List.of(side) : List.of(side, place)) {
      fields
          .put("fd." + prefix + "ip", end.address())
          .put("fd." + prefix + "port", end.port())
          .put("fd." + prefix + "proto", Integer.toString(end.port()));
    }
  }
}
