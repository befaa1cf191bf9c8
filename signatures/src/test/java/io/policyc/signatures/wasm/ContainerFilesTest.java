package io.policyc.signatures.wasm;

import static io.policyc.signatures.wasm.Assembler.function;
import static io.policyc.signatures.wasm.Assembler.join;
import static io.policyc.signatures.wasm.Assembler.list;
import static io.policyc.signatures.wasm.Assembler.module;
import static io.policyc.signatures.wasm.Assembler.section;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a runtime starts is found in a container image however its layers name it, or the layer is
/// reported as not searched.
class ContainerFilesTest {
  private static final byte[] MODULE = module(section(2, list(function("env", "proxy_http_call"))));
  private static final byte[] TEXT = "hello".getBytes(UTF_8);
  private static final byte[] PLUGIN = Tars.file("plugin.wasm", MODULE);
  private static final byte[] REAL = Tars.file("lib/real.bin", MODULE);

  private static byte[] pax(String... records) {
    return Tars.pax('x', records);
  }

  private static byte[] file(String name) {
    return Tars.file(name, MODULE);
  }

  private static byte[] broken(byte[] records) {
    return Tars.entry("pax", 'x', records);
  }

  // A header whose size begins with zero bytes, which Go skips.
  private static byte[] zeroSize() {
    byte[] header = Tars.header("a.txt", '0', 0, "");
    Arrays.fill(header, 124, 136, (byte) 0);
    System.arraycopy("1000".getBytes(US_ASCII), 0, header, 131, 4); // octal
    return Tars.sum(header);
  }

  // GNU keeps times where others keep the beginning of a name.
  private static byte[] gnu() {
    byte[] entry = file("main.wasm");
    byte[] header = Arrays.copyOf(entry, 512);
    System.arraycopy("ustar  \0".getBytes(US_ASCII), 0, header, 257, 8);
    System.arraycopy("14000000000".getBytes(US_ASCII), 0, header, 345, 11);
    return join(Tars.sum(header), Arrays.copyOfRange(entry, 512, entry.length));
  }

