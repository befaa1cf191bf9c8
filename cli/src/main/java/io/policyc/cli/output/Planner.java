package io.policyc.cli.output;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Compares a folder with what it should hold.
final class Planner {
  private final Folder folder;
  private final FileList before;
  private final boolean force;
  private final List<Finding> findings = new ArrayList<>();
  private final SortedMap<String, byte[]> write = new TreeMap<>();
  private final SortedMap<String, Hash> contents = new TreeMap<>();
  private final List<String> remove = new ArrayList<>();
  private int same;

  private Planner(Folder folder, FileList before, boolean force) {
    this.folder = folder;
    this.before = before;
    this.force = force;
  }

  /// What to do so that a folder holds the documents.
  ///
  /// @param force whether what was changed by hand is replaced
  static Checked<Plan> plan(Folder folder, List<Document> documents, boolean force)
      throws IOException {
    Optional<FileList> before = folder.list();
    Planner planner = new Planner(folder, before.orElseGet(FileList::empty), force);
    if (before.isEmpty()) {
      planner.add(
          Code.PC0825,
          "`" + folder.shown(FileList.NAME) + "` is no list of written files",
          "restore it, or remove it with the files that policyc wrote");
    } else {
      planner.compare(documents);
    }
    return planner.result();
  }

  private void compare(List<Document> documents) throws IOException {
    for (Document document : documents) {
      if (!FileList.isInside(document.path()) || contents.containsKey(document.path())) {
        throw new IllegalStateException("a document's path: " + document.path());
      }
      wanted(document.path(), document.text().getBytes(StandardCharsets.UTF_8));
    }
    for (String path : before.paths()) {
      if (!contents.containsKey(path)) {
        unwanted(path);
      }
    }
  }

  private Checked<Plan> result() {
    FileList after = FileList.of(contents);
    return new Checked<>(new Plan(write, remove, same, before, after), findings);
  }

  private void wanted(String path, byte[] content) throws IOException {
    contents.put(path, Hash.of(content));
    if (isLinked(path)) {
      return;
    }
    switch (folder.disk().kind(folder.path(path))) {
      case NONE -> write.put(path, content);
      case FILE -> existing(path, content);
      case FOLDER, LINK, OTHER -> inTheWay(path, "something that is no file stands at ");
    }
  }

  private void existing(String path, byte[] content) throws IOException {
    Path file = folder.path(path);
    boolean readable = !folder.isHuge(path) || folder.disk().size(file) == content.length;
    if (!readable) {
      changed(path, content);
      return;
    }
    byte[] there = folder.disk().read(file);
    if (Arrays.equals(there, content)) {
      same++;
    } else if (before.knows(path, Hash.of(there))) {
      write.put(path, content);
    } else {
      changed(path, content);
    }
  }

  private void changed(String path, byte[] content) {
    if (!before.hashes().containsKey(path)) {
      inTheWay(path, "policyc did not write ");
    } else if (mayReplace(path)) {
      write.put(path, content);
    }
  }

  private void unwanted(String path) throws IOException {
    if (isLinked(path)) {
      return;
    }
    switch (folder.disk().kind(folder.path(path))) {
      case FILE -> {
        if (isOurs(path) || mayReplace(path)) {
          remove.add(path);
        }
      }
      // Somebody removed it already, or put something of their own there.
      case NONE, FOLDER, LINK, OTHER -> {}
    }
  }

  private boolean isOurs(String path) throws IOException {
    return !folder.isHuge(path)
        && before.knows(path, Hash.of(folder.disk().read(folder.path(path))));
  }

  private boolean isLinked(String path) {
    Optional<String> link = folder.link(path);
    link.ifPresent(
        part ->
            add(
                Code.PC0822,
                "`" + folder.shown(part) + "` is a symbolic link",
                "replace it by a folder or file of its own: policyc writes through no link"));
    return link.isPresent();
  }

  private boolean mayReplace(String path) {
    if (!force) {
      add(
          Code.PC0820,
          "`" + folder.shown(path) + "` was changed by hand",
          "undo the change, or run again with `--force` to lose it");
    }
    return force;
  }

  private void inTheWay(String path, String what) {
    add(
        Code.PC0821,
        what + "`" + folder.shown(path) + "`, where a policy belongs",
        "move it away, or name another folder with `--into`");
  }

  private void add(Code code, String message, String help) {
    Finding finding = code.of(message).withHelp(help);
    if (!findings.contains(finding)) {
      findings.add(finding);
    }
  }
}
