package io.policyc.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderWriterTest {
  private static final Map<String, String> OLD =
      Map.of(
          "cilium/shop/a.yaml", "a1\n", "cilium/shop/b.yaml", "b1\n", "cilium/data/c.yaml", "c1\n");
  private static final Map<String, String> NEW =
      Map.of("cilium/shop/a.yaml", "a2\n", "cilium/shop/b.yaml", "b1\n", "cilium/x/d.yaml", "d1\n");

  @TempDir Path temp = Path.of("unset");
  private Path out = Path.of("unset");

  @BeforeEach
  void folder() {
    out = temp.resolve("out");
  }

  @Test
  void writesReplacesAndRemoves() {
    assertEquals(List.of(), write(OLD));
    assertEquals(new TreeMap<>(OLD), held());
    assertEquals(List.of(), write(NEW));
    assertEquals(new TreeMap<>(NEW), held());
    assertTrue(Files.notExists(out.resolve("cilium/data")), "an emptied folder stays");
    assertEquals(List.of(), write(Map.of()));
    assertEquals(Map.of(), held());
    assertTrue(Files.notExists(out.resolve(".policyc-files")));
  }

  @Test
  void listsWhatItWroteAsSha256sumDoes() throws IOException {
    write(Map.of("cilium/shop/a.yaml", "a1\n"));
    assertEquals(
        """
        # Written by policyc. It replaces and removes only what is listed here.
        9eba5a2a4ef5e22a9ea65bbbd6f71ed6a1bee0a9bd9d6bd2be4ef8c1ac6eb4d4  cilium/shop/a.yaml
        """
            .replaceAll("[0-9a-f]{64}", Hash.of("a1\n".getBytes(StandardCharsets.UTF_8)).hex()),
        Files.readString(out.resolve(".policyc-files")));
    assertEquals(
        "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7",
        Hash.of("a\n".getBytes(StandardCharsets.UTF_8)).hex());
  }

  @Test
  void aSecondRunChangesNothing() {
    write(OLD);
    Checked<Outcome> again = writer(Disk.REAL).write(documents(OLD), false);
    assertTrue(again.value().plan().isNothing());
    assertEquals(3, again.value().plan().same());
  }

  @Test
  void leavesForeignFilesAlone() throws IOException {
    write(OLD);
    put("cilium/shop/mine.yaml", "mine\n");
    put("README", "mine\n");
    assertEquals(List.of(), write(Map.of()));
    assertEquals(
        new TreeMap<>(Map.of("cilium/shop/mine.yaml", "mine\n", "README", "mine\n")), held());
  }

  @Test
  void refusesWhatWasChangedByHand() throws IOException {
    write(OLD);
    put("cilium/shop/a.yaml", "by hand\n");
    put("cilium/data/c.yaml", "by hand\n");
    SortedMap<String, String> before = held();
    assertEquals(
        List.of(
            "PC0820 `out/cilium/shop/a.yaml` was changed by hand",
            "PC0820 `out/cilium/data/c.yaml` was changed by hand"),
        write(NEW));
    assertEquals(before, held());
    assertEquals(List.of(), shown(writer(Disk.REAL).write(documents(NEW), true)));
    assertEquals(new TreeMap<>(NEW), held());
  }

  @Test
  void takesOverAHandMadeFileThatIsJustThat() throws IOException {
    put("cilium/shop/a.yaml", "a2\n");
    assertEquals(List.of(), write(NEW));
  }

  @Test
  void refusesAFileInTheWayEvenByForce() throws IOException {
    put("cilium/shop/a.yaml", "somebody else's\n");
    String finding =
        "PC0821 policyc did not write `out/cilium/shop/a.yaml`, where a policy belongs";
    assertEquals(List.of(finding), write(NEW));
    assertEquals(List.of(finding), shown(writer(Disk.REAL).write(documents(NEW), true)));
    assertEquals(Map.of("cilium/shop/a.yaml", "somebody else's\n"), held());
  }

  @Test
  void refusesAFolderInTheWayOfAFile() throws IOException {
    put("cilium/shop/a.yaml/x", "x\n");
    assertEquals(
        List.of(
            "PC0821 something that is no file stands at `out/cilium/shop/a.yaml`, where a policy"
                + " belongs"),
        write(NEW));
  }

  @Test
  void refusesAFileInTheWayOfAFolder() throws IOException {
    put("cilium/x", "x\n");
    String finding = "PC0823 `out/cilium/x/d.yaml` cannot be written: a part of its name is a file";
    assertEquals(List.of(finding), write(NEW));
    assertEquals(Map.of("cilium/x", "x\n"), held());
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws IOException {
    Files.writeString(out, "a file\n");
    assertEquals(List.of("PC0823 `out` cannot be written: it is no folder"), write(NEW));
    assertEquals("a file\n", Files.readString(out));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cilium", "cilium/shop", "cilium/shop/a.yaml", ".policyc-files"})
  void writesThroughNoLink(String name) throws IOException {
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.createDirectories(out.resolve(name).getParent());
    Files.createSymbolicLink(out.resolve(name), outside);
    List<String> found = write(NEW);
    String code = name.startsWith(".") ? "PC0825" : "PC0822";
    assertEquals(List.of(code), found.stream().map(f -> f.substring(0, 6)).distinct().toList());
    try (Stream<Path> files = Files.list(outside)) {
      assertEquals(List.of(), files.toList());
    }
  }

  @Test
  void removesThroughNoLink() throws IOException {
    write(OLD);
    Path outside = temp.resolve("outside");
    Files.move(out.resolve("cilium/data"), outside);
    Files.createSymbolicLink(out.resolve("cilium/data"), outside);
    assertEquals(List.of("PC0822 `out/cilium/data` is a symbolic link"), write(NEW));
    assertEquals("c1\n", Files.readString(outside.resolve("c.yaml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not a list\n",
        "HASH  ../outside\n",
        "HASH  /etc/passwd\n",
        "HASH  a//b\n",
        "HASH  a/./b\n",
        "HASH  .policyc-files\n",
        "HASH  a\\b\n",
        "HASH a\n",
        "HAS  a\n"
      })
  void refusesAListThatIsNone(String list) throws IOException {
    put(".policyc-files", list.replace("HASH", "0".repeat(64)).replace("HAS", "0".repeat(63)));
    assertEquals(List.of("PC0825 `out/.policyc-files` is no list of written files"), write(NEW));
    assertTrue(Files.notExists(out.resolve("cilium")));
  }

  /// Whatever the disk refuses, once: all is as it was, or all is done.
  @Test
  void aRefusalLeavesNothingHalfDone() {
    int changes = changes();
    int undone = 0;
    for (int at = 0; at < changes; at++) {
      clear();
      write(OLD);
      FailingDisk disk = FailingDisk.fullAfter(at);
      Checked<Outcome> result = writer(disk).write(documents(NEW), false);
      if (result.hasErrors() && result.value().done().isEmpty()) {
        assertEquals(List.of("PC0823"), result.findings().stream().map(Finding::rule).toList());
        assertEquals(new TreeMap<>(OLD), held(), disk.failed());
        assertEquals(List.of(), leftovers(), disk.failed());
        assertTrue(Files.notExists(out.resolve("cilium/x")), disk.failed());
        undone++;
      } else {
        assertEquals(new TreeMap<>(NEW), held(), disk.failed());
      }
      assertEquals(List.of(), write(NEW), "after " + disk.failed());
      assertEquals(new TreeMap<>(NEW), held());
    }
    assertTrue(undone > 12, "undone: " + undone);
  }

  /// Of the last step only the list knows: everything else is done, and is said to be.
  @Test
  void aListThatCannotForgetTheOldIsCompletedByTheNextRun() {
    FailingDisk last = FailingDisk.fullAfter(changes() - 1);
    clear();
    write(OLD);
    Checked<Outcome> result = writer(last).write(documents(NEW), false);
    assertEquals("rename .policyc-files", last.failed());
    assertEquals(
        List.of("PC0823 `out/.policyc-files` cannot be written: the disk is full"), shown(result));
    List<String> done = List.of("cilium/shop/a.yaml", "cilium/x/d.yaml", "cilium/data/c.yaml");
    assertEquals(done, result.value().done());
    assertEquals(new TreeMap<>(NEW), held());
    assertEquals(List.of(), write(NEW));
    assertEquals(List.of(), write(OLD));
  }

  /// A disk that breaks for good cannot go back either: what was done is named, and is whole.
  @Test
  void whatCannotBeUndoneIsNamed() {
    int changes = changes();
    int stuck = 0;
    for (int at = 0; at < changes; at++) {
      clear();
      write(OLD);
      FailingDisk disk = FailingDisk.brokenAfter(at);
      Checked<Outcome> result = writer(disk).write(documents(NEW), false);
      assertWhole("broken at " + at);
      if (result.hasErrors()) {
        List<String> done = result.value().done();
        assertEquals(changedFrom(OLD), new TreeSet<>(done), disk.failed());
        String help = result.findings().getFirst().help().orElse("");
        assertEquals(done.isEmpty(), !help.contains("changed already"), help);
        stuck += done.isEmpty() ? 0 : 1;
      }
      assertEquals(List.of(), write(NEW), "after " + disk.failed());
      assertEquals(new TreeMap<>(NEW), held());
    }
    assertTrue(stuck > 3, "stuck: " + stuck);
  }

  private SortedSet<String> changedFrom(Map<String, String> before) {
    SortedMap<String, String> held = held();
    SortedSet<String> paths = new TreeSet<>(held.keySet());
    paths.addAll(before.keySet());
    paths.removeIf(path -> Objects.equals(held.get(path), before.get(path)));
    return paths;
  }

  /// A source map belongs to its documents: either both are new or none is.
  @Test
  void aSideFileChangesWithTheDocuments() throws IOException {
    Path map = temp.resolve("map.json");
    SideFile side = new SideFile(map, "map.json", "new");
    int changes = changes() + 4;
    for (int at = 0; at < changes; at++) {
      clear();
      write(OLD);
      Files.writeString(map, "old");
      FailingDisk disk = FailingDisk.fullAfter(at);
      FolderWriter writer = new FolderWriter(new Folder(out, "out", disk), Optional.of(side));
      Checked<Outcome> result = writer.write(documents(NEW), false);
      boolean changed = !result.hasErrors() || !result.value().done().isEmpty();
      assertEquals(changed ? "new" : "old", Files.readString(map), disk.failed());
      assertEquals(new TreeMap<>(changed ? NEW : OLD), held(), disk.failed());
      assertTrue(changed || Files.notExists(temp.resolve(".map.json.policyc-new")));
    }
  }

  @Test
  void aSideFileThatCannotBeWrittenKeepsTheFolderAsItWas() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("map.json"));
    SideFile side = new SideFile(folder, "map.json", "new");
    FolderWriter writer = new FolderWriter(new Folder(out, "out", Disk.REAL), Optional.of(side));
    Checked<Outcome> result = writer.write(documents(NEW), false);
    assertEquals(List.of("PC0823 `map.json` cannot be written: it is a folder"), shown(result));
    assertTrue(Files.notExists(out), "the folder stays");
    assertEquals(List.of(), result.value().done());
  }

  @Test
  void foldersThatWereMadeForNothingGoAgain() throws IOException {
    Path made = temp.resolve("made");
    int changes = 0;
    for (int at = 0; at <= changes; at++) {
      FailingDisk disk = at == 0 ? FailingDisk.fullAfter(-1) : FailingDisk.fullAfter(at - 1);
      Folder deep = new Folder(made.resolve("a/b"), "a/b", disk);
      Checked<Outcome> result = new FolderWriter(deep).write(documents(NEW), false);
      if (result.hasErrors() && result.value().done().isEmpty()) {
        assertTrue(Files.notExists(made), disk.failed());
      } else {
        changes = Math.max(changes, disk.changes() - 1);
        delete(made);
      }
    }
    assertTrue(changes > 10, "changes: " + changes);
  }

  @Test
  void aFolderThatWouldStayEmptyIsNotMade() {
    assertEquals(List.of(), write(Map.of()));
    assertTrue(Files.notExists(out));
  }

  /// What a run that was killed left beside a file goes with the next one.
  @Test
  void theNextRunTidiesUp() {
    int changes = changes();
    for (int at = 0; at < changes; at++) {
      clear();
      write(OLD);
      FailingDisk disk = FailingDisk.killedAfter(at);
      assertThrows(FailingDisk.Killed.class, () -> writer(disk).write(documents(NEW), false));
      assertEquals(List.of(), write(NEW));
      assertEquals(List.of(), leftovers(), "after " + at + ", " + disk.failed());
    }
  }

  @Test
  void theNextRunFinishesAnInterruptedOne() {
    int changes = changes();
    for (int at = 1; at < changes; at++) {
      for (Map<String, String> next : List.of(NEW, OLD, Map.<String, String>of())) {
        clear();
        write(OLD);
        FailingDisk disk = FailingDisk.killedAfter(at);
        assertThrows(FailingDisk.Killed.class, () -> writer(disk).write(documents(NEW), false));
        assertWhole("killed at " + at);
        assertEquals(List.of(), write(next), "after " + at);
        assertEquals(new TreeMap<>(next), held(), "after " + at);
      }
    }
  }

  @Test
  void onlyOneRunWritesAtATime() throws IOException {
    Files.createDirectories(out);
    try (FolderLock _ = FolderLock.take(out).orElseThrow()) {
      assertEquals(List.of("PC0824 another run is writing `out`"), write(NEW));
      assertTrue(FolderLock.take(out).isEmpty());
    }
    assertEquals(List.of(), write(NEW));
    assertTrue(Files.notExists(out.resolve(FolderLock.NAME)));
  }

  @Test
  void anOldLockFileKeepsNobodyOut() throws IOException {
    put(FolderLock.NAME, "a run that was killed");
    assertEquals(List.of(), write(NEW));
    assertEquals(new TreeMap<>(NEW), held());
  }

  @Test
  void twoDocumentsForOneFileAreOurOwnFault() {
    List<Document> twice = new ArrayList<>(documents(NEW));
    twice.addAll(documents(NEW));
    assertThrows(IllegalStateException.class, () -> writer(Disk.REAL).write(twice, false));
  }

  private int changes() {
    clear();
    write(OLD);
    FailingDisk counting = FailingDisk.fullAfter(-1);
    assertEquals(List.of(), shown(writer(counting).write(documents(NEW), false)));
    assertTrue(counting.changes() > 10, "steps: " + counting.changes());
    return counting.changes();
  }

  // Every file under a name of its own is one of the two versions: never half of one.
  private void assertWhole(String when) {
    held()
        .forEach(
            (name, text) ->
                assertTrue(
                    text.equals(OLD.get(name)) || text.equals(NEW.get(name)),
                    () -> when + ": " + name + " holds " + text));
  }

  private List<String> write(Map<String, String> files) {
    return shown(writer(Disk.REAL).write(documents(files), false));
  }

  private FolderWriter writer(Disk disk) {
    return new FolderWriter(new Folder(out, "out", disk));
  }

  private static List<Document> documents(Map<String, String> files) {
    // Backwards: the order of documents must not matter.
    return new TreeMap<>(files)
        .descendingMap().entrySet().stream()
            .map(file -> new Document(file.getKey(), file.getValue(), List.of()))
            .toList();
  }

  private static List<String> shown(Checked<?> result) {
    return result.findings().stream().map(FolderWriterTest::shown).toList();
  }

  private static String shown(Finding finding) {
    return finding.rule() + " " + finding.message();
  }

  private void put(String name, String text) throws IOException {
    Files.createDirectories(out.resolve(name).getParent());
    Files.writeString(out.resolve(name), text);
  }

  /// What the folder holds but for our own book-keeping, by name.
  private SortedMap<String, String> held() {
    SortedMap<String, String> held = new TreeMap<>();
    if (Files.notExists(out)) {
      return held;
    }
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = out.relativize(file).toString();
        if (!name.startsWith(".policyc-") && !name.contains(".policyc-")) {
          held.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return held;
  }

  private List<String> leftovers() {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(".policyc-new") || name.endsWith(".policyc-old"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() {
    delete(out);
  }

  private static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
