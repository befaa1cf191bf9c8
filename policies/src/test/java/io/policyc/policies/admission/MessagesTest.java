package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.findings.Finding;
import io.policyc.findings.Related;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What checks say, to the letter, and which sentences they name.
class MessagesTest {
  private static final AdmissionSettings SETTINGS =
      AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);

  private static Finding first(String check, String fixture) throws IOException {
    OurFixturesTest.Case row = new OurFixturesTest.Case(check, fixture, "", "", "");
    return OurFixturesTest.judge(row).stream()
        .flatMap(one -> one.decision().findings().stream())
        .filter(finding -> finding.rule().equals(check))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          check              | fixture               | message | help
          imageDigest        | deny-tag              | the image of container `web` must be signed and is named by tag `1` | write `ghcr.io/acme/web:1@sha256:…`
          imageDigest        | deny-nothing          | the image of container `web` must be signed and is named without a digest | write `docker.io/library/nginx@sha256:…`
          imageReference     | deny-volume           | the image `nginx@sha256:00` of volume `data` has a digest that is none | write `sha256:` and 64 digits of `0` to `f`
          imageSource        | deny-init             | the image of init container `setup` comes from `quay.io/x/y` | take one from `ghcr.io/acme/**` or `docker.io/library/*`
          namespaceLabel     | deny-weaker           | `baseline` is less than `restricted` | write `restricted`
          namespaceLabel     | deny-older-version    | version `v1.33` is older than `v1.34` | write `v1.34`
          runtimeClassExists | warn-not-in-manifests | RuntimeClass `sipn` is not declared in the input | did you mean `spin`?
          runtimeClassExists | deny-not-in-sentences | RuntimeClass `gvisor` is not declared | declare it with `runtime class gvisor { handler … }`
          serviceTargetPort  | warn-name             | no container behind this Service has a port named `htpt` of protocol TCP | did you mean `http`?
          serviceTargetPort  | warn-number           | no container behind this Service has a port `80` of protocol TCP | choose from what its containers open: `8080`
          serviceTargetPort  | warn-name-of-pod-without-ports | no container behind this Service has a port named `http` of protocol TCP | give a container a port with that name
          undeclaredPort     | warn-protocol         | container `web` opens port `8080/udp`, which workload `web` does not declare | write `port 8080/udp` in the workload, or remove it here
          unreachableRoute   | warn-closed           | no grant lets a controller of routes reach port `8080` of the pods of `Pod/web` | write a grant such as `cilium-ingress may GET /** on web`
          wasmRuntimeClass   | deny-unset            | these pods run wasm and name no RuntimeClass | write `runtimeClassName: wasmtime-spin-v2`
          wasmRuntimeClass   | deny-other-class      | RuntimeClass `wasmtime-wsi` is none of those that these pods may name | did you mean `wasmtime-wasi`?
          wasmRuntimeClass   | deny-toleration       | `kubernetes.io/arch: wasm32-wasi` marks these pods as wasm, and they name no RuntimeClass | write `runtimeClassName:` and a class for wasm, or remove the mark
          wasmRuntimeClass   | deny-kwasm-toleration | `kwasm.sh/node` marks these pods as wasm, and they name no RuntimeClass | write `runtimeClassName:` and a class for wasm, or remove the mark
          """)
  void sayWhatIsWrongAndWhatToWrite(String check, String fixture, String message, String help)
      throws IOException {
    Finding finding = first(check, fixture);
    assertEquals(message, finding.message());
    assertEquals(help, finding.help().orElse(""));
  }

  /// Of several sentences about the same pods, those that are broken.
  @Test
  void onlyBrokenSentencesAreNamed() throws IOException {
    List<Related> related = first("wasmRuntimeClass", "deny-one-of-two-sentences").related();
    assertEquals(
        List.of("every pod runs wasm on spin"),
        related.stream().map(one -> one.at().text()).toList());
  }

  @Test
  void everySentenceIsBrokenWithoutAClass() {
    String sentences =
        "namespace shop\nevery pod runs wasm on spin\nevery pod runs wasm on wasmtime-wasi\n";
    String pod =
        "{apiVersion: v1, kind: Pod, metadata: {namespace: shop},"
            + " spec: {containers: [{name: web, image: web}]}}";
    Finding finding =
        Review.of(Sentences.manifests(pod), Optional.of(Sentences.model(sentences)), SETTINGS)
            .judgements()
            .getFirst()
            .decision()
            .denied()
            .stream()
            .filter(one -> one.rule().equals("wasmRuntimeClass"))
            .findFirst()
            .orElseThrow();
    // The model joins sentences about the same pods; each that is left is named.
    assertEquals(
        (int) Sentences.model(sentences).requirements().stream().distinct().count(),
        finding.related().size());
  }

  @Test
  void anAppOfAnUnknownExecutorIsUndecided() throws IOException {
    assertEquals(
        new Outcome.Undecided(List.of(Doubt.RUNTIME_CLASS_UNKNOWN)),
        spin("note-spin-app-of-unknown-executor"));
    assertEquals(new Outcome.Allowed(), spin("allow-spin-app"));
  }

  private static Outcome spin(String fixture) throws IOException {
    OurFixturesTest.Case row = new OurFixturesTest.Case("wasmRuntimeClass", fixture, "", "", "");
    return OurFixturesTest.judge(row).getLast().decision().outcome();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          handler          | wasm
          spin             | true
          my-spin          | true
          wasmtime-spin-v2 | true
          crun-wasm        | true
          a.b_wasmedge.c   | true
          wasmtime         | true
          spinner          | false
          xspin            | false
          runc             | false
          kata-qemu        | false
          -                | false
          ''               | false
          """)
  void handlersOfWasmAreKnownByAWord(String handler, boolean wasm) {
    assertEquals(wasm, RuntimeClasses.isWasm(handler));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name   | is
          a      | true
          z9     | true
          0a     | true
          a-b.c  | true
          ''     | false
          A      | false
          a_b    | false
          a/b    | false
          a:b    | false
          a`b    | false
          a{b    | false
          -a     | false
          a-     | false
          a..b   | false
          .a     | false
          ä      | false
          """)
  void namesOfClassesAreThoseOfKubernetes(String name, boolean is) {
    assertEquals(is, RuntimeClassExists.isDnsName(name));
  }

  @Test
  void aNameOfAClassHasItsLimit() {
    assertEquals(true, RuntimeClassExists.isDnsName("a".repeat(253)));
    assertEquals(false, RuntimeClassExists.isDnsName("a".repeat(254)));
  }
}
