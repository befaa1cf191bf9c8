package io.policyc.tests.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.policyc.signatures.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectWasmTest {
  private static final Path FIXTURES =
      Path.of("../signatures/src/test/resources/io/policyc/signatures/wasm").toAbsolutePath();

  @TempDir Path temp = Path.of("unset");

  private Run inspect(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "inspect-wasm";
    System.arraycopy(args, 0, all, 1, args.length);
    return Run.in(temp).policyc(all);
  }

  private static byte[] fixture(String name) throws IOException {
    return Files.readAllBytes(FIXTURES.resolve(name));
  }

  @Test
  void tellsWhatAModuleImports() throws IOException {
    Files.write(temp.resolve("a.wasm"), fixture("preview1.wasm"));
    assertEquals(
        new Run(
            0,
            """
            a.wasm: module
              imports function wasi_snapshot_preview1 fd_write
              imports function wasi_snapshot_preview1 environ_get: environment
              imports function wasi_snapshot_preview1 path_open: filesystem
              imports function wasi_snapshot_preview1 clock_time_get: clocks
              exports memory memory
              exports function run
              capabilities: filesystem, environment, clocks
            """,
            ""),
        inspect("a.wasm"));
  }

  @Test
  void isListedBesideLongerNames() {
    Run run = Run.in(temp).policyc("--help");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("\n  inspect-wasm   Tell what a WebAssembly"), run.out());
  }

  @Test
  void readsStandardInput() throws IOException {
    Run run =
        Run.in(temp)
            .stdin(new ByteArrayInputStream(fixture("javascript-bare.wasm")))
            .policyc("inspect-wasm", "-");
    assertEquals(
        new Run(0, "-: component\n  exports function hello\n  capabilities: none\n", ""), run);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          arguments            | status | says
          none.wasm            | 2      | `none.wasm` cannot be read: there is nothing by that name
          ''                   | 2      | an argument is empty
          a.txt -o sarif       | 2      | `inspect-wasm` has no format `sarif`
          a.txt                | 1      | a.txt: other
          cut.wasm             | 1      | cannot be read at byte 10: a part is longer than what holds it
          .                    | 2      | the layout cannot be read: there is no `oci-layout` in the folder
          """)
  void saysWhatItCannotTell(String arguments, int status, String says) throws IOException {
    Files.writeString(temp.resolve("a.txt"), "hello");
    Files.write(temp.resolve("cut.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 2, 9});
    Run run = inspect(arguments.split(" ", -1));
    assertEquals(status, run.status());
    assertTrue((run.out() + run.err()).contains(says), run.toString());
  }

  @Test
  void showsNoEscapeSequences() throws IOException {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0, 2, 8, 1, 3, 27, '[', 'J', 0, 0, 0};
    Files.write(temp.resolve("a.wasm"), module);
    assertTrue(inspect("a.wasm").out().contains("\\u{1b}[J"), inspect("a.wasm").out());
  }

  private String blob(byte[] content) throws IOException {
    Digest digest = Digest.sha256(content);
    Path folder = Files.createDirectories(temp.resolve("layout/blobs/sha256"));
    Files.write(folder.resolve(digest.hex()), content);
    return "\"digest\":\"" + digest + "\",\"size\":" + content.length;
  }

  private void layout(String layerType) throws IOException {
    String config = blob("{\"architecture\":\"wasm\",\"os\":\"wasip1\"}".getBytes(UTF_8));
    String module = blob(fixture("preview1.wasm"));
    String app =
        blob(
            "{\"triggers\":[{\"trigger_type\":\"http\",\"trigger_config\":{\"component\":\"web\"}}],\"components\":[{\"id\":\"web\",\"metadata\":{\"allowed_outbound_hosts\":[\"https://a.example\"]}}]}"
                .getBytes(UTF_8));
    String manifest =
        blob(
            ("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
                    + config
                    + "},\"layers\":[{\"mediaType\":\""
                    + layerType
                    + "\","
                    + module
                    + "},{\"mediaType\":\"application/vnd.fermyon.spin.application.v1+config\","
                    + app
                    + "}]}")
                .getBytes(UTF_8));
    Files.writeString(temp.resolve("layout/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        temp.resolve("layout/index.json"),
        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
            + manifest
            + "}]}");
  }

  @Test
  void tellsWhatALayoutHolds() throws IOException {
    layout("application/vnd.wasm.content.layer.v1+wasm");
    Run run = inspect("layout");
    assertEquals(0, run.status(), run.toString());
    assertTrue(run.out().contains(": spin-application\n  module sha256:"), run.out());
    assertTrue(
        run.out()
            .endsWith(
                """
                  component web may reach https://a.example
                  trigger http web
                  capabilities: filesystem, environment, clocks
                """),
        run.out());
  }

  @Test
  void endsWith1ForContradictions() throws IOException {
    layout("application/octet-stream");
    Run run = inspect("layout");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("  contradiction[disguised-wasm]: the layer sha256:"), run.out());
  }

  @Test
  void printsJsonAsItsSchemaSays() throws IOException {
    layout("application/octet-stream");
    for (String name : new String[] {"kinds.wasm", "javascript.wasm", "core-kinds.wasm"}) {
      Files.write(temp.resolve(name), fixture(name));
      assertValid(inspect(name, "-o", "json"), 0);
    }
    Files.write(temp.resolve("cut.wasm"), new byte[] {0, 'a', 's', 'm', 1});
    assertValid(inspect("cut.wasm", "-o", "json"), 1);
    assertValid(inspect("layout", "--output", "json"), 1);
  }

  private static void assertValid(Run run, int status) throws IOException {
    assertEquals(status, run.status(), run.toString());
    String schema = Files.readString(Path.of("../docs/schema/inspect-wasm-1.json"));
    var errors =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema, InputFormat.JSON)
            .validate(run.out(), InputFormat.JSON);
    assertTrue(errors.isEmpty(), errors.toString());
    assertTrue(run.out().contains("\"version\": 1"), run.out());
  }
}
