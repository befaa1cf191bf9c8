package io.policyc.signatures.wasm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          interface                                     | capability
          wasi:http/outgoing-handler@0.2.10             | network
          wasi:http/outgoing-handler                    | network
          wasi:http/outgoing-handler@0.2.0-rc-2023-12-05 | network
          wasi:http/client@0.3.0                        | network
          wasi:http/handler@0.3.0-rc-2025-09-16         | network
          wasi:http/types@0.2.0                         | -
          wasi:http/proxy-v9                            | unknown
          wasi:sockets/tcp-create-socket@0.2.0          | network
          wasi:sockets/anything-new                     | network
          wasi:socketsx/tcp                             | unknown
          wasi:filesystem/preopens@0.2.0                | filesystem
          wasi:cli/environment@0.2.0                    | environment
          wasi:cli/terminal-stdin@0.2.0                 | -
          wasi:cli/run@0.2.0                            | unknown
          wasi:clocks/wall-clock@0.2.0                  | clocks
          wasi:random/insecure-seed@0.2.0               | random
          wasi:keyvalue/store@0.2.0-draft               | state
          wasi:nn/graph                                 | unknown
          fermyon:spin/http                             | network
          fermyon:spin/redis@2.0.0                      | network
          fermyon:spin/variables@2.0.0                  | environment
          fermyon:spin/sqlite@2.0.0                     | state
          spin:postgres/postgres@3.0.0                  | network
          WASI:http/outgoing-handler                    | unknown
          locked-dep=<wasi:io/poll>                     | unknown
          hello                                         | unknown
          """)
  void ofInterfaces(String name, String capability) {
    Import one = new Import(name, Optional.empty(), Optional.empty(), Extern.INSTANCE);
    assertEquals(capability, word(one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          module                       | function                | capability
          wasi_snapshot_preview1       | sock_accept             | network
          wasi_snapshot_preview1       | sock_getaddrinfo        | network
          wasi_snapshot_preview1       | path_open               | filesystem
          wasi_snapshot_preview1       | fd_prestat_dir_name     | filesystem
          wasi_snapshot_preview1       | fd_readdir              | filesystem
          wasi_snapshot_preview1       | fd_write                | -
          wasi_snapshot_preview1       | environ_sizes_get       | environment
          wasi_snapshot_preview1       | poll_oneoff             | clocks
          wasi_snapshot_preview1       | random_get              | random
          wasi_snapshot_preview1       | proc_exec               | unknown
          wasi_unstable                | path_open               | filesystem
          wasi_snapshot_preview2       | path_open               | unknown
          env                          | proxy_http_call         | network
          env                          | proxy_grpc_stream       | network
          env                          | proxy_call_foreign_function | unknown
          env                          | proxy_log               | -
          env                          | system                  | unknown
          wapc                         | __host_call             | unknown
          wasi_experimental_http       | req                     | network
          wasi:sockets/tcp@0.2.0       | [method]tcp-socket.bind | network
          wasi:io/poll@0.2.0           | poll                    | -
          """)
  void ofFunctions(String module, String function, String capability) {
    assertEquals(capability, word(Import.core(module, function, Extern.FUNCTION)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name                             | implements            | capability
          backend                          | wasi:io/streams@0.2.0 | -
          backend                          | wasi:http/client@0.3  | network
          wasi:http/outgoing-handler@0.2.0 | wasi:io/streams@0.2.0 | network
          wasi:io/streams@0.2.0            | wasi:http/client@0.3  | network
          wasi:keyvalue/store@0.2.0        | wasi:http/client@0.3  | state network
          url=<https://example.com/>       | wasi:io/streams@0.2.0 | unknown
          """)
  void ofBothNames(String name, String behind, String capability) {
    Import one = new Import(name, Optional.empty(), Optional.of(behind), Extern.INSTANCE);
    assertEquals(capability, word(one));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          kind      | capability
          MEMORY    | -
          TAG       | -
          TABLE     | unknown
          GLOBAL    | unknown
          MODULE    | unknown
          COMPONENT | unknown
          TYPE      | unknown
          VALUE     | unknown
          """)
  void ofWhatIsNoFunction(Extern kind, String capability) {
    assertEquals(capability, word(Import.core("wasi:io/poll", "x", kind)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          file            | capabilities
          javascript      | network filesystem clocks random
          javascript-bare | ''
          adapted         | filesystem environment clocks
          preview1        | filesystem environment clocks
          kinds           | network state unknown
          core-kinds      | unknown
          """)
  void ofRealFiles(String file, String capabilities) throws IOException {
    byte[] content = Files.readAllBytes(WasmReaderTest.FIXTURES.resolve(file + ".wasm"));
    List<Capability> found = Capability.of(Assembler.read(content).asked());
    assertEquals(
        capabilities, found.stream().map(Capability::word).collect(Collectors.joining(" ")));
  }

  @Test
  void areDocumented() throws IOException {
    String rows =
        Files.readString(Path.of("../docs/wasm.md"))
            .lines()
            .filter(line -> line.startsWith("| `") && line.contains(" | → "))
            .map(line -> line.substring(3, line.length() - 2).replace("` | → ", " | "))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(CapabilityTable.ROWS, rows);
  }

  private static String word(Import one) {
    String words =
        CapabilityTable.of(one).stream().map(Capability::word).collect(Collectors.joining(" "));
    return words.isEmpty() ? "-" : words;
  }
}
