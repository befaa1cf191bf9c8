package io.policyc.cli.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.project.SourceReader.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskReaderTest {
  @TempDir Path temp = Path.of("unset");

  @Test
  void tellsWhatThereIs() throws IOException {
    Files.writeString(temp.resolve("a"), "text");
    Files.createDirectory(temp.resolve("d"));
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("a"));
    Files.createSymbolicLink(temp.resolve("round"), temp.resolve("round"));
    Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("nothere"));
    Found.Bytes a = assertInstanceOf(Found.Bytes.class, look("a"));
    assertEquals(a.id(), assertInstanceOf(Found.Bytes.class, look("link")).id());
    assertEquals(a.id(), assertInstanceOf(Found.Bytes.class, look("d/../a")).id());
    assertInstanceOf(Found.Folder.class, look("d"));
    assertInstanceOf(Found.Missing.class, look("nothere"));
    assertInstanceOf(Found.Missing.class, look("dangling"));
    assertInstanceOf(Found.Missing.class, look("a\0b"));
    assertInstanceOf(Found.Special.class, look("/dev/zero"));
    assertEquals(new Found.Unreadable("its symbolic links lead in a circle"), look("round"));
  }

  @ParameterizedTest
  @CsvSource({
    "shop.policy,  a.policy,          true",
    "shop.policy,  notes.txt,         false",
    "shop.policy,  passwd,            false",
    "shop,         notes.txt,         true",
    "policyc.toml, policyc-prod.toml, true",
    "policyc.toml, credentials.toml,  false",
    "policyc.toml, policyc.txt,       false",
  })
  void aLinkLeadsToAFileOfItsKind(String link, String target, boolean read) throws IOException {
    Path elsewhere = Files.createDirectory(temp.resolve("elsewhere")).resolve(target);
    Files.writeString(elsewhere, "secret");
    Files.createSymbolicLink(temp.resolve(link), elsewhere);
    Files.createSymbolicLink(temp.resolve("d"), temp.resolve("elsewhere"));
    Found found = look(link);
    assertEquals(read, found instanceof Found.Bytes, found.toString());
    if (!read) {
      assertEquals(new Found.Unreadable("it is a link to a file of another kind"), found);
    }
    assertInstanceOf(Found.Bytes.class, look("d/" + target));
  }

  @Test
  void saysWhyANameCannotBeRead() throws IOException {
    Files.writeString(temp.resolve("a.policy"), "");
    assertInstanceOf(Found.Missing.class, look("a.policy/x"));
    assertEquals(new Found.Unreadable("its name is too long"), look("x".repeat(300)));
    assertEquals(new Found.Unreadable("its name is not UTF-8"), look("b\uFFFD.policy"));
  }

  @Test
  void readsNoMoreThanItMay() throws IOException {
    Files.write(temp.resolve("a"), new byte[11]);
    Files.createDirectory(temp.resolve("d"));
    Files.createFile(temp.resolve("d/1"));
    Files.createFile(temp.resolve("d/2"));
    DiskReader reader = new DiskReader(temp, InputStream.nullInputStream());
    assertInstanceOf(Found.TooLarge.class, reader.look("a", 10, 10));
    assertInstanceOf(Found.Bytes.class, reader.look("a", 11, 10));
    assertInstanceOf(Found.Crowded.class, reader.look("d", 10, 1));
    assertInstanceOf(Found.Folder.class, reader.look("d", 10, 2));
  }

  @Test
  void doesNotReadAnEndlessStandardInputToItsEnd() {
    AtomicLong taken = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            taken.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            taken.addAndGet(length);
            return length;
          }
        };
    assertInstanceOf(Found.TooLarge.class, new DiskReader(temp, endless).standardInput(1 << 20));
    assertTrue(taken.get() < 4 << 20, taken + " bytes were taken");
  }

  @Test
  void tellsWhyStandardInputFails() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    assertEquals(
        new Found.Unreadable("the device reports an error"),
        new DiskReader(temp, broken).standardInput(10));
  }

  @Test
  void findsTheNearestSettingsUpwards() throws IOException {
    Path project = Files.createDirectories(temp.resolve("p/q"));
    Files.writeString(temp.resolve("p/policyc.toml"), "");
    Optional<Path> file = Optional.of(temp.resolve("p/policyc.toml"));
    assertEquals(file, SettingsFile.above(project, "web.policy"));
    assertEquals(file, SettingsFile.above(project, "-"));
    assertEquals(file, SettingsFile.above(temp, "p/q/*.policy"));
    assertEquals(file, SettingsFile.above(temp, "p/q/nothere/web.policy"));
    assertEquals("../policyc.toml", SettingsFile.shown(project, file.orElseThrow()));
    Files.writeString(project.resolve("policyc.toml"), "");
    assertEquals(Optional.of(project.resolve("policyc.toml")), SettingsFile.above(temp, "p/q"));
  }

  private Found look(String name) {
    return new DiskReader(temp, InputStream.nullInputStream()).look(name, 1 << 20, 1000);
  }
}
