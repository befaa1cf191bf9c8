package io.policyc.signatures.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          image                        | read as
          nginx                        | docker.io/library/nginx:latest
          nginx:1.27                   | docker.io/library/nginx:1.27
          nginx@D                      | docker.io/library/nginx@D
          nginx:1.27@D                 | docker.io/library/nginx:1.27@D
          acme/app                     | docker.io/acme/app:latest
          docker.io/nginx              | docker.io/library/nginx:latest
          index.docker.io/nginx        | docker.io/library/nginx:latest
          registry-1.docker.io/a/b     | docker.io/a/b:latest
          ghcr.io/acme/app:1           | ghcr.io/acme/app:1
          GHCR.io/acme/app:1           | ghcr.io/acme/app:1
          localhost/app                | localhost/app:latest
          localhost:5000/app           | localhost:5000/app:latest
          127.0.0.1:5000/a/b/c:x       | 127.0.0.1:5000/a/b/c:x
          [::1]:5000/app               | [::1]:5000/app:latest
          a.b/c__d.e_f---g             | a.b/c__d.e_f---g:latest
          localhost:5000               | docker.io/library/localhost:5000
          """)
  void readsWhatRuntimesRead(String image, String expected) {
    var read =
        assertInstanceOf(
            ImageReference.Reading.Read.class, ImageReference.read(image.replace("D", DIGEST)));
    assertEquals(expected.replace("D", DIGEST), read.reference().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        ":",
        "@",
        "Nginx",
        "nginx:",
        "nginx@",
        "nginx@sha256:ab",
        "nginx:-x",
        "nginx:.x",
        "a//b",
        "a/",
        "/a",
        "a.b/",
        "a.b/C",
        "a.b/c..d",
        "a.b/c___d",
        "a.b/-c",
        "a.b/c-",
        "a.b/../c",
        "a.b/./c",
        "a..b/c",
        "-a.b/c",
        "a.b-/c",
        "a.b:0/c",
        "a.b:65536/c",
        "a.b:x/c",
        "a.b:/c",
        "a b/c",
        "a.b/c d",
        "a.b/c?x",
        "a.b/c#x",
        "a.b/c%2f",
        "a@b/c",
        "u:p@a.b/c",
        "http://a.b/c",
        "[::1/c",
        "[::1]x/c",
        "a.b/c:x:y",
        "a.b/c:x/y",
        "ä.test/c",
        "a.b/ä",
        "nginx:\n",
        "[::1%25lo]/c",
        "a_b.c/d",
        "[:::]/foo",
        "[1:2]/foo",
        "[::1::2]/foo",
        "[1234567890::1]/a",
        "[\u0661::1]/foo",
        "[1:2:3:4:5:6:7:8:9]:5000/a/b",
        "[::ffff:127.0.0.1]/a",
        "[]/a",
        "[a]/a",
        "[a.b]/a",
        "1.2.3/foo",
        "0x7f.1/foo",
        "2130706433:443/foo",
        "0xa9fea9fe:443/x",
        "0177.0.0.1/x",
        "999.999.999.999/x",
        "1.2.3.4.5/x",
        "a.b./x"
      })
  void refusesWhatIsNone(String image) {
    assertInstanceOf(ImageReference.Reading.Refused.class, ImageReference.read(image));
  }

  @Test
  void refusesWhatIsTooLong() {
    assertInstanceOf(
        ImageReference.Reading.Refused.class, ImageReference.read("a".repeat(1_000_000)));
    assertInstanceOf(
        ImageReference.Reading.Refused.class, ImageReference.read("a.b/" + "a".repeat(256)));
    assertInstanceOf(
        ImageReference.Reading.Refused.class, ImageReference.read("a.b/c:" + "a".repeat(129)));
  }

  /// The longest and the outermost of each kind is still one; a little more is none.
  @Test
  void boundsAreWhereTheyAreSaidToBe() {
    String label = "a".repeat(63);
    String host = label + "." + label + "." + label + "." + "a".repeat(61);
    assertEquals(253, host.length());
    for (String good :
        List.of(
            host + "/c",
            "a.b:1/c",
            "a.b:65535/c",
            "a.b/" + "c".repeat(255),
            "a.b/c:" + "t".repeat(128),
            "a.b/az09",
            "AZ09-az.b/c:AZaz09_.-",
            "a.b/c__d",
            "[::9:0:a:f]/c")) {
      assertInstanceOf(ImageReference.Reading.Read.class, ImageReference.read(good), good);
    }
    for (String bad :
        List.of(
            host + "a/c",
            label + "a.b/c",
            "a.b:100000/c",
            "a.b/c{",
            "a.b/c`",
            "a.b/c/0:",
            "a.b/c:@",
            "a.b/c:[",
            "a.b/c_",
            "a.b/c__",
            "[:::g]/c",
            "[:]/c")) {
      assertInstanceOf(ImageReference.Reading.Refused.class, ImageReference.read(bad), bad);
    }
  }

  @Test
  void dockerHubAnswersElsewhere() {
    assertEquals("registry-1.docker.io", new Repository("docker.io", "library/nginx").endpoint());
    assertEquals("ghcr.io", new Repository("ghcr.io", "a/b").endpoint());
  }
}
