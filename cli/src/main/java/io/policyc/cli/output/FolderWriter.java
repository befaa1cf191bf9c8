package io.policyc.cli.output;

import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes a folder hold the documents of a compile.
///
/// First the list learns what will be written, then every new content is put beside its target,
/// then each is renamed, then what is no longer made is removed, and the list forgets the old.
/// Whenever a run ends too early, all that is there is known to the list, and the next run does
/// what is missing.
public final class FolderWriter {
  private static final String NEW = ".policyc-new";
  private static final Plan NOTHING =
      new Plan(new TreeMap<>(), List.of(), 0, FileList.empty(), FileList.empty());

  private final Folder folder;

  /// @param folder the folder to write
  public FolderWriter(Folder folder) {
    this.folder = folder;
  }

  /// What a run would do; nothing is written.
  public Checked<Plan> plan(List<Document> documents, boolean force) {
    return guarded(() -> Planner.plan(folder, documents, force));
  }

  /// Writes.
  ///
  /// @param force whether what was changed by hand is replaced
  /// @return what was done; with an error among the findings the folder is as it was
  public Checked<Plan> write(List<Document> documents, boolean force) {
    return guarded(() -> locked(documents, force));
  }

  private interface Work {
    Checked<Plan> run() throws IOException;
  }

  private Checked<Plan> guarded(Work work) {
    try {
      return work.run();
    } catch (IOException e) {
      return new Checked<>(NOTHING, List.of(unwritable(e)));
    }
  }

  private Finding unwritable(IOException e) {
    return Code.PC0823
        .of("`" + folder.shown() + "` cannot be written: " + reason(e))
        .withHelp("mend it and run again: what is there already is known and will be completed");
  }

  private Checked<Plan> locked(List<Document> documents, boolean force) throws IOException {
    folder.disk().createFolders(folder.root());
    Optional<FolderLock> lock = FolderLock.take(folder.root());
    if (lock.isEmpty()) {
      return new Checked<>(
          NOTHING,
          List.of(
              Code.PC0824
                  .of("another run is writing `" + folder.shown() + "`")
                  .withHelp("run again when it has ended")));
    }
    try (FolderLock _ = lock.get()) {
      Checked<Plan> plan = Planner.plan(folder, documents, force);
      if (!plan.hasErrors() && !plan.value().isNothing()) {
        apply(plan.value());
      }
      return plan;
    }
  }

  private void apply(Plan plan) throws IOException {
    list(plan.before().and(plan.after()));
    SortedMap<Path, Path> renames = new TreeMap<>();
    try {
      for (String path : plan.write().keySet()) {
        Path target = folder.path(path);
        Path beside = beside(target);
        folder.disk().createFolders(parent(target));
        renames.put(beside, target);
        folder.disk().write(beside, plan.write().getOrDefault(path, new byte[0]));
      }
    } catch (IOException e) {
      undo(plan, renames);
      throw e;
    }
    for (var rename : renames.entrySet()) {
      folder.disk().rename(rename.getKey(), rename.getValue());
    }
    remove(plan);
    list(plan.after());
  }

  private void remove(Plan plan) throws IOException {
    for (String path : plan.remove()) {
      folder.disk().delete(folder.path(path));
    }
    for (String path : plan.before().paths()) {
      // What an interrupted run left beside a target.
      folder.disk().delete(beside(folder.path(path)));
    }
    for (String path : plan.remove()) {
      removeEmptied(parent(folder.path(path)));
    }
  }

  private void removeEmptied(Path emptied) throws IOException {
    Path at = emptied;
    while (!at.equals(folder.root()) && folder.disk().kind(at) == Disk.Kind.FOLDER) {
      folder.disk().deleteIfEmpty(at);
      at = parent(at);
    }
  }

  // Nothing was renamed yet: without what lies beside the targets the folder is as it was.
  private void undo(Plan plan, SortedMap<Path, Path> renames) {
    List<IOException> ignored = new ArrayList<>();
    for (Path beside : renames.keySet()) {
      quietly(() -> folder.disk().delete(beside), ignored);
    }
    for (Path target : renames.values()) {
      quietly(() -> removeEmptied(parent(target)), ignored);
    }
    quietly(() -> list(plan.before()), ignored);
  }

  private interface Step {
    void run() throws IOException;
  }

  // The first failure is the one to tell; the list knows what could not be undone.
  private static void quietly(Step step, List<IOException> ignored) {
    try {
      step.run();
    } catch (IOException e) {
      ignored.add(e);
    }
  }

  private void list(FileList list) throws IOException {
    Path target = folder.path(FileList.NAME);
    if (list.hashes().isEmpty()) {
      folder.disk().delete(target);
      return;
    }
    Path beside = beside(target);
    folder.disk().write(beside, list.text().getBytes(StandardCharsets.UTF_8));
    folder.disk().rename(beside, target);
  }

  private static Path beside(Path target) {
    return target.resolveSibling("." + target.getFileName() + NEW);
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /// Why the disk refused, without the path that the message names already.
  public static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException f -> "`" + f.getFile() + "` is not a folder";
      case NotDirectoryException f -> "`" + f.getFile() + "` is not a folder";
      case FileSystemException f when f.getReason() != null ->
          f.getReason().toLowerCase(Locale.ROOT);
      default -> String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    };
  }
}
