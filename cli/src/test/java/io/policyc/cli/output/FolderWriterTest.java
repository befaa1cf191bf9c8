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
import java.util.SortedMap;
import java.util.TreeMap;
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
    Checked<Plan> again = writer(Disk.REAL).write(documents(OLD), false);
    assertTrue(again.value().isNothing());
    assertEquals(3, again.value().same());
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
    List<String> found = write(NEW);
    assertEquals(1, found.size());
    assertTrue(found.getFirst().startsWith("PC0823 `out` cannot be written: "), found::toString);
    assertEquals(Map.of("cilium/x", "x\n"), held());
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws IOException {
    Files.writeString(out, "a file\n");
    List<String> found = write(NEW);
    assertEquals(1, found.size());
    assertTrue(found.getFirst().startsWith("PC0823 `out` cannot be written: "), found::toString);
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

  /// A disk without room for a document leaves the folder as it was; renaming and removing need no
  /// room, and where they fail the next run completes them.
  @Test
  void aFullDiskLeavesNothingHalfWritten() {
    int changes = changes();
    int unchanged = 0;
    for (int at = 1; at < changes; at++) {
      clear();
      write(OLD);
      FailingDisk disk = FailingDisk.fullAfter(at);
      Checked<Plan> result = writer(disk).write(documents(NEW), false);
      assertEquals(1, result.findings().size(), "at " + at);
      assertEquals("PC0823", result.findings().getFirst().rule());
      if (disk.failed().endsWith(".yaml.policyc-new") && disk.failed().startsWith("write")) {
        assertEquals(new TreeMap<>(OLD), held(), disk.failed());
        assertEquals(List.of(), leftovers(), disk.failed());
        unchanged++;
      }
      assertWhole("full at " + at);
      assertEquals(List.of(), write(NEW), "after a full disk at " + at);
      assertEquals(new TreeMap<>(NEW), held());
    }
    assertEquals(2, unchanged);
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

  private static List<String> shown(Checked<Plan> plan) {
    return plan.findings().stream().map(FolderWriterTest::shown).toList();
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
        if (!name.startsWith(".policyc-") && !name.endsWith(".policyc-new")) {
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
      return files.map(Path::toString).filter(name -> name.endsWith(".policyc-new")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void clear() {
    if (Files.notExists(out)) {
      return;
    }
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
