package io.policyc.signatures.wasm;

import static io.policyc.signatures.wasm.Assembler.component;
import static io.policyc.signatures.wasm.Assembler.function;
import static io.policyc.signatures.wasm.Assembler.instance;
import static io.policyc.signatures.wasm.Assembler.join;
import static io.policyc.signatures.wasm.Assembler.list;
import static io.policyc.signatures.wasm.Assembler.module;
import static io.policyc.signatures.wasm.Assembler.section;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactReaderTest {
  private static final String OCI = "application/vnd.oci.image.config.v1+json";
  private static final String V0 = "application/vnd.wasm.config.v0+json";
  private static final String SPIN = "application/vnd.fermyon.spin.application.v1+config";
  private static final byte[] MODULE =
      module(section(2, list(function("wasi_snapshot_preview1", "path_open"))));
  private static final byte[] COMPONENT =
      component(section(10, list(instance("wasi:http/outgoing-handler@0.2.0"))));
  private static final String APP =
      "{\"spin_lock_version\":1,\"metadata\":{},\"triggers\":[{\"id\":\"t\",\"trigger_type\":\"http\","
          + "\"trigger_config\":{\"component\":\"web\"}}],\"components\":[{\"id\":\"web\",\"metadata\":"
          + "{\"allowed_outbound_hosts\":[\"https://api.example.com\"],\"key_value_stores\":[\"default\"]},"
          + "\"source\":{\"content_type\":\"application/wasm\",\"digest\":\""
          + Digest.sha256(MODULE)
          + "\"}}]}";

  // Contents that the tables below name.
  private static byte[] content(String word) {
    return switch (word) {
      case "module" -> MODULE;
      case "component" -> COMPONENT;
      case "broken" -> join(module(), new byte[] {2});
      case "text" -> "hello".getBytes(UTF_8);
      case "app" -> APP.getBytes(UTF_8);
      case "files" -> Tars.squeezed(join(Tars.file("bin/sh", content("text")), Tars.end()));
      case "plugin" -> Tars.squeezed(join(Tars.file("./plugin.wasm", MODULE), Tars.end()));
      case "textplugin" -> Tars.squeezed(join(Tars.file("plugin.wasm", content("text"))));
      case "started" -> join(Tars.file("app/main.wasm", COMPONENT), Tars.end());
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Artifact read(
      String type, String config, String layers, Map<String, String> notes, Optional<String> on) {
    List<ArtifactContent.Layer> described = new ArrayList<>();
    for (String layer : layers.isEmpty() ? new String[0] : layers.split(" ", -1)) {
      String[] parts = layer.split("=", 2);
      boolean missing = parts[1].equals("?");
      byte[] content = missing ? new byte[0] : content(parts[1]);
      described.add(
          new ArtifactContent.Layer(
              type(parts[0]),
              Digest.sha256(content),
              missing ? Optional.empty() : Optional.of(Bytes.copyOf(content))));
    }
    Bytes json = Bytes.copyOf(config.getBytes(UTF_8));
    return ArtifactReader.read(new ArtifactContent(type(type), json, described, notes, on));
  }

  private static String type(String word) {
    return switch (word) {
      case "oci" -> OCI;
      case "v0" -> V0;
      case "v1" -> "application/vnd.wasm.config.v1+json";
      case "wasm" -> "application/wasm";
      case "content" -> "application/vnd.wasm.content.layer.v1+wasm";
      case "data" -> "application/vnd.wasm.content.layer.v1+data";
      case "runwasi" -> "application/vnd.bytecodealliance.wasm.component.layer.v0+wasm";
      case "envoyconfig" -> "application/vnd.module.wasm.config.v1+json";
      case "envoy" -> "application/vnd.module.wasm.content.layer.v1+wasm";
      case "spin" -> SPIN;
      case "tar" -> "application/vnd.oci.image.layer.v1.tar+gzip";
      case "docker" -> "application/vnd.docker.image.rootfs.diff.tar.gzip";
      case "helm" -> "application/vnd.cncf.helm.config.v1+json";
      default -> word;
    };
  }

  private static String shown(Artifact artifact) {
    return artifact.kind().word()
        + artifact.contradictions().stream()
            .map(one -> " " + one.id().word())
            .collect(Collectors.joining())
        + " / "
        + artifact.capabilities().stream().map(Capability::word).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '`',
      textBlock =
          """
          config | content of the config                        | layers                    | result
          v0     | {"architecture":"wasm","os":"wasip2"}         | wasm=component            | wasm-artifact / network
          v0     | {"architecture":"wasm","os":"wasip1"}         | wasm=module               | wasm-artifact / filesystem
          v0     | {"architecture":"wasm","os":"wasip1"}         | wasm=component            | wasm-artifact system / network
          v0     | {"architecture":"wasm","os":"wasip2"}         | wasm=module               | wasm-artifact system / filesystem
          v0     | {"architecture":"amd64","os":"wasip1"}        | wasm=module               | wasm-artifact architecture / filesystem
          v0     | {"architecture":"wasm"}                       | wasm=module wasm=module   | wasm-artifact layers / filesystem
          v0     | {"architecture":"wasm"}                       | ``                        | wasm-artifact layers / ``
          v0     | {"architecture":"wasm"}                       | wasm=text                 | wasm-artifact not-wasm / ``
          v0     | {"architecture":"wasm"}                       | text/plain=module         | wasm-artifact disguised-wasm / filesystem
          v0     | {"architecture":"wasm"}                       | wasm=broken               | wasm-artifact malformed-wasm / unknown
          v0     | []                                            | wasm=module               | wasm-artifact config architecture / filesystem
          v0     | {"architecture":"wasm","component":{"imports":["wasi:http/outgoing-handler@0.2.0"]}} | wasm=component | wasm-artifact / network
          v0     | {"architecture":"wasm","component":{"imports":[]}} | wasm=component       | wasm-artifact imports / network
          v0     | {"architecture":"wasm","component":{"imports":["a"]}} | wasm=component    | wasm-artifact imports / network
          oci    | {"architecture":"wasm"}                       | content=module spin=app   | spin-application / filesystem
          oci    | {"architecture":"wasm"}                       | content=module data=component spin=app | spin-application / filesystem
          oci    | {"architecture":"amd64"}                      | content=module spin=app   | spin-application architecture / filesystem
          oci    | {"architecture":"wasm"}                       | content=module spin=text  | spin-application locked-app / filesystem
          oci    | {"architecture":"wasm"}                       | spin=app spin=app         | spin-application locked-app layers / ``
          oci    | {}                                            | envoyconfig=text envoy=module | envoy-plugin / filesystem
          x/y    | {}                                            | envoyconfig=text envoy=text | envoy-plugin not-wasm / ``
          x/y    | {}                                            | envoyconfig=text          | envoy-plugin layers / ``
          v1     | {}                                            | content=module            | wasm-layers / filesystem
          v1     | {}                                            | x/y=text                  | wasm-layers / ``
          x/y    | {}                                            | content=module            | wasm-layers / filesystem
          x/y    | {}                                            | x/y=module                | wasm-layers disguised-wasm / filesystem
          helm   | {}                                            | x/y=text                  | other / ``
          oci    | {"architecture":"wasm","os":"wasip1"}         | runwasi=component         | wasm-image / network
          oci    | {"architecture":"WASM"}                       | wasm=module               | wasm-image / filesystem
          oci    | {"architecture":"amd64"}                      | wasm=module               | wasm-image architecture / filesystem
          oci    | {"architecture":"wasm"}                       | tar=module                | wasm-image disguised-wasm / filesystem
          oci    | {"architecture":"amd64"}                      | tar=files                 | container / ``
          oci    | {"architecture":"amd64"}                      | tar=files tar=plugin      | wasm-in-container / filesystem
          oci    | {"architecture":"amd64"}                      | docker=plugin             | wasm-in-container / filesystem
          oci    | {"architecture":"amd64"}                      | tar=plugin tar=textplugin | container not-wasm / ``
          oci    | {"architecture":"wasm"}                       | tar=files                 | wasm-in-container no-module / ``
          oci    | {"config":{"Entrypoint":["/app/main.wasm"]}}  | tar=started               | wasm-in-container / network
          oci    | {"config":{"Cmd":["main.wasm"],"WorkingDir":"/app"}} | tar=started        | wasm-in-container / network
          oci    | {"config":{"Cmd":["./main.wasm"],"WorkingDir":"app"}} | tar=started       | wasm-in-container / network
          oci    | {"config":{"Entrypoint":["sh"],"Cmd":["/app/main.wasm"]}} | tar=started   | container / ``
          oci    | nonsense                                      | tar=files                 | container config / ``
          v0     | {"architecture":"wasm","os":"wasip1"}         | data=module               | wasm-artifact disguised-wasm / filesystem
          oci    | {"architecture":"wasm","os":"wasip1"}         | data=module               | wasm-image disguised-wasm / filesystem
          x/y    | {}                                            | data=module               | wasm-layers disguised-wasm / filesystem
          oci    | {"architecture":"wasm"}                       | data=component spin=app   | spin-application / ``
          oci    | {"architecture":"wasm"}                       | data=module spin=app      | spin-application disguised-wasm / filesystem
          oci    | {"architecture":"wasm"}                       | data=component spin=text  | spin-application locked-app disguised-wasm / network
          """)
  void isOfAKind(String type, String config, String layers, String result) {
    Artifact artifact = read(type, config, layers, Map.of(), Optional.empty());
    assertEquals(result.replace("``", ""), shown(artifact));
    assertEquals(List.of(), artifact.unread());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '`',
      textBlock =
          """
          platform    | config | content of the config    | layers       | result
          wasi/wasm   | oci    | {"architecture":"wasm"}  | wasm=module  | wasm-image / filesystem
          linux/amd64 | oci    | {"architecture":"wasm"}  | wasm=module  | wasm-image architecture / filesystem
          wasi/wasm   | oci    | {"architecture":"amd64"} | tar=files    | container architecture / ``
          linux/amd64 | oci    | {"architecture":"amd64"} | tar=files    | container / ``
          """)
  void isHeldAgainstItsPlatform(
      String platform, String type, String config, String layers, String result) {
    Artifact artifact = read(type, config, layers, Map.of(), Optional.of(platform));
    assertEquals(result.replace("``", ""), shown(artifact));
  }

  @Test
  void holdsAnAnnotationAgainstItsFiles() {
    Map<String, String> compat = Map.of("module.wasm.image/variant", "compat");
    assertEquals(
        "wasm-in-container no-module / ",
        shown(read("oci", "{}", "tar=files", compat, Optional.empty())));
    assertEquals(
        "wasm-in-container / filesystem",
        shown(read("oci", "{}", "tar=plugin", compat, Optional.empty())));
  }

  @Test
  void saysWhatItDidNotSee() {
    Artifact missing = read("oci", "{}", "tar=?", Map.of(), Optional.empty());
    assertEquals(1, missing.unread().size());
    Artifact squeezedOtherwise = read("oci", "{}", "tar=text", Map.of(), Optional.empty());
    assertTrue(
        squeezedOtherwise.unread().getFirst().endsWith("was not searched: it is no tar file"));
  }

  @Test
  void readsALockedApp() {
    SpinApp app =
        read("oci", "{}", "content=module spin=app", Map.of(), Optional.empty())
            .spin()
            .orElseThrow();
    SpinApp.Component web = app.components().getFirst();
    assertEquals("web", web.id());
    assertEquals(Optional.of(Digest.sha256(MODULE)), web.source());
    assertEquals(List.of("https://api.example.com"), web.allowedOutboundHosts());
    assertEquals(List.of("default"), web.stores());
    assertEquals(List.of(new SpinApp.Trigger("http", Optional.of("web"))), app.triggers());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '`',
      textBlock =
          """
          metadata                                                   | hosts
          {}                                                         | []
          {"allowed_outbound_hosts":["*://*:*","redis://r:6379"]}    | [*://*:*, redis://r:6379]
          {"allowed_http_hosts":["example.com"]}                     | [http://example.com, https://example.com]
          {"allowed_http_hosts":["insecure:allow-all"]}              | [http://*:*, https://*:*]
          {"allowed_outbound_hosts":"*://*:*"}                       | unreadable
          {"allowed_outbound_hosts":[1]}                             | unreadable
          {"key_value_stores":{}}                                    | unreadable
          """)
  void neverReadsAWrongListAsNone(String metadata, String hosts) {
    String json = "{\"components\":[{\"id\":\"a\",\"metadata\":" + metadata + "}]}";
    Optional<SpinApp> app = SpinAppReader.read(Bytes.copyOf(json.getBytes(UTF_8)));
    assertEquals(
        hosts,
        app.map(read -> read.components().getFirst().allowedOutboundHosts().toString())
            .orElse("unreadable"));
  }

  @Test
  void findsLongNames() {
    String name = "a/".repeat(80) + "main.wasm";
    byte[] gnu = Tars.entry("././@LongLink", 'L', (name + "\0").getBytes(UTF_8));
    String line = " path=" + name + "\n";
    byte[] pax = Tars.entry("pax", 'x', ((line.length() + 3) + line).getBytes(UTF_8));
    for (byte[] before : List.of(gnu, pax)) {
      TarLayer tar = new TarLayer(name::equals, 1000);
      assertEquals(Optional.empty(), tar.look(Bytes.wrap(join(before, Tars.file("cut", MODULE)))));
      assertEquals(List.of(Bytes.copyOf(MODULE)), tar.found().get(name));
    }
  }

  @Test
  void unpacksNoMoreThanItsBound() {
    byte[] bomb = Tars.squeezed(Tars.file("zeros", new byte[100 << 20]));
    TarLayer tar = new TarLayer("plugin.wasm"::equals, 1000);
    assertEquals(Optional.empty(), tar.look(Bytes.wrap(bomb)));
    assertEquals(
        Optional.of("it unpacks to more than 128 MiB"), tar.look(Bytes.wrap(bomb)), "both of them");
    byte[] module = Tars.file("plugin.wasm", join(MODULE, new byte[1000]));
    assertEquals(
        Optional.of("a module in it is larger than what is read"),
        new TarLayer("plugin.wasm"::equals, 1000).look(Bytes.wrap(module)));
  }

  @Test
  void answersSpoiltLayersAndApps() {
    Random dice = new Random(6);
    byte[] files = join(Tars.file("plugin.wasm", MODULE), Tars.file("x", MODULE), Tars.end());
    int seen = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] tar = Mutation.of(i % 2 == 0 ? files : Tars.squeezed(files), dice);
      TarLayer layer = new TarLayer("plugin.wasm"::equals, 1000);
      seen += layer.look(Bytes.wrap(tar)).isEmpty() ? 1 : 0;
      SpinAppReader.read(Bytes.wrap(Mutation.of(APP.getBytes(UTF_8), dice)));
    }
    assertTrue(seen > 300 && seen < 2700, "seen: " + seen);
  }
}