  // Layers that the tables below name.
  private static byte[] layer(String word) {
    return switch (word) {
      case "pax-size" ->
          join(pax("size", "512"), Tars.file("a.txt", new byte[0]), new byte[512], PLUGIN);
      case "pax-size-wrong" -> join(pax("size", "-512"), Tars.file("a.txt", TEXT), PLUGIN);
      case "pax-size-empty" -> join(pax("size", ""), Tars.file("a.txt", TEXT), PLUGIN);
      case "pax-comment" ->
          join(pax("comment", "x path=readme\n", "path", "plugin.wasm"), file("zz"));
      case "pax-long" -> join(pax("comment", "x".repeat(9000), "path", "plugin.wasm"), file("zz"));
      case "pax-too-long" ->
          join(pax("comment", "x".repeat(1 << 20), "path", "plugin.wasm"), file("zz"));
      case "pax-broken" -> join(broken("99 path=a\n".getBytes(UTF_8)), file("zz"));
      case "pax-no-key" -> join(broken("6 =ab\n".getBytes(UTF_8)), file("zz"));
      case "pax-zero-byte" -> join(pax("path", "a\0b"), file("zz"));
      case "pax-twice" -> join(pax("path", "plugin.wasm"), pax("mtime", "1"), file("zz"));
      case "pax-holes" -> join(pax("GNU.sparse.name", "plugin.wasm"), file("zz"));
      case "holes" -> join(Tars.entry("plugin.wasm", 'S', MODULE));
      case "global" -> join(Tars.pax('g', "path", "zz"), PLUGIN);
      case "git" -> join(Tars.pax('g', "comment", "a commit"), PLUGIN);
      case "linked-size" -> join(Tars.header("a", '2', 1024, "b"), PLUGIN);
      case "zeros-in-size" -> join(zeroSize(), new byte[512], PLUGIN);
      case "after-the-end" -> join(Tars.file("a", TEXT), new byte[512], PLUGIN);
      case "dots" -> file("./x/..//./plugin.wasm");
      case "above" -> file("../../plugin.wasm");
      case "folder" -> file("opt/plugin.wasm");
      case "other-type" -> Tars.entry("opt/plugin.wasm", 'Z', MODULE);
      case "two" -> join(PLUGIN, Tars.file("plugin.wasm", TEXT));
      case "symlink" -> join(REAL, Tars.link("plugin.wasm", '2', "lib/real.bin"));
      case "symlink-first" -> join(Tars.link("a/plugin.wasm", '2', "../lib/real.bin"), REAL);
      case "symlink-above" -> join(REAL, Tars.link("plugin.wasm", '2', "/x/../../lib/real.bin"));
      case "symlink-long" ->
          join(
              Tars.entry("l", 'K', "lib/real.bin\0".getBytes(UTF_8)),
              Tars.link("plugin.wasm", '2', "cut"),
              REAL);
      case "symlink-pax" ->
          join(pax("linkpath", "lib/real.bin"), Tars.link("plugin.wasm", '2', "cut"), REAL);
      case "hardlink" -> join(REAL, Tars.link("a/plugin.wasm", '1', "lib/real.bin"));
      case "chain" ->
          join(Tars.link("plugin.wasm", '2', "b"), Tars.link("b", '2', "lib/real.bin"), REAL);
      case "circle" -> join(Tars.link("plugin.wasm", '2', "b"), Tars.link("b", '2', "plugin.wasm"));
      case "nowhere" -> Tars.link("plugin.wasm", '2', "lib/real.bin");
      case "real" -> REAL;
      case "unreal" -> Tars.file("lib/real.bin", TEXT);
      case "app" -> file("app/main.wasm");
      case "app-link" -> join(Tars.link("opt", '2', "app"), file("app/main.wasm"));
      case "through" -> join(Tars.link("opt", '2', "app"), file("opt/main.wasm"));
      case "bin" -> file("usr/bin/main.wasm");
      case "gnu" -> gnu();
      case "large" -> Tars.file("app/main", new byte[65 << 20]);
      case "text" -> Tars.file("etc/motd", TEXT);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Artifact read(String config, List<byte[]> layers) {
    List<ArtifactContent.Layer> described = new ArrayList<>();
    for (byte[] layer : layers) {
      Bytes content = Bytes.wrap(Tars.squeezed(join(layer, Tars.end())));
      described.add(
          new ArtifactContent.Layer(
              "application/vnd.oci.image.layer.v1.tar+gzip",
              Digest.sha256(content.view()),
              Optional.of(content)));
    }
    return ArtifactReader.read(
        new ArtifactContent(
            "application/vnd.oci.image.config.v1+json",
            Bytes.copyOf(config.getBytes(UTF_8)),
            described,
            Map.of(),
            Optional.empty()));
  }

  private static String shown(Artifact artifact) {
    return artifact.kind().word()
        + artifact.parts().stream()
            .map(part -> " " + part.file().orElse("?"))
            .collect(Collectors.joining())
        + artifact.unread().stream()
            .map(why -> " (" + why.substring(why.indexOf(": ") + 1).strip() + ")")
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          layers          | result
          text            | container
          pax-size        | wasm-in-container plugin.wasm
          pax-size-empty  | wasm-in-container plugin.wasm
          pax-size-wrong  | container (the size of a file in it cannot be read)
          pax-comment     | wasm-in-container plugin.wasm
          pax-long        | wasm-in-container plugin.wasm
          pax-too-long    | container (it holds an extended header of more than 1 MiB)
          pax-broken      | container (it holds an extended header that cannot be read)
          pax-no-key      | container (it holds an extended header that cannot be read)
          pax-zero-byte   | container (it holds an extended header that cannot be read)
          pax-twice       | container (it holds several extended headers before a file)
          pax-holes       | container (it holds a file with holes)
          holes           | container (it holds a file with holes)
          global          | wasm-in-container plugin.wasm (it holds a global header that names files)
          git             | wasm-in-container plugin.wasm
          linked-size     | wasm-in-container plugin.wasm
          zeros-in-size   | wasm-in-container plugin.wasm
          after-the-end   | container (it goes on after its end)
          dots            | wasm-in-container plugin.wasm
          above           | wasm-in-container plugin.wasm
          folder          | wasm-in-container opt/plugin.wasm
          other-type      | wasm-in-container opt/plugin.wasm
          two             | wasm-in-container plugin.wasm
          symlink         | wasm-in-container lib/real.bin
          symlink-first   | wasm-in-container lib/real.bin
          symlink-above   | wasm-in-container lib/real.bin
          symlink-long    | wasm-in-container lib/real.bin
          symlink-pax     | wasm-in-container lib/real.bin
          hardlink        | wasm-in-container lib/real.bin
          hardlink unreal | wasm-in-container lib/real.bin
          real symlink    | wasm-in-container lib/real.bin lib/real.bin
          chain           | wasm-in-container lib/real.bin
          nowhere real    | wasm-in-container lib/real.bin
          nowhere         | container (the file `lib/real.bin`, to which a link leads, was not found)
          circle          | container (the path `plugin.wasm` leads through too many links)
          """)
  void findsThePlugin(String layers, String result) {
    List<byte[]> all = Arrays.stream(layers.split(" ")).map(ContainerFilesTest::layer).toList();
    assertEquals(result, shown(read("{}", all)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          started                 | folder | path             | layers   | result
          /app/main.wasm          | /      | /bin             | app      | wasm-in-container app/main.wasm
          /app/./main.wasm        | /      | /bin             | app      | wasm-in-container app/main.wasm
          app//main.wasm          | /      | /bin             | app      | wasm-in-container app/main.wasm
          /./x/../app/main.wasm   | /      | /bin             | app      | wasm-in-container app/main.wasm
          ../app/main.wasm        | /opt/x/.. | /bin          | app      | wasm-in-container app/main.wasm
          main.wasm               | /      | /bin:/app/       | app      | wasm-in-container app/main.wasm
          main.wasm               | /      | ''               | bin      | wasm-in-container usr/bin/main.wasm
          /opt/main.wasm          | /      | /bin             | app-link | wasm-in-container app/main.wasm
          /opt/../app/main.wasm   | /      | /bin             | app-link | wasm-in-container app/main.wasm
          /app/main.wasm          | /      | /bin             | through  | wasm-in-container opt/main.wasm
          /main.wasm              | /      | /bin             | gnu      | wasm-in-container main.wasm
          /app/main               | /      | /bin             | large    | container
          /bin/sh                 | /      | /bin             | app      | container
          """)
  void findsTheEntrypoint(
      String started, String folder, String path, String layers, String result) {
    String env = path.isEmpty() ? "" : "\"Env\":[\"PATH=" + path + "\"],";
    String config =
        ("{\"config\":{" + env + "\"Entrypoint\":[\"" + started + "\"],\"WorkingDir\":\"")
            + (folder + "\"}}");
    assertEquals(result, shown(read(config, List.of(layer(layers)))));
  }

  // Names are as deep and links as winding as a layer can hold.
  @Test
  void followsLinksToAnEnd() {
    List<byte[]> entries = new ArrayList<>();
    String winding = "./".repeat(2000) + "l";
    for (int i = 0; i < 40; i++) {
      entries.add(pax("linkpath", winding + (i + 1)));
      entries.add(Tars.link("l" + i, '2', "cut"));
    }
    for (int i = 0; i < 20_000; i++) {
      entries.add(Tars.file("l0/f" + i, new byte[0]));
    }
    entries.add(PLUGIN);
    assertEquals(
        "wasm-in-container plugin.wasm (it holds more links than are followed)",
        shown(read("{}", List.of(join(entries.toArray(new byte[0][]))))));
  }
}
