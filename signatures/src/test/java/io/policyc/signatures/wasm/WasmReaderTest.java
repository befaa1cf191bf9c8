package io.policyc.signatures.wasm;

import static io.policyc.signatures.wasm.Assembler.bytes;
import static io.policyc.signatures.wasm.Assembler.component;
import static io.policyc.signatures.wasm.Assembler.function;
import static io.policyc.signatures.wasm.Assembler.instance;
import static io.policyc.signatures.wasm.Assembler.join;
import static io.policyc.signatures.wasm.Assembler.list;
import static io.policyc.signatures.wasm.Assembler.module;
import static io.policyc.signatures.wasm.Assembler.name;
import static io.policyc.signatures.wasm.Assembler.number;
import static io.policyc.signatures.wasm.Assembler.read;
import static io.policyc.signatures.wasm.Assembler.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WasmReaderTest {
  static final Path FIXTURES = Path.of("src/test/resources/io/policyc/signatures/wasm");

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      return files.filter(file -> file.toString().endsWith(".wasm")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void readsWhatWasmparserReads(Path file) throws IOException {
    String stem = file.getFileName().toString().replace(".wasm", ".txt");
    assertEquals(
        Files.readString(file.resolveSibling(stem)).strip(), shown(read(Files.readAllBytes(file))));
  }

  @Test
  void hasFixtures() throws IOException {
    assertEquals(6, fixtures().count());
  }

  static String shown(Binary binary) {
    List<String> lines = new ArrayList<>();
    switch (binary) {
      case Binary.Module _ -> lines.add("module");
      case Binary.Component _ -> lines.add("component");
      case Binary.Malformed(int offset, String why) -> lines.add("malformed " + offset + " " + why);
      case Binary.Other _ -> lines.add("other");
    }
    binary
        .asked()
        .forEach(
            one ->
                lines.add(
                    "import "
                        + one.from()
                        + one.name().map(text -> " " + text).orElse("")
                        + " "
                        + one.kind().word()
                        + one.implementing().map(text -> " implements " + text).orElse("")));
    binary.offered().forEach(one -> lines.add("export " + one.name() + " " + one.kind().word()));
    return String.join("\n", lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          what                              | bytes                                           | result
          nothing                           | ''                                              | other
          a shell script                    | 23 21 2f 62 69 6e 2f 73 68                      | other
          three bytes of four               | 00 61 73                                        | other
          no version                        | 00 61 73 6d                                     | malformed 4 it ends too early
          half a version                    | 00 61 73 6d 01 00 00                            | malformed 7 it ends too early
          an empty module                   | 00 61 73 6d 01 00 00 00                         | module
          an empty component                | 00 61 73 6d 0d 00 01 00                         | component
          a component of the standard       | 00 61 73 6d 01 00 01 00                         | component
          version 2                         | 00 61 73 6d 02 00 00 00                         | malformed 4 version 2 of layer 0 is not known
          a module with a component's       | 00 61 73 6d 0d 00 00 00                         | malformed 4 version 13 of layer 0 is not known
          layer 2                           | 00 61 73 6d 0d 00 02 00                         | malformed 4 version 13 of layer 2 is not known
          a section without a length        | 00 61 73 6d 01 00 00 00 02                      | malformed 9 it ends too early
          a section longer than the file    | 00 61 73 6d 01 00 00 00 0a 05 00                | malformed 10 a part is longer than what holds it
          a section of the largest length   | 00 61 73 6d 01 00 00 00 0a ff ff ff ff 0f       | malformed 14 a part is longer than what holds it
          a length of 33 bits               | 00 61 73 6d 01 00 00 00 0a ff ff ff ff 1f       | malformed 13 a number is too long or too large
          a length of six bytes             | 00 61 73 6d 01 00 00 00 0a 80 80 80 80 80 00    | malformed 13 a number is too long or too large
          a length with needless zeros      | 00 61 73 6d 01 00 00 00 00 81 80 80 80 00 00    | module
          an unknown section                | 00 61 73 6d 01 00 00 00 0e 00                   | malformed 8 section 14 is not known
          an unknown section of a component | 00 61 73 6d 0d 00 01 00 0d 00                   | malformed 8 section 13 is not known
          the last section                  | 00 61 73 6d 01 00 00 00 0d 00                   | module
          the last section of a component   | 00 61 73 6d 0d 00 01 00 0c 00                   | component
          version 257                       | 00 61 73 6d 01 01 00 00                         | malformed 4 version 257 of layer 0 is not known
          layer 257                         | 00 61 73 6d 0d 00 01 01                         | malformed 4 version 13 of layer 257 is not known
          an export of an unknown kind      | 00 61 73 6d 01 00 00 00 07 05 01 01 61 05 00    | malformed 13 it is not known what an export is
          two lists of imports              | 00 61 73 6d 01 00 00 00 02 01 00 02 01 00       | malformed 11 section 2 stands twice
          two custom sections               | 00 61 73 6d 01 00 00 00 00 01 00 00 01 00       | module
          two lists of a component          | 00 61 73 6d 0d 00 01 00 0a 01 00 0a 01 00       | component
          a list longer than its section    | 00 61 73 6d 01 00 00 00 02 01 05                | malformed 10 a list is longer than what holds it
          bytes behind a list               | 00 61 73 6d 01 00 00 00 02 02 00 00             | malformed 11 a section is longer than what it holds
          bytes behind a component's list   | 00 61 73 6d 0d 00 01 00 0a 02 00 00             | malformed 11 a section is longer than what it holds
          a name that is not UTF-8          | 00 61 73 6d 01 00 00 00 02 06 01 01 ff 00 00 00 | malformed 12 a name is not UTF-8
          a name longer than its section    | 00 61 73 6d 01 00 00 00 02 05 01 09 61 00 00    | malformed 12 a part is longer than what holds it
          an overlong UTF-8                 | 00 61 73 6d 01 00 00 00 02 07 01 02 c0 80 00 00 00 | malformed 12 a name is not UTF-8
          """)
  void saysWhatBytesAre(String what, String bytes, String result) {
    assertEquals(result, shown(read(HexFormat.ofDelimiter(" ").parseHex(bytes))), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          what                         | bytes behind two names      | result
          a function                   | 00 05                       | function
          a function of an exact type  | 20 05                       | function
          a table                      | 01 70 00 01                 | table
          a table with a most          | 01 6f 01 01 02              | table
          a table of a type            | 01 63 05 00 01              | table
          a table of an exact type     | 01 64 62 05 00 01           | table
          a table of a shared word     | 01 65 70 00 01              | table
          a table of a shared type     | 01 64 65 6e 00 01           | table
          a table of 64 bits           | 01 70 05 01 ff ff ff ff ff ff ff ff ff 01 | table
          a memory                     | 02 00 01                    | memory
          a shared memory              | 02 03 01 02                 | memory
          a memory with its page size  | 02 08 01 00                 | memory
          a memory with everything     | 02 0f 01 02 10              | memory
          a global                     | 03 7f 00                    | global
          a global that changes        | 03 7b 01                    | global
          a global of a reference      | 03 64 80 01 01              | global
          a shared global              | 03 69 03                    | global
          a tag                        | 04 00 05                    | tag
          a table of the first word    | 01 68 00 01                 | table
          a table of the last word     | 01 75 00 01                 | table
          a table of a large type      | 01 63 ff ff ff ff 0f 00 01  | table
          an unknown kind              | 05 00                       | it is not known what an import is
          unknown limits               | 02 10 01                    | it is not known what limits are meant
          a number of 65 bits          | 02 04 ff ff ff ff ff ff ff ff ff 02 | a number is too long or too large
          a global that may be 4       | 03 7f 04                    | it is not known whether a global changes
          an unknown reference         | 01 76 00 01                 | it is not known what a reference refers to
          another unknown reference    | 03 67 00                    | it is not known what a reference refers to
          an index of six bytes        | 01 63 80 80 80 80 80 00 00 01 | a number is too long or too large
          a tag with an attribute      | 04 01 05                    | it is not known what a tag is for
          nothing                      | 00                          | it ends too early
          """)
  void readsEveryKindOfImport(String what, String type, String result) {
    byte[] entry = join(name("m"), name("n"), HexFormat.ofDelimiter(" ").parseHex(type));
    Binary binary = read(module(section(2, list(entry))));
    assertEquals(
        result,
        binary instanceof Binary.Malformed(_, String why)
            ? why
            : binary.asked().getFirst().kind().word(),
        what);
  }

  @Test
  void readsCompactImports() {
    byte[] each =
        join(
            name("m"), name(""), bytes(0x7f, 2), name("a"), bytes(0, 1), name("b"), bytes(2, 0, 1));
    byte[] same = join(name("n"), name(""), bytes(0x7e, 0, 1, 2), name("c"), name("d"));
    assertEquals(
        "module\nimport m a function\nimport m b memory\nimport n c function\nimport n d function",
        shown(read(module(section(2, list(each, same))))));
  }

  @Test
  void readsTheInterfaceBehindAName() {
    byte[] entry =
        join(
            bytes(2),
            name("backend"),
            bytes(2, 0),
            name("wasi:http/client@0.3"),
            bytes(1),
            name(".0"),
            bytes(5, 0));
    Binary binary = read(component(section(10, list(entry))));
    assertEquals(
        "component\nimport backend instance implements wasi:http/client@0.3", shown(binary));
    assertEquals(List.of(Capability.NETWORK), Capability.of(binary.asked()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          bytes                         | result
          00 01 61 01 00                | function
          01 01 61 05 00                | instance
          00 01 61 02 7f                | value
          00 01 61 03 00 07             | type
          00 01 61 03 01                | type
          00 01 61 00 11 02             | module
          00 01 61 04 02                | component
          02 01 61 00 05 00             | instance
          03 01 61 05 00                | it is not known what an import or export says
          00 01 61 06 00                | it is not known what an import or export is
          00 01 61 00 10 00             | only a module can cross the edge of a component
          00 01 61 03 02 00             | it is not known what an import or export says
          02 01 61 04 00 00 00 00 00 00 00 00 05 00 | it has more than 3 attributes of a name
          02 01 61 02 00 01 62 00 01 63 05 00 | a name implements two interfaces
          02 01 61 01 03 01 62 05 00    | it is not known what an import or export says
          """)
  void readsEveryKindOfAComponentsImport(String entry, String result) {
    Binary binary = read(component(section(10, list(HexFormat.ofDelimiter(" ").parseHex(entry)))));
    assertEquals(
        result,
        binary instanceof Binary.Malformed(_, String why)
            ? why
            : binary.asked().getFirst().kind().word());
  }

  @Test
  void takesNoImportsFromWithin() {
    byte[] inner = component(section(10, list(instance("wasi:sockets/tcp@0.2.0"))));
    byte[] core = module(section(2, list(function("env", "anything"))));
    byte[] outer =
        component(
            section(4, inner),
            section(10, list(instance("wasi:io/poll@0.2.0"))),
            section(1, core),
            section(0, name("producers")),
            section(10, list(instance("wasi:random/random@0.2.0"))));
    assertEquals(
        "component\nimport wasi:io/poll@0.2.0 instance\nimport wasi:random/random@0.2.0 instance",
        shown(read(outer)));
  }

  @Test
  void countsImportsOfAllSections() {
    byte[][] items = new byte[WasmReader.MAX_ITEMS][];
    Arrays.fill(items, instance("a"));
    byte[] most = section(10, list(items));
    assertEquals(WasmReader.MAX_ITEMS, read(component(most)).asked().size());
    Binary more = read(component(most, section(10, list(instance("a")))));
    assertEquals(
        "it has more than 100000 imports", assertInstanceOf(Binary.Malformed.class, more).why());
  }

  @Test
  void countsImportsOfGroups() {
    byte[] many = join(name("n"), name(""), bytes(0x7e, 0, 1), number(99_999), new byte[99_999]);
    assertEquals(99_999, read(module(section(2, list(many)))).asked().size());
    byte[] single = function("a", "b");
    assertEquals(100_000, read(module(section(2, list(many, single)))).asked().size());
    Binary more = read(module(section(2, list(many, single, single))));
    assertEquals(
        "it has more than 100000 imports", assertInstanceOf(Binary.Malformed.class, more).why());
  }

  @Test
  void boundsNames() {
    String most = "a".repeat(Cursor.MAX_NAME_BYTES);
    assertEquals(1, read(module(section(2, list(function(most, ""))))).asked().size());
    Binary more = read(module(section(2, list(function(most + "a", "")))));
    assertEquals(
        "a name is longer than 100000 bytes", assertInstanceOf(Binary.Malformed.class, more).why());
  }
}
