package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of images: what they mean, and which are none.
class ImageReferenceTest {
  private static final String HEX = "0123456789abcdef".repeat(4);

  private static String written(String text) {
    return switch (ImageReference.read(text.replace("HEX", HEX))) {
      case ImageReference.Read.Valid(var reference) -> reference.toString().replace(HEX, "HEX");
      case ImageReference.Read.Invalid(var why, _) -> why;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          written                       | means
          nginx                         | docker.io/library/nginx
          nginx:1.27                    | docker.io/library/nginx:1.27
          nginx@sha256:HEX              | docker.io/library/nginx@sha256:HEX
          nginx:1.27@sha256:HEX         | docker.io/library/nginx:1.27@sha256:HEX
          acme/web                      | docker.io/acme/web
          acme/a/b/c                    | docker.io/acme/a/b/c
          docker.io/nginx               | docker.io/library/nginx
          docker.io/acme/web            | docker.io/acme/web
          index.docker.io/nginx:1       | docker.io/library/nginx:1
          index.docker.io/acme/web      | docker.io/acme/web
          registry-1.docker.io/acme/web | docker.io/acme/web
          ghcr.io/acme/web:v1           | ghcr.io/acme/web:v1
          ghcr.io/nginx                 | ghcr.io/nginx
          GHCR.io/acme/web              | ghcr.io/acme/web
          ghcr.io:443/acme/web          | ghcr.io/acme/web
          ghcr.io:0443/acme/web         | ghcr.io/acme/web
          ghcr.io:8443/acme/web         | ghcr.io:8443/acme/web
          localhost/web                 | localhost/web
          localhost:5000/web:v1         | localhost:5000/web:v1
          localhost5000/web             | docker.io/localhost5000/web
          registry:5000/web             | registry:5000/web
          registry:5000                 | docker.io/library/registry:5000
          127.0.0.1:5000/a/b            | 127.0.0.1:5000/a/b
          [::1]:5000/web                | [::1]:5000/web
          [09af:AF::]:9/web             | [09af:af::]:9/web
          ghcr.io:00/web                | ghcr.io:0/web
          Az09.io/a0z9:Az09             | az09.io/a0z9:Az09
          [2001:db8::1]/web             | [2001:db8::1]/web
          REGISTRY/web                  | registry/web
          a.b/c                         | a.b/c
          a--b/c__d/e.f_g               | docker.io/a--b/c__d/e.f_g
          web:V1_2.3-x                  | docker.io/library/web:V1_2.3-x
          web:_1                        | docker.io/library/web:_1
          0/1                           | docker.io/0/1
          """)
  void isWrittenOut(String text, String means) {
    assertEquals(means, written(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " nginx",
        "nginx ",
        "a b",
        "nginx\n",
        "Nginx",
        "aA",
        "aZ",
        "web:/",
        "web:[",
        "web:`",
        "web:{",
        "acme/Web",
        "ghcr.io/Acme/web",
        "ghcr.io//web",
        "/web",
        "web/",
        "ghcr.io/",
        "web:",
        "web:-1",
        "web:.1",
        "web:a/b",
        "web:1:2",
        "web@",
        "web@sha256",
        "web@sha256:",
        "web@sha256:abc",
        "web@SHA256:HEX",
        "web@sha512:HEX",
        "web@md5:0123456789abcdef0123456789abcdef",
        "web@sha256:HEX@sha256:HEX",
        "web@sha256:HEX:1",
        ":1",
        "@sha256:HEX",
        "HEX",
        "https://ghcr.io/acme/web",
        "ghcr.io:/web",
        "ghcr.io:x/web",
        "ghcr..io/web",
        "-ghcr.io/web",
        "ghcr.io-/web",
        "ghcr.io./web",
        "[::1/web",
        "[]/web:1",
        "[::g]/web",
        "a_/b",
        "_a/b",
        "a___b/c",
        "a..b",
        "a._b",
        "a-",
        "-a",
        "ｎginx",
        "nginx:тег",
        "ghcr.io/acme/**",
        "${IMAGE}",
        "{{ .Values.image }}",
        "..",
        "../etc/passwd",
      })
  void isNone(String text) {
    assertInstanceOf(
        ImageReference.Read.Invalid.class, ImageReference.read(text.replace("HEX", HEX)), text);
  }

  @Test
  void hasItsLimits() {
    assertEquals("docker.io/" + "a/".repeat(127) + "a", written("a/".repeat(127) + "a"));
    assertEquals("has too long a repository", written("a/".repeat(127) + "aa"));
    assertEquals("docker.io/library/a:" + "1".repeat(128), written("a:" + "1".repeat(128)));
    assertEquals("has a tag that a registry does not take", written("a:" + "1".repeat(129)));
    assertEquals("has too long a repository", written("a".repeat(2048)));
    assertEquals("is too long", written("a".repeat(2049)));
    assertEquals("has capital letters in its repository", written("aA"));
    assertEquals("has capital letters in its repository", written("aZ"));
    assertEquals("is too long", written("a/".repeat(1_000_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          pattern               | image                      | matches
          ghcr.io/acme/**       | ghcr.io/acme/web:1         | true
          ghcr.io/acme/**       | ghcr.io/acme/a/b           | true
          ghcr.io/acme/**       | ghcr.io/acmes/web          | false
          ghcr.io/acme/**       | ghcr.io/acme               | false
          ghcr.io/acme/*        | ghcr.io/acme/web           | true
          ghcr.io/acme/*        | ghcr.io/acme/a/b           | false
          ghcr.io/*/web         | ghcr.io/acme/web           | true
          ghcr.io/**/web        | ghcr.io/a/b/web            | true
          ghcr.io/**/web        | ghcr.io/web                | false
          ghcr.io/acme/w*b      | ghcr.io/acme/wb            | true
          ghcr.io/acme/w*b      | ghcr.io/acme/w/b           | false
          ghcr.io/acme/web      | ghcr.io/acme/web@sha256:HEX | true
          ghcr.io/acme/web      | ghcr.io/acme/web2          | false
          *ghcr.io/acme/web     | ghcr.io/acme/web           | true
          **ghcr.io/acme/web*   | ghcr.io/acme/web           | true
          GHCR.io/acme/web      | ghcr.io:443/acme/web       | true
          *.ghcr.io/**          | eu.ghcr.io/acme/web        | true
          *.ghcr.io/**          | ghcr.io/acme/web           | false
          *.ghcr.io/**          | evil.example/x.ghcr.io/web | false
          **/web                | ghcr.io/acme/web           | true
          */acme/web            | ghcr.io/acme/web           | true
          docker.io/library/**  | nginx                      | true
          docker.io/nginx       | nginx:1                    | true
          docker.io/*           | nginx                      | true
          docker.io/*           | acme/nginx                 | false
          docker.io/**          | acme/nginx                 | true
          index.docker.io/acme/* | acme/nginx                | true
          localhost:*/**        | localhost:5000/web         | true
          localhost:5000/web    | localhost:5001/web         | false
          """)
  void aPatternSpeaksOfThePlace(String pattern, String text, boolean matches) {
    ImageReference.Read read = ImageReference.read(text.replace("HEX", HEX));
    ImageReference image =
        assertInstanceOf(ImageReference.Read.Valid.class, read, text).reference();
    assertEquals(matches, ImagePattern.of(pattern).matches(image));
  }

  /// Each `**` could begin anywhere: trying would take for ever.
  @Test
  void aPatternOfManyStarsIsReadInOneStep() {
    ImageReference.Read read = ImageReference.read("ghcr.io/" + "a".repeat(250));
    ImageReference image = assertInstanceOf(ImageReference.Read.Valid.class, read).reference();
    assertEquals(false, ImagePattern.of("ghcr.io/" + "**a".repeat(100) + "b").matches(image));
  }
}
