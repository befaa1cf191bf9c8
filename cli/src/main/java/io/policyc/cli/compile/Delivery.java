package io.policyc.cli.compile;

import io.policyc.cli.Io;
import io.policyc.cli.Progress;
import io.policyc.cli.Reasons;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.Folder;
import io.policyc.cli.output.FolderWriter;
import io.policyc.cli.output.Outcome;
import io.policyc.cli.output.Plan;
import io.policyc.cli.output.SideFile;
import io.policyc.cli.output.SingleFile;
import io.policyc.cli.output.UnifiedDiff;
import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.render.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings documents to where they go, and says what was done.
final class Delivery {
  /// What to say when all is as it was.
  static final String NOTHING = "nothing written";

  private final CompileOptions options;
  private final Io io;
  private final Disk disk;
  private boolean differs;

  Delivery(CompileOptions options, Io io, Disk disk) {
    this.options = options;
    this.io = io;
    this.disk = disk;
  }

  /// Whether a folder that was checked is not what would be written.
  boolean differs() {
    return differs;
  }

  /// Delivers; what was done is told in words, also after an error.
  Checked<String> deliver(Destination destination, List<Document> documents, Progress progress) {
    progress.at("writing " + count(documents.size(), "object"));
    if (destination instanceof Destination.Stdout || options.check()) {
      progress.end();
    }
    return switch (destination) {
      case Destination.Stdout _ -> print(documents);
      case Destination.Into into when options.check() -> check(into, documents);
      case Destination.Into into -> write(into, documents);
    };
  }

  private Optional<SideFile> sourceMap(List<Document> documents) {
    return options
        .sourceMap()
        .map(
            name ->
                new SideFile(
                    io.cwd().resolve(name).toAbsolutePath(), name, SourceMap.of(documents)));
  }

  // The map is tried first: what was printed cannot be taken back.
  private Checked<String> print(List<Document> documents) {
    Optional<SingleFile> map = sourceMap(documents).map(file -> new SingleFile(disk, file));
    Optional<Finding> refused = map.flatMap(SingleFile::prepare);
    if (refused.isPresent()) {
      return new Checked<>(NOTHING, List.of(refused.get()));
    }
    io.out().print(documents.stream().map(Document::text).collect(Collectors.joining("---\n")));
    Optional<String> failure = io.out().tellFailure();
    if (failure.isPresent()) {
      map.ifPresent(SingleFile::drop);
      return new Checked<>("not everything printed", List.of(unprinted(failure.get())));
    }
    String printed = count(documents.size(), "object");
    return map.flatMap(SingleFile::put)
        .map(finding -> new Checked<>(printed + " printed", List.of(finding)))
        .orElseGet(() -> Checked.clean(printed));
  }

  private static Finding unprinted(String reason) {
    return Code.PC0823
        .of("standard output cannot be written: " + reason)
        .withHelp("run again when it can: what was printed is not whole");
  }

  private Checked<String> write(Destination.Into into, List<Document> documents) {
    Folder folder = new Folder(into.folder(), into.shown(), disk);
    Checked<Outcome> written =
        new FolderWriter(folder, sourceMap(documents)).write(documents, options.force());
    Plan plan = written.value().plan();
    String said =
        written.hasErrors()
            ? partly(written.value(), into.shown())
            : summary(plan, documents.size(), into.shown());
    return new Checked<>(said, written.findings());
  }

  private static String partly(Outcome outcome, String folder) {
    int all = outcome.plan().write().size() + outcome.plan().remove().size();
    int done = outcome.done().size();
    return done == 0 ? NOTHING : done + " of " + count(all, "file") + " in " + folder + " changed";
  }

  private static String summary(Plan plan, int documents, String folder) {
    List<String> parts = new ArrayList<>();
    add(parts, plan.write().size(), "written");
    add(parts, plan.same(), "unchanged");
    add(parts, plan.remove().size(), "removed");
    String details = parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    return count(documents, "object") + " in " + folder + details;
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private Checked<String> check(Destination.Into into, List<Document> documents) {
    Folder folder = new Folder(into.folder(), into.shown(), disk);
    // What was changed by hand is a difference like any other.
    return new FolderWriter(folder).plan(documents, true).then(plan -> differences(folder, plan));
  }

  private Checked<String> differences(Folder folder, Plan plan) {
    int changes = plan.write().size() + plan.remove().size();
    differs = !plan.isNothing();
    StringBuilder diff = new StringBuilder();
    try {
      for (String path : plan.write().keySet()) {
        byte[] content = plan.write().getOrDefault(path, new byte[0]);
        diff.append(difference(folder, path, new String(content, StandardCharsets.UTF_8)));
      }
      for (String path : plan.remove()) {
        diff.append(difference(folder, path, ""));
      }
    } catch (IOException e) {
      return unreadable(folder.shown(), e);
    }
    io.out().print(diff.toString());
    return Checked.clean(
        changes > 0
            ? count(changes, "file") + " of " + folder.shown() + " would change"
            : differs
                ? "the list of files in " + folder.shown() + " would change"
                : folder.shown() + " is up to date");
  }

  private static String difference(Folder folder, String path, String after) throws IOException {
    return folder.isHuge(path)
        ? Visible.text(folder.shown(path)) + " differs: it is far larger than a policy\n"
        : UnifiedDiff.of(folder.shown(path), folder.text(path), after);
  }

  private static Checked<String> unreadable(String name, IOException e) {
    return new Checked<>(
        NOTHING, List.of(Code.PC0823.of("`" + name + "` cannot be read: " + Reasons.of(e))));
  }
}
